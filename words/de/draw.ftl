page = Verlosung: { $event }
title-drawn = { $tickets ->
    [one] So wurde { $tickets } Ticket verlost
   *[other] So wurden { $tickets } Tickets verlost
}
title-number = Verlosung { $number } ist erfolgt
title-none = Keine Verlosung
title-to-come = Wie die Verlosung abläuft
ways = Nach dem Ende der Anfragen kann die Organisation einen Teil von Hand zuteilen und den Rest verlosen. Es gibt drei übliche Verfahren:
no-season = Diese Veranstaltung gehört zu keiner Saison; in ihrer Verlosung zählt nichts aus anderen Veranstaltungen.
counts-so-far = Was für Sie bisher zählt
method = { $name }.
redrawn = Verlosung { $number } ersetzte Verlosung { $before }. Grund: { $reason }
sealed = Der versiegelte Code der Verlosung ist veröffentlicht. Am Ende der Anfragen, { $when }, wird die Liste eingefroren und auch ihr Fingerabdruck veröffentlicht.
not-sealed = Am Ende der Anfragen, { $when }, wird die Liste eingefroren und ihr Fingerabdruck veröffentlicht.
open-again = Verlosung { $number } ist erfolgt, aber Anfragen sind wieder möglich, bis { $when }. Was neu ist oder sich geändert hat, braucht eine weitere Verlosung.
settled = Die Anfragen sind eingefroren, und die Verlosung steht fest: { $method }. Sie wird mit einer öffentlichen Zufallszahl gezogen; diese kommt { $when }.
closed = Anfragen sind beendet.
frozen = Die Anfragen sind eingefroren. Es gibt noch keine Verlosung.
drawn-runs = Die Anfragen sind eingefroren. Verlosung { $number } ist erfolgt. Alle anderen sehen das Ergebnis, wenn die Veranstaltung abgeschlossen ist.
drawn = Die Anfragen sind eingefroren. Verlosung { $number } ist erfolgt. Das Ergebnis erscheint hier, wenn die Organisation die Veranstaltung abschließt.
without-draw = Die Tickets wurden ohne Verlosung zugeteilt.
canceled = Diese Veranstaltung wurde abgesagt.
assured = Die Verlosung kann nicht gelöscht werden, und jede Änderung an ihr erscheint mit einem Grund.
your-result = Ihr Ergebnis
you-removed = Die Organisation hat Ihre Anfrage entfernt.
you-withdrew = Sie haben Ihre Anfrage zurückgezogen.
you-none = Diesmal keine Tickets.
your-place = Sie waren auf Platz { $place } von { $of }. Diesmal keine Tickets.
your-place-ran-out = Sie waren auf Platz { $place } von { $of }. Die Tickets reichten bis Platz { $last }.
your-place-ran-out-draw = Sie waren auf Platz { $place } von { $of }. In der Verlosung reichten die Tickets bis Platz { $last }.
your-place-too-few = Sie waren auf Platz { $place } von { $of }. Nach Platz { $last } waren zu wenige Tickets übrig.
your-place-too-few-draw = Sie waren auf Platz { $place } von { $of }. In der Verlosung waren nach Platz { $last } zu wenige Tickets übrig.
next-time = Sie gingen diesmal leer aus; das zählt bei der nächsten Verlosung dieser Saison zu Ihren Gunsten.
see-my-place = Meinen Platz ansehen
order = Reihenfolge
only-organizers = Nur die Organisation kann diese Liste sehen.
only-organizers-yet = Nur die Organisation kann diese Liste sehen, bis die Veranstaltung abgeschlossen ist.
more = { $count } weitere im Protokoll der Verlosung.
left-over = { $count ->
    [one] { $count } Ticket blieb nach der Verlosung übrig.
   *[other] { $count } Tickets blieben nach der Verlosung übrig.
}
ran-out = Hier waren die Tickets aus
ran-out-draw = In der Verlosung waren hier die Tickets aus
too-few = Ab hier waren es zu wenige Tickets
too-few-draw = In der Verlosung waren es ab hier zu wenige Tickets
name-you = { $name } (Sie)
you = Sie
removed = entfernt
withdrew = zurückgezogen
tickets = { $count ->
    [one] { $count } Ticket
   *[other] { $count } Tickets
}
requested = Angefragt: { $numbers }.
left = Noch { $left } übrig.
left-of = Noch { $left } von { $all } Tickets übrig
set-by-hand = Vor der Verlosung von Hand festgelegt.
set-by-hand-reason = Von Hand festgelegt: { $reason }
removed-after = Nach der Verlosung von der Organisation entfernt: { $reason }
withdrew-after = { $count ->
    [one] Nach der Verlosung zurückgezogen; { $count } Ticket kam zurück.
   *[other] Nach der Verlosung zurückgezogen; { $count } Tickets kamen zurück.
}
then-further = Gelost: { $drawn }, dann { $now }, als der Rest in derselben Reihenfolge zugeteilt wurde.
then-moved = Gelost: { $drawn }. Jetzt { $now }, seit Tickets zurückgegeben oder weitergegeben wurden.
then-by-hand = Gelost: { $drawn }; von Hand festgelegt: { $reason }
verify = Diese Verlosung prüfen
no-scripts = Schalten Sie JavaScript ein, um die Verlosung hier mit einem Tipp zu prüfen, oder laden Sie das Protokoll herunter und führen Sie den Befehl unten aus.
download = Protokoll herunterladen
files = Gespeicherte Dateien oder mit eigener Software prüfen
files-label = Protokolle und Dateien mit Aussagen
command = Auf Ihrem Computer: { $command }
format = Das Dateiformat ist dokumentiert, und ein zweites Programm von 200 Zeilen liegt dem Quelltext bei.
served = { $got ->
    [one] { $got } von { $all } bekam Tickets.
   *[other] { $got } von { $all } bekamen Tickets.
}
