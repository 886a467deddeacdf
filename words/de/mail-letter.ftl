hello = Hallo { $name },
why = So wurden die Tickets verlost – ansehen und prüfen
why-line = So wurden die Tickets verlost – ansehen und prüfen: { $link }
event-line = Veranstaltung: { $event }
when-line = Wann: { $when }
note = Eine Nachricht von { $organizer }
place-line = Ort: { $place }
note-line = Eine Nachricht von { $organizer }:
link-line = { $button }:
reply = Fragen? Antworten Sie auf diese E-Mail, dann erreichen Sie { $organizer } von der Organisation.
view-event = Veranstaltung ansehen
off = Sie können { $turn-off }.
off-turn-off = solche E-Mails abbestellen oder auswählen, welche Sie bekommen
off-line = Solche E-Mails abbestellen oder auswählen, welche Sie bekommen:
view-request = Tickets anfragen
held = { $count ->
    [one] { $count } Ticket für { $name }
   *[other] { $count } Tickets für { $name }
}
holder = Für { $name }
