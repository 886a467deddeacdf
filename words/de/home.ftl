### Die Startseite: was neu ist, was jemand organisiert, was offen ist, worauf man wartet, was herauskam.

title = Start
greeting = Hallo, { $name }
new-event = Neue Veranstaltung
new-results = { $count ->
    [one] Neues Ergebnis
   *[other] Neue Ergebnisse
}
run = Sie organisieren
open = Offen für Anfragen
waiting = Ergebnis steht aus
results = Ihre Ergebnisse
canceled = Abgesagt
see-all = { $count ->
    [one] { $count } Veranstaltung ansehen
   *[other] Alle { $count } Veranstaltungen ansehen
}
events = { $count ->
    [one] { $count } Veranstaltung
   *[other] { $count } Veranstaltungen
}
all-events = Alle Veranstaltungen ansehen
guests-missing = { $event }: Nennen Sie bis { $when } noch { $count ->
    [one] { $count } Person, die kommt
   *[other] { $count } Personen, die kommen
}.

## Eine Veranstaltung in einer Zeile

closes = Anfrageschluss { $distance }
closes-of = { $closes } · { $tickets ->
    [one] { $tickets } Ticket
   *[other] { $tickets } Tickets
}
closes-with-demand = { $closes } · { $requested } angefragt, { $tickets ->
    [one] { $tickets } Ticket
   *[other] { $tickets } Tickets
}
requested = Ihre Anfrage: { $wish }
requested-closes = Ihre Anfrage: { $wish } · { $closes }
run-open = { $closes } · { $requests ->
    [one] { $requests } Anfrage
   *[other] { $requests } Anfragen
}
run-closed = { $requests ->
    [0] Keine Anfragen
    [one] { $requests } Anfrage
   *[other] { $requests } Anfragen
} · { $undecided ->
    [0] alles entschieden
   *[other] { $undecided } offen
}
run-final = Abgeschlossen · { $given } von { $tickets ->
    [one] { $tickets } Ticket
   *[other] { $tickets } Tickets
} zugeteilt
run-handings = { $count ->
    [one] { $count } Weitergabe zu bestätigen
   *[other] { $count } Weitergaben zu bestätigen
}
answer = Antworten
answer-of = Für { $event } antworten
got = { $tickets ->
    [0] Keine Tickets
    [one] { $tickets } Ticket
   *[other] { $tickets } Tickets
}
was-canceled = Abgesagt
request = Anfragen
request-of = Tickets anfragen für { $event }
edit = Ändern
edit-of = Ihre Anfrage ändern für { $event }
allocate = Tickets zuteilen
allocate-of = Tickets zuteilen für { $event }

## Wo noch nichts ist

empty-organizer = Legen Sie Ihre erste Veranstaltung an. Sie brauchen nur einen Namen, ein Datum und die Zahl der Tickets.
empty-member = Noch gibt es nichts anzufragen. Veranstaltungen erscheinen hier, sobald jemand Tickets anbietet.

## Was jemand mit Adminrechten zuerst tut

start = Erste Schritte
start-done = { $done } von { $all } erledigt
start-step-done = Erledigt
start-account = Das erste Adminkonto anlegen
start-email = Sich selbst eine Test-E-Mail senden
start-email-why = So sehen Sie, ob Anmeldecodes und Ergebnisse ankommen.
start-email-do = Test-E-Mail senden
start-email-off = E-Mail einschalten
start-email-off-why = Bis dahin werden Codes und Ergebnisse dort ausgegeben, wo das Programm läuft.
start-email-off-do = Einstellungen ansehen
start-people = Die Personen hinzufügen, die Tickets anfragen
start-people-why = Fügen Sie sie aus einer Tabelle ein oder legen Sie sie einzeln an.
start-people-do = Personen hinzufügen
start-event = Die erste Veranstaltung anlegen
start-event-why = Sie brauchen nur einen Namen, ein Datum und die Zahl der Tickets. Oder probieren Sie ein Beispiel aus: Sie können es später löschen.
start-event-sample = Beispiel anlegen
