tickets = { $count ->
    [one] { $count } Ticket
   *[other] { $count } Tickets
}
people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
requests = { $count ->
    [one] { $count } Anfrage
   *[other] { $count } Anfragen
}
events = { $count ->
    [one] { $count } Veranstaltung
   *[other] { $count } Veranstaltungen
}
emails = { $count ->
    [one] { $count } E-Mail
   *[other] { $count } E-Mails
}

percent = { $number }{"\u00A0"}%
percent-under-one = weniger als 1{"\u00A0"}%
percent-over-99 = mehr als 99{"\u00A0"}%

and-last = { $one } und { $last }
and-last-of-more = { $one } und { $last }
or-last = { $one } oder { $last }
or-last-of-more = { $one } oder { $last }
before = { $one }, { $rest }
once = einmal
twice = zweimal
times = { $count ->
    [one] { $count }-mal
   *[other] { $count }-mal
}
general-season = Allgemein
no-season = Keine Saison
