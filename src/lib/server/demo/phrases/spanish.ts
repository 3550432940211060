import { readPhrasebook } from './phrasebook';

export const SPANISH = readPhrasebook(
	'es',
	`
good: buenísimo | genial | perfecto | increíble | mejor de lo que esperaba | estupendo
bad: raro | muy malo | decepcionante | peor que antes | fatal | un desastre
person: hermana | compañera de piso | madre | vecina | novia | hija | amiga
when: hoy | ayer | la semana pasada | el fin de semana | el lunes | después del gimnasio
shop: supermercado | quiosco | súper de mi barrio | herbolario
place: Sevilla | Rosario | Valencia | Mérida | Bilbao | Valparaíso | Granada
count: dos | tres | cuatro | cinco | seis
order: 40217 | 51834 | 60192 | 38475 | 72903

[taste]
+ El sabor es {good}
+ Lo probé {when} y el sabor es {good}
+ A mi {person} también le encanta el sabor
= El sabor está bien, nada especial
= Sabe igual que siempre
- El sabor es {bad}
- Antes tenía mejor sabor
- Demasiado dulce, no tiene sabor

[recipe]
+ La nueva receta, {good}
= ¿Esta es la nueva receta?
- Que vuelva la receta de antes
- La nueva receta, {bad}

[barista]
+ La espuma del barista es otra cosa, {good}
+ Mi barista en {place} ya usa {brand}, {good}
= ¿El barista es igual que el azul?
- El barista se corta en el café, {bad}

[scent]
+ El olor es {good}
= ¿Hay una versión sin olor?
- El olor es demasiado fuerte
- El olor nuevo es {bad}

[feel]
+ {product} es {good}, qué suave
+ Llevo {count} semanas y el resultado es {good}
= Empecé {when}, ya contaré
- {product} es {bad}, me pica todo
- Pegajoso y pesado, {bad}

[sensitive]
+ Por fin algo para piel sensible que no quema
= ¿Sirve para piel sensible?
- No es para piel sensible, tengo la cara roja

[price]
+ Por este precio es {good}
+ Buen precio {when} en el {shop}
= ¿Qué precio tiene en {place}?
= ¿El precio es por unidad?
- El precio es una broma
- Mismo precio y menos cantidad
- A ese precio no vuelvo

[packaging]
+ El envase es {good}, cabe en el bolso
= ¿Cambiaron el envase?
- Demasiado envase para tan poco
- El envase es {bad}, no se abre

[delivery]
+ El envío llegó en un día, {good}
= ¿Cuánto tarda el envío a {place}?
- {count} semanas y el envío no llega
- El envío llegó roto, {bad}

[stock]
+ Por fin, siempre estaba agotado
= ¿Está agotado en todas partes?
= Agotado en el {shop}, ¿cuándo vuelve?
- Otra vez agotado
- Agotado desde hace semanas en {place}

[service]
+ Atención al cliente respondió enseguida, {good}
= ¿Cómo hablo con atención al cliente?
- Atención al cliente no contesta nunca
- Pedido {order} sigue sin resolver, atención al cliente {bad}

[ingredients]
+ Pocos ingredientes, así me gusta
= ¿Los ingredientes son veganos?
- Leí los ingredientes y lo dejé en la estantería

[slow-mornings]
+ #slowmornings, qué buena idea
+ Café, lluvia y sin móvil #slowmornings
= ¿Qué es #slowmornings?
- #slowmornings no es para los que madrugamos

[wrapper]
+ El envoltorio nuevo se abre bien
= ¿El envoltorio nuevo se recicla?
- El envoltorio nuevo se rompe por la mitad
- Sin tijeras no se abre el envoltorio, {bad}

[microplastics]
+ Gracias por responder tan rápido sobre los microplásticos
= ¿{brand} lleva microplásticos?
- ¿Microplásticos? No me lo puedo creer
- Vi el reportaje de los microplásticos y lo tiré todo

[bare-weeks]
+ #bareweeks con mi {person}, {good}
= ¿Cómo se participa en #bareweeks?
- #bareweeks es solo publicidad

[bubble-or-brew]
+ #bubbleorbrew con mi {person}, {good}
= #bubbleorbrew ¿cuál eres?
- Té con gas, quién pidió esto #bubbleorbrew
- #bubbleorbrew, y lo demás {bad}

[general]
+ Me encanta {brand}
+ {product} es {good}
+ Esto me alegra el día
= ¿Dónde lo venden en {place}?
= Lo vi {when} por primera vez
= ¿Para cuándo la segunda parte?
- {product} es {bad}
- Esperaba más de {brand}
- Dejen ya los anuncios

[tail]
+ ¡Gracias!
+ Repetiré
+ Sigan así
= Pregunto por mi {person}
= A ver qué tal
- Nunca más
- Qué pena
- Hagan algo

[greeting]
= ¡Hola {brand}!
= Buenos días.
= ¡Hola!

[follow-up]
+ Gracias, qué rápido
+ Perfecto, ya funciona
= El número de pedido es {order}
= Ya mandé la foto
- Sigo esperando
- Eso no me ayuda nada

[reply]
+ Yo igual, {good}
+ Exacto
= ¿Cuál dices?
- Me pasa lo mismo
- El mío también salió {bad}

[tagging]
= {friend}
= {friend} mira
= {friend} eres tú

[brand-reply]
+ ¡Muchas gracias, nos alegra un montón!
+ ¡Gracias! Se lo pasamos al equipo.
= ¡Buena pregunta! Llega a las tiendas la semana que viene.
= Sí, así es. ¡Pregunta lo que quieras!
- Lo sentimos. Mándanos el código del reverso y te lo cambiamos.
- Eso no debería pasar. Escríbenos por privado con tu número de pedido.
`
);
