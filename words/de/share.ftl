title = Veranstaltung bekannt machen
link = Link zum Weitergeben
everyone = { $count ->
    [0] Niemand ist anzuschreiben: Alle haben geantwortet, diese E-Mails abbestellt oder können sich nicht anmelden.
    [one] { $count } Person hat noch nicht geantwortet und bekommt E-Mails zu neuen Veranstaltungen. Sie bekommt eine E-Mail mit einem Knopf zum Anfragen. Das geht einmal.
   *[other] { $count } Personen haben noch nicht geantwortet und bekommen E-Mails zu neuen Veranstaltungen. Alle bekommen eine E-Mail mit einem Knopf zum Anfragen. Das geht einmal.
}
send = { $count ->
    [one] { $count } Person anschreiben
   *[other] { $count } Personen anschreiben
}
sent = Alle wurden angeschrieben: { $when }.
