title = Signierte Aussagen
page = Aussagen: { $event }
draw = Verlosung
lead = Was diese Website über die Veranstaltung gesagt hat, signiert im selben Moment. Eine Aussage lässt sich später nicht spurlos ändern.
nothing = Über diese Veranstaltung wurde noch nichts ausgesagt.
zone = Zeiten in { $zone }.
file = Aussagen herunterladen
you = Sie. { $what }
of-entry = { $entry }. { $what }
as-signed = Wie es signiert wurde
how = So überführen Sie eine Website, die verschiedenen Leuten Verschiedenes sagt
how-chain = Jede Aussage wird zusammen mit allem signiert, was vorher gesagt wurde. Die neueste Nummer und ihr Fingerabdruck stehen am Ende jeder E-Mail dieser Website. Haben zwei Personen dieselbe Nummer mit anderen Ziffern, hat die Website zwei Geschichten erzählt, und beide E-Mails beweisen es. Dasselbe geschieht, wenn jemand eine alte Kopie der Daten einspielt.
how-others = Aussagen über andere Personen stehen in der Datei nur als Fingerabdruck.
how-verify = Auf einem Computer prüft dies jede Signatur, und die Verlosung gegen das vorher Gesagte: { $command }
chain = Signierte Aussage { $number }: { $link } · Schlüssel { $key }
commitment = Der versiegelte Code der Verlosung, und was in sie eingeht
receipt = Anfrage eingegangen
withdrawal = Anfrage zurückgezogen
removal = Anfrage von der Organisation entfernt
close = Die Liste der Anfragen
plan = Verlosung festgelegt
drawn = Verlosung durchgeführt
overridden = Andere Zahl als gelost
number = Andere Zahl als zuvor mitgeteilt
reopen = Wieder geöffnet
cancel = Veranstaltung abgesagt
uncancel = Veranstaltung findet doch statt
trash = Papierkorb
finalize = Ergebnisse sind endgültig
key = Die Website signiert ab hier mit einem anderen Schlüssel
source-drand = Öffentliche Zufallszahl: Runde { $round } von drand oder eine spätere.
source-typed = Öffentliche Zahl, eingetippt: { $name }.
source-none = Keine öffentliche Zufallszahl.
would-take = Würde { $wish } nehmen.
would-take-entered = Würde { $wish } nehmen; von der Organisation eingetragen.
reason = Grund: { $reason }
list = { $requests ->
    [one] { $requests } Anfrage
   *[other] { $requests } Anfragen
} für { $tickets ->
    [one] { $tickets } Ticket
   *[other] { $tickets } Tickets
}.
draw-by = Verlosung { $draw }, { $rule }.
draw-again = Verlosung { $draw }, { $rule }. Grund: { $reason }
override-to = Gelost { $drawn }, jetzt { $now }. Grund: { $reason }
number-to = Bisher { $before }, jetzt { $now }. Grund: { $reason }
reopen-numbers = Um Zahlen zu ändern.
reopen-requests = Für Anfragen.
trash-in = In den Papierkorb gelegt.
trash-out = Aus dem Papierkorb geholt.
given = { $given ->
    [one] { $given } Ticket zugeteilt.
   *[other] { $given } Tickets zugeteilt.
}
