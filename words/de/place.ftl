### Wo eine Veranstaltung stattfindet und wann sie endet.

place = Wo findet sie statt?
place-hint = Zum Beispiel „Stadion, Tor B“. Freiwillig.
ends = Wann endet sie?
ends-hint = Freiwillig. Kalender zeigen es an.
until = Bis { $end }
