import { readPhrasebook } from './phrasebook';

export const PORTUGUESE = readPhrasebook(
	'pt',
	`
good: muito bom | maravilhoso | perfeito | incrível | melhor do que eu esperava | ótimo
bad: estranho | muito ruim | pior que antes | decepcionante | fraco | sem graça
person: irmã | mãe | vizinha | colega | namorada | filha | amiga
when: hoje | ontem | na semana passada | no fim de semana | na segunda | depois do treino
shop: mercado | mercadinho | posto | empório
place: Recife | Braga | Curitiba | Coimbra | Salvador | Santos
count: dois | três | quatro | cinco | seis
order: 40217 | 51834 | 60192 | 38475 | 72903

[taste]
+ O sabor é {good}
+ Provei {when} e o sabor é {good}
+ Minha {person} também ama o sabor
= O sabor é ok, nada demais
= O sabor continua igual
- O sabor está {bad}
- O sabor era melhor antes
- Doce demais, cadê o sabor

[recipe]
+ A nova receita ficou demais
= Essa já é a nova receita?
- Quero a receita antiga de volta
- Nova receita, resultado {bad}

[barista]
+ A espuma do barista é outro nível, {good}
= O barista é igual ao azul?
- O barista talha no café, {bad}

[scent]
+ O cheiro é {good}
= Tem versão sem cheiro?
- O cheiro é forte demais
- O cheiro novo é {bad}

[feel]
+ {product} é {good}, que toque macio
+ Uso há {count} meses e o resultado é {good}
= Comecei {when}, depois conto
- {product} é {bad}, coça tudo
- Grudento e pesado, {bad}

[sensitive]
+ Finalmente algo para pele sensível que não arde
= Serve para pele sensível?
- Não serve para pele sensível, fiquei vermelha

[price]
+ Por esse preço é {good}
+ Preço justo {when} no {shop}
= Qual o preço em {place}?
= O preço é por unidade?
- O preço é uma piada
- Mesmo preço e vem menos
- Com esse preço não dá

[packaging]
+ A embalagem é linda e cabe na bolsa
= Mudou a embalagem?
- Muita embalagem para pouca coisa
- A embalagem não abre de jeito nenhum

[delivery]
+ A entrega chegou em um dia, {good}
= Quanto tempo leva a entrega para {place}?
- {count} dias de atraso na entrega
- A entrega veio quebrada

[stock]
+ Finalmente voltou, estava sempre esgotado
= Está esgotado em todo lugar?
= Esgotado no {shop}, quando volta?
- Esgotado de novo
- Em {place} está esgotado há semanas

[service]
+ O atendimento resolveu na hora, {good}
= Como falo com o atendimento?
- O atendimento nunca responde
- Pedido {order} sem solução, atendimento {bad}

[ingredients]
+ Poucos ingredientes, gosto assim
= Os ingredientes são veganos?
- Li os ingredientes e deixei na prateleira

[slow-mornings]
+ #slowmornings, que ideia boa
+ Café, chuva e sem celular #slowmornings
= O que é #slowmornings?
- #slowmornings não é para quem trabalha

[wrapper]
+ O novo invólucro abre bem, gostei
= O novo invólucro é reciclável?
- O novo invólucro rasga no meio
- Sem tesoura não abre esse invólucro

[microplastics]
+ Obrigada pela resposta sobre os microplásticos
= Tem microplásticos em {brand}?
- Microplásticos? Não acredito
- Vi a matéria dos microplásticos e joguei tudo fora

[bare-weeks]
+ #bareweeks com a minha {person}, {good}
= Como participo do #bareweeks?
- #bareweeks é só propaganda

[bubble-or-brew]
+ #bubbleorbrew com a minha {person}, {good}
= #bubbleorbrew qual você é?
- Chá com gás, quem pediu isso #bubbleorbrew
- #bubbleorbrew e tudo {bad}

[general]
+ Amo {brand}
+ {product} é {good}
+ Isso alegrou o meu dia
= Onde vende em {place}?
= Vi {when} pela primeira vez
= Quando sai a parte dois?
- {product} é {bad}
- Esperava mais de {brand}
- Chega de propaganda

[tail]
+ Obrigada!
+ Vou comprar de novo
+ Continuem assim
= Pergunto pela minha {person}
= Vamos ver
- Nunca mais
- Que pena
- Façam alguma coisa

[greeting]
= Oi {brand}!
= Bom dia.
= Olá!

[follow-up]
+ Obrigada, foi rápido
+ Perfeito, deu certo
= O número do pedido é {order}
= Já mandei a foto
- Continuo esperando
- Isso não ajuda em nada

[reply]
+ Aqui também, {good}
+ Exatamente
= Qual deles?
- Mesmo problema aqui
- O meu também veio {bad}

[tagging]
= {friend}
= {friend} olha
= {friend} é você

[brand-reply]
+ Muito obrigada, ficamos felizes em ler isso!
+ Obrigada! Vamos contar para a equipe.
= Boa pergunta! Chega às lojas na próxima semana.
= Sim, isso mesmo. Pode perguntar!
- Sentimos muito. Mande o código do verso e trocamos para você.
- Isso não deveria acontecer. Escreva para nós com o número do pedido.
`
);
