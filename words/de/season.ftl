title = Saison: { $name }
seasons = Saisons
furthest-behind = Saison: wer am weitesten zurückliegt
so-far = So steht die Saison
count-events = { $count ->
    [one] { $count } Veranstaltung
   *[other] { $count } Veranstaltungen
}
count-tickets = { $given } von { $tickets ->
    [one] { $tickets } Ticket
   *[other] { $tickets } Tickets
} zugeteilt
count-people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
nothing-yet = Noch liegt niemand voraus oder zurück. Das ändert sich, sobald die erste Veranstaltung dieser Saison abgeschlossen ist.
empty = Noch keine Veranstaltungen in dieser Saison.
within = 8 von 10 Personen liegen höchstens { $by ->
    [one] { $by } Ticket
   *[other] { $by } Tickets
} neben ihrem fairen Anteil.
even = Fast alle haben ihren fairen Anteil bekommen.
without = { $count ->
    [one] { $count } Person hat mindestens { $often }-mal angefragt und nichts bekommen.
   *[other] { $count } Personen haben mindestens { $often }-mal angefragt und nichts bekommen.
}
few = Weil es so wenige Personen sind, sehen Sie hier nur Ihre eigenen Zahlen.
file = Herunterladen
file-person = Name
file-email = E-Mail
file-asked = Anfragen
file-got = Tickets bekommen
file-behind = Tickets zurück
file-missed = Leer ausgegangen in Folge
file-entries = Lose

## Die eigenen Zahlen

own = Sie
own-nothing = Hier zählt noch nichts für Sie: nur Anfragen, die Sie selbst gestellt haben und deren Ergebnis Ihnen mitgeteilt wurde.
own-went = Sie haben { $asked ->
    [one] einmal
   *[other] { $asked }-mal
} angefragt und { $got ->
    [0] keine Tickets bekommen.
    [one] einmal Tickets bekommen.
   *[other] { $got }-mal Tickets bekommen.
}
own-behind = Sie liegen { $by ->
    [one] { $by } Ticket
   *[other] { $by } Tickets
} hinter Ihrem fairen Anteil zurück.
own-ahead = Sie liegen { $by ->
    [one] { $by } Ticket
   *[other] { $by } Tickets
} über Ihrem fairen Anteil.
own-even = Sie haben Ihren fairen Anteil bekommen.
own-not-used = Am Einlass als nicht genutzt eingetragen: { $unused } von { $of }. Angerechnet werden sie Ihnen trotzdem.
own-next = Beim nächsten Mal kämen Sie bei einer Verlosung nach fairen Anteilen vor allen, die weniger weit zurückliegen. Bei einer gewichteten Verlosung hätten Sie { $entries ->
    [one] { $entries } Los.
   *[other] { $entries } Lose.
}
own-next-plain = Beim nächsten Mal hätten Sie bei einer gewichteten Verlosung { $entries ->
    [one] { $entries } Los
   *[other] { $entries } Lose
}.
event = Veranstaltung
date = Datum
wanted = Erster Wunsch
got = Bekommen

## Wer voraus ist, wer zurückliegt

share = Voraus und zurück
share-reads = Verglichen mit einem fairen Anteil an den Tickets, über alle Veranstaltungen mit zu wenigen. Wer am weitesten zurückliegt, steht oben.
share-reads-dots = Jeder Punkt ist eine Person, ohne Namen. Schattiert: 8 von 10 Personen.
share-label = { $behind ->
    [one] { $behind } Person liegt
   *[other] { $behind } Personen liegen
} hinter dem fairen Anteil zurück, um bis zu { $most-behind } Tickets. { $ahead ->
    [one] { $ahead } Person liegt
   *[other] { $ahead } Personen liegen
} voraus, um bis zu { $most-ahead } Tickets. { $even ->
    [one] Bei { $even } Person gleicht es sich aus.
   *[other] Bei { $even } Personen gleicht es sich aus.
}
by-behind = { $by } zurück
by-ahead = { $by } voraus
by-even = ausgeglichen
times = { $got } von { $asked }
between = { $count ->
    [one] … { $count } Person dazwischen …
   *[other] … { $count } Personen dazwischen …
}
person = Person
balance = Voraus oder zurück
went = Tickets bekommen
entries = Lose
not-used = Nicht genutzt
pages-listed = Personen { $from } bis { $to } von { $count }; wer am weitesten zurückliegt, steht oben.
balances-from = Ab
balances-people = Personen

## Alle, Veranstaltung für Veranstaltung

grid = Veranstaltung für Veranstaltung
grid-reads = Wie viele Tickets jede Person bei den letzten Veranstaltungen bekommen hat. Gefüllt: der erste Wunsch. Blass: eine andere Zahl. Leer: angefragt und nichts bekommen. Strich: keine Anfrage, die zählt.
demand = { $times }-mal die Tickets

## Im Lauf der Zeit

time = Im Lauf der Zeit
time-reads = Die Linie ist die Person in der Mitte, im Band liegen 8 von 10 Personen. Je schmaler das Band, desto fairer die Saison. Wer zurückliegt, steht unter der Linie.
time-label = Nach der ersten Veranstaltung lagen 8 von 10 Personen höchstens { $first } Tickets auseinander, nach der letzten von { $count ->
    [one] { $count } Veranstaltung
   *[other] { $count } Veranstaltungen
} höchstens { $last } Tickets.
letter = { $letter }: { $method }
by-hand = Von Hand
method = Losverfahren
lowest = Am weitesten voraus (1 von 10)
middle = In der Mitte
highest = Am weitesten zurück (1 von 10)
tickets = Tickets
requested = Angefragt
latest-of = Die letzten { $shown } von { $count } Veranstaltungen.

## Welche Anfragen etwas bekommen

kinds = Hilft es, auch weniger zu nehmen?
kinds-reads = Wie viele Anfragen Tickets bekamen, nach der größten gewünschten Zahl. Es zählen nur Veranstaltungen mit zu wenigen Tickets.
kinds-label = Von den Anfragen, die mehrere Zahlen annehmen, bekamen { $flexible } % Tickets; von denen, die nur eine annehmen, { $only } %.
kinds-label-one = { $percent } % der Anfragen bekamen Tickets.
only = Nur { $wanted }
or-fewer = { $wanted } oder weniger
percent = { $percent } %
percent-of = { $percent } % von { $count }
kind = Nimmt an
asked = Anfragen
unused-title = Ungenutzte Tickets
unused-reads = Tickets, die zu Beginn einer Veranstaltung niemand hatte, und solche, bei denen jemand zu spät sagte, dass sie ungenutzt bleiben.
unused-all = { $unused } von { $tickets ->
    [one] { $tickets } Ticket
   *[other] { $tickets } Tickets
} ungenutzt.
