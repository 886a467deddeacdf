page = Verlosung: { $event }
title = Verlosen
title-number = Verlosung { $number }
board = Zuteilung
nothing-to-draw = Es gibt keine Anfragen zu verlosen.
blocked = Sie können noch nicht verlosen: { $why }
kept = { $count ->
    [one] { $count } Person wurde von Hand festgelegt und bleibt so.
   *[other] { $count } Personen wurden von Hand festgelegt und bleiben so.
}
apply = { $count ->
    [one] In die Zuteilung übernehmen ({ $count } Änderung)
   *[other] In die Zuteilung übernehmen ({ $count } Änderungen)
}
undo = Übernahme zurücknehmen
public-page = Öffentliche Seite ansehen
redraw = Neu verlosen (mit Grund)
leftovers = { $count ->
    [one] { $count } übriges Ticket in derselben Reihenfolge zuteilen
   *[other] { $count } übrige Tickets in derselben Reihenfolge zuteilen
}
matches = Die Zuteilung entspricht der Verlosung.
changes = Änderungen an der Zuteilung: { $count }
name = Name
now = Jetzt
undecided = offen
drawn = Gelost
supply = { $tickets ->
    [one] { $tickets } Ticket
   *[other] { $tickets } Tickets
} für { $requests ->
    [one] { $requests } Anfrage.
   *[other] { $requests } Anfragen.
}
supply-left = { $left } von { $tickets ->
    [one] { $tickets } Ticket
   *[other] { $tickets } Tickets
} übrig für { $requests ->
    [one] { $requests } Anfrage.
   *[other] { $requests } Anfragen.
}
typical = Was jedes Verfahren im Schnitt von { $draws } simulierten Verlosungen ergibt:
typical-all = Was jedes Verfahren im Schnitt von { $draws } simulierten Verlosungen ergibt, von Hand Festgelegte eingeschlossen:
method = Losverfahren
more = Weitere Verfahren ({ $count })
people-served = Personen mit Tickets
first-choices = Erfüllte erste Wünsche
tickets-left = Übrige Tickets
public-number = { $what } (öffentliche Zahl)
public-number-hint = Genau so eingeben, wie sie veröffentlicht ist. Sie wird Teil der Verlosung und ihres öffentlichen Protokolls.
reason = Grund für die neue Verlosung
reason-hint = Alle können diesen Grund und beide Verlosungen sehen. Die frühere bleibt erhalten.
run = Verlosen
run-number = Verlosung { $number } starten
settle = Verlosung festlegen
note = Eine Verlosung lässt sich nicht zurücknehmen, nur mit öffentlichem Grund wiederholen. Die Zuteilung ändert sich erst, wenn Sie sie übernehmen.
note-settle = Beim Festlegen werden das Verfahren und alles von Hand Festgelegte veröffentlicht. Verlost wird kurz darauf von selbst, mit einer öffentlichen Zufallszahl, die noch niemand kennt. Das lässt sich nicht zurücknehmen, nur mit öffentlichem Grund wiederholen.
chances = Die Chance jeder Person auf Tickets
requested = Angefragt
by-hand = von Hand
settled = Verlosung { $number } steht fest
comes = Sie wird von selbst mit der Runde { $round } von drand gezogen; diese kommt { $when }. Diese Seite lädt neu.
comes-not-fetched = Sie wartet auf die Runde { $round } von drand; diese kommt { $when }. Diese Website holt sie nicht von selbst.
overdue = Die Runde { $round } von drand kam { $when }, aber diese Website konnte sie nicht holen. Sie versucht es weiter.
being-made = Die Runde { $round } von drand ist da, seit { $when }. Die Verlosung läuft.
is-here = Die Runde { $round } von drand ist da, seit { $when }.
bring = Sie können die Zahl auch selbst holen. Öffnen Sie { $link } auf einem beliebigen Gerät und fügen Sie alles ein, was dort steht. Es wird hier geprüft: Eine andere Zahl wird nicht angenommen.
once-here = Sobald sie da ist, öffnen Sie { $link } auf einem beliebigen Gerät und fügen Sie alles ein, was dort steht. Es wird hier geprüft: Eine andere Zahl wird nicht angenommen.
shows = Was die Seite zeigt
make = Verlosen
