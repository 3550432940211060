import { readPhrasebook } from './phrasebook';

export const GERMAN = readPhrasebook(
	'de',
	`
good: richtig gut | super | der Hammer | besser als gedacht | wunderbar | genial | genau richtig | sehr fein
bad: enttäuschend | echt schlecht | seltsam | nicht mehr gut | leider nichts | schlimmer als vorher | fad
person: Schwester | Mitbewohnerin | Freundin | Mutter | Kollegin | Nachbarin | Tochter
when: heute | gestern | letzte Woche | am Wochenende | heute früh | nach dem Sport | im Zug
shop: Supermarkt | Kiosk | Laden um die Ecke | Bioladen
place: Bremen | Graz | Leipzig | Basel | Freiburg | Linz | Kassel
count: zwei | drei | vier | fünf | sechs
order: 40217 | 51834 | 60192 | 38475 | 72903

[taste]
+ Der Geschmack ist {good}
+ {product} schmeckt {good}
+ {when} probiert, Geschmack {good}
+ Meine {person} liebt den Geschmack auch
= Geschmack ist okay, nichts Besonderes
= {product} schmeckt wie immer
= {when} probiert, Geschmack geht so
- Der Geschmack ist {bad}
- {product} hat früher besser geschmeckt
- Viel zu süß, der Geschmack ist {bad}

[recipe]
+ Die neue Rezeptur ist {good}
+ Hatte Angst vor der neuen Rezeptur, aber sie ist {good}
= Ist das schon die neue Rezeptur?
= Die neue Rezeptur {when} im {shop} gesehen
- Bitte die alte Rezeptur zurück
- Die neue Rezeptur ist {bad}

[barista]
+ Der Schaum mit der Barista Packung ist {good}
+ Mein Barista in {place} nimmt jetzt {brand}, {good}
= Ist Barista das Gleiche wie die blaue Packung?
- Barista flockt im Kaffee, {bad}

[scent]
+ Der Duft ist {good}
+ Meine {person} fragt immer nach dem Duft
= Gibt es {brand} auch ohne Duft?
- Der Duft ist viel zu stark
- Neuer Duft ist {bad}

[feel]
+ {product} ist {good}, so ein schönes Gefühl
+ Seit {count} Wochen im Einsatz und es ist {good}
= {when} angefangen, noch kein Unterschied
= Wie lange dauert es, bis man etwas merkt?
- {product} ist {bad}, alles juckt
- Klebrig und schwer, {bad}

[sensitive]
+ Endlich etwas für empfindliche Haut, das nicht brennt
+ Bei empfindlicher Haut {good}
= Geht das auch bei empfindlicher Haut?
- Nichts für empfindliche Haut, meine ist ganz rot

[price]
+ Für den Preis ist das {good}
+ Fairer Preis, {when} gleich {count} gekauft
= Was ist der Preis in {place}?
= Ist der Preis pro Stück?
- Der Preis ist ein Witz
- Gleicher Preis, weniger drin
- {product} ist {bad} für den Preis

[packaging]
+ Die Verpackung ist {good} und passt in jede Tasche
= Neue Verpackung, gleicher Inhalt?
- So viel Verpackung für so wenig
- Die Verpackung geht nicht auf, {bad}

[delivery]
+ Lieferung war am nächsten Tag da, {good}
= Wie lange dauert die Lieferung nach {place}?
- Seit {count} Wochen keine Lieferung
- Lieferung kam kaputt an, {bad}

[stock]
+ Endlich nicht mehr ausverkauft, ich freu mich
= Ist das überall ausverkauft?
= Im {shop} ausverkauft, wann kommt Nachschub?
- Schon wieder ausverkauft
- In {place} seit Wochen ausverkauft

[service]
+ Kundenservice hat sofort geholfen, {good}
= Wie erreiche ich den Kundenservice?
- Der Kundenservice antwortet nie
- Bestellung {order} immer noch offen, Kundenservice {bad}

[ingredients]
+ Kurze Liste der Zutaten, so mag ich das
= Sind die Zutaten vegan?
= Wie viel Zucker ist drin?
- Bei den Zutaten lege ich es zurück ins Regal

[slow-mornings]
+ #slowmornings ist {good}
+ Kaffee, Regen und kein Handy #slowmornings
= Wie geht #slowmornings?
= #slowmornings gibt es auch in {place}?
- #slowmornings ist nichts für Leute mit Arbeit

[wrapper]
+ Die neue Folie geht gut auf, finde ich
= Ist die neue Folie recycelbar?
- Die neue Folie reißt immer falsch
- Die neue Folie ist {bad}, bitte die alte zurück
- Ohne Schere geht die Folie nicht auf

[microplastics]
+ Gut, dass ihr zum Mikroplastik so schnell antwortet
= Ist in {brand} auch Mikroplastik?
- Mikroplastik drin? Ich bin entsetzt
- Bericht über Mikroplastik gesehen, alles weggeworfen

[bare-weeks]
+ #bareweeks läuft {good}
= Wie macht man bei #bareweeks mit?
- #bareweeks ist nur Werbung

[bubble-or-brew]
+ #bubbleorbrew mit meiner {person}, {good}
= #bubbleorbrew was nehmt ihr?
- Tee mit Blubber, wer will das #bubbleorbrew
- #bubbleorbrew und beides ist {bad}

[general]
+ Ich liebe {brand}
+ {product} ist {good}
+ Das macht mir gute Laune
= Wo gibt es das in {place}?
= {when} zum ersten Mal gesehen
= Wann kommt Teil zwei?
- {product} ist {bad}
- Von {brand} hatte ich mehr erwartet
- Bitte hört auf mit der Werbung

[tail]
+ Danke dafür!
+ Kaufe ich wieder
+ Weiter so
= Frage für meine {person}
= Bin gespannt
- Nie wieder
- Sehr schade
- Bitte ändert das

[greeting]
= Hallo {brand}!
= Guten Tag!
= Hi zusammen!

[follow-up]
+ Danke, das ging schnell
+ Super, hat geklappt
= Bestellnummer ist {order}
= Foto habe ich geschickt
= Gekauft {when} im {shop}
- Ich warte immer noch
- Das hilft mir nicht weiter

[reply]
+ Bei mir auch, {good}
+ Ganz genau
= Welche Sorte meinst du?
= Frag mal im {shop}
- Bei mir das gleiche Problem
- War bei mir auch {bad}

[tagging]
= {friend}
= {friend} schau mal
= {friend} das bist du

[brand-reply]
+ Vielen Dank, das freut uns sehr!
+ Danke! Das geben wir gern weiter.
= Gute Frage! Ab nächster Woche ist es in den meisten Läden.
= Ja, das ist dabei. Frag uns gern mehr!
- Das tut uns leid. Schick uns bitte den Code von der Rückseite, dann ersetzen wir es.
- So soll das nicht sein. Schreib uns bitte eine Nachricht mit der Bestellnummer.
`
);
