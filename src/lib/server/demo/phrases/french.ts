import { readPhrasebook } from './phrasebook';

export const FRENCH = readPhrasebook(
	'fr',
	`
good: super bon | vraiment bien | parfait | top | incroyable | mieux que prévu | excellent
bad: décevant | bizarre | vraiment mauvais | pas terrible | moins bon qu'avant | nul
person: sœur | colocataire | mère | collègue | voisine | copine | fille
when: ce matin | hier | la semaine dernière | ce week-end | lundi | après le sport
shop: supermarché | magasin du coin | kiosque | petit magasin bio
place: Nantes | Namur | Lausanne | Rennes | Québec | Lille | Grenoble
count: deux | trois | quatre | cinq | six
order: 40217 | 51834 | 60192 | 38475 | 72903

[taste]
+ Le goût est {good}
+ Goûté {when}, {product} est {good}
+ Ma {person} adore le goût aussi
= Le goût est correct, sans plus
= Même goût que l'an dernier, non ?
- Le goût est {bad}
- {product} avait meilleur goût avant
- Trop sucré, le goût est {bad}

[recipe]
+ La nouvelle recette, c'est {good}
= C'est déjà la nouvelle recette ?
- Rendez-nous l'ancienne recette
- Nouvelle recette, c'est {bad}

[barista]
+ La mousse barista, c'est {good}
+ Mon barista à {place} est passé à {brand}, {good}
= La version barista existe à {place} ?
- La version barista ne mousse plus, c'est {bad}

[scent]
+ Le parfum est {good}
= Le parfum tient une heure, ça me va
- Le parfum est beaucoup trop fort
- Le nouveau parfum est {bad}

[feel]
+ {product} est {good}, tout doux
+ Trois semaines d'utilisation et c'est {good}
= J'utilise ça depuis {count} jours, on verra
- {product} est {bad}, ça gratte
- Ça colle, c'est {bad}

[sensitive]
+ Enfin quelque chose pour peau sensible qui ne brûle pas
= Ça convient à une peau sensible ?
- Pas pour peau sensible, j'ai le visage tout rouge

[price]
+ À ce prix, c'est {good}
+ Bon prix {when} au {shop}
= Quel est le prix à {place} ?
= C'est le prix à l'unité ?
- Le prix est une blague
- Même prix, moins de produit
- Pas à ce prix

[packaging]
+ L'emballage est {good}, il tient dans mon sac
= Nouvel emballage ?
- Trop d'emballage pour si peu
- L'emballage est {bad}, impossible à ouvrir

[delivery]
+ Livraison rapide, c'est {good}
= La livraison prend combien de temps pour {place} ?
- {count} semaines et toujours pas de livraison
- Livraison abîmée, c'est {bad}

[stock]
+ Enfin de retour, il était toujours épuisé
= C'est épuisé partout ?
= Épuisé au {shop}, c'est pour quand ?
- Encore épuisé
- Épuisé depuis des semaines à {place}

[service]
+ Le service client a répondu tout de suite, {good}
= Comment joindre le service client ?
- Le service client ne répond jamais
- Commande {order} toujours ouverte, service client {bad}

[ingredients]
+ Une liste d'ingrédients courte, j'aime
= Les ingrédients sont vegan ?
- J'ai lu les ingrédients et je l'ai reposé

[slow-mornings]
+ #slowmornings, quelle bonne idée
+ Café, pluie et pas de téléphone #slowmornings
= C'est quoi #slowmornings ?
- #slowmornings, pas pour ceux qui travaillent

[wrapper]
+ Le nouvel emballage s'ouvre bien, je trouve
= Le nouvel emballage se recycle ?
- Le nouvel emballage se déchire n'importe comment
- Impossible d'ouvrir le nouvel emballage sans ciseaux

[microplastics]
+ Merci pour la réponse claire sur les microplastiques
= Il y a des microplastiques dans {brand} ?
- Des microplastiques ? Je suis choquée
- Vu le reportage sur les microplastiques {when}, tout à la poubelle

[bare-weeks]
+ #bareweeks avec ma {person}, {good}
= On participe comment à #bareweeks ?
- #bareweeks, c'est juste de la pub

[bubble-or-brew]
+ #bubbleorbrew avec ma {person}, {good}
= #bubbleorbrew vous êtes quoi ?
- Du thé à bulles, qui a demandé ça #bubbleorbrew
- #bubbleorbrew et les deux sont {bad}

[general]
+ J'adore {brand}
+ {product} est {good}
+ Ça me met de bonne humeur
= On trouve ça où à {place} ?
= Vu {when} pour la première fois
= La suite c'est quand ?
- {product} est {bad}
- Je m'attendais à mieux de {brand}
- Arrêtez avec ces pubs

[tail]
+ Merci !
+ Je rachète
+ Continuez comme ça
= Je demande pour ma {person}
= À voir
- Plus jamais
- Quel dommage
- Faites quelque chose

[greeting]
= Bonjour {brand} !
= Bonjour.
= Coucou !

[follow-up]
+ Merci, c'était rapide
+ Parfait, ça marche
= Le numéro de commande est {order}
= J'ai envoyé une photo
- J'attends toujours
- Ça ne m'aide pas du tout

[reply]
+ Pareil pour moi, {good}
+ Exactement
= Tu parles duquel ?
- Même problème ici
- Le mien était {bad} aussi

[tagging]
= {friend}
= {friend} regarde
= {friend} c'est toi ça

[brand-reply]
+ Merci beaucoup, ça nous fait très plaisir !
+ Merci ! On transmet à l'équipe.
= Bonne question ! Il arrive en magasin la semaine prochaine.
= Oui, tout à fait. N'hésitez pas !
- Nous sommes désolés. Envoyez-nous le code au dos et nous le remplaçons.
- Ce n'est pas normal. Écrivez-nous en message privé avec votre numéro de commande.
`
);
