title = Tägliche Zusammenfassung
subject = { $count ->
    [one] Neues zu { $count } Veranstaltung · { $app }
   *[other] Neues zu { $count } Veranstaltungen · { $app }
}
heading = Neues zu Ihren Veranstaltungen
happened = { $event }: { $counts }.
and-closes = { $event }: { $counts }. Heute enden die Anfragen: { $when }.
only-closes = { $event }: Heute enden die Anfragen: { $when }.
new = { $count ->
    [one] { $count } neue Anfrage
   *[other] { $count } neue Anfragen
}
changed = { $count ->
    [one] { $count } geänderte Anfrage
   *[other] { $count } geänderte Anfragen
}
withdrawn = { $count ->
    [one] { $count } zurückgezogene Anfrage
   *[other] { $count } zurückgezogene Anfragen
}
failed = { $count ->
    [one] { $count } nicht zustellbare E-Mail
   *[other] { $count } nicht zustellbare E-Mails
}
returned = { $count ->
    [one] { $count } zurückgegebenes Ticket
   *[other] { $count } zurückgegebene Tickets
}
offered = { $count ->
    [one] { $count } weiter angebotenes Ticket
   *[other] { $count } weiter angebotene Tickets
}
taken = { $count ->
    [one] { $count } angenommenes Ticket
   *[other] { $count } angenommene Tickets
}
tabled = { $count ->
    [one] { $count } für alle freigegebenes Ticket
   *[other] { $count } für alle freigegebene Tickets
}
handings = { $count ->
    [one] { $count } Weitergabe zu bestätigen
   *[other] { $count } Weitergaben zu bestätigen
}
button = Ihre Veranstaltungen ansehen
