title = Prüfen und abschließen
page = Prüfen: { $event }
board = Zuteilung
summary = Übersicht
preview = Vorschau der E-Mails
own-language = Hier in Ihrer Sprache. Alle erhalten die E-Mail in der Sprache, die sie gewählt haben, sonst auf Englisch.
get-first = { $count ->
    [one] bekommt die erste Wahl
   *[other] bekommen die erste Wahl
}
get-accepted = { $count ->
    [one] bekommt eine andere Zahl, die recht ist
   *[other] bekommen eine andere Zahl, die recht ist
}
get-other = { $count ->
    [one] bekommt eine nicht angefragte Zahl, mit Grund
   *[other] bekommen eine nicht angefragte Zahl, mit Grund
}
get-none = { $count ->
    [one] bekommt keine
   *[other] bekommen keine
}
undecided = { $count ->
    [one] ist offen
   *[other] sind offen
}
not-ready = Noch nicht bereit zum Abschließen
still-undecided = { $count ->
    [one] { $count } Anfrage ist noch offen.
   *[other] { $count } Anfragen sind noch offen.
}
back = Zurück zur Zuteilung
email-changed = { $count ->
    [one] Abschließen und { $count } Person schreiben
   *[other] Abschließen und { $count } Personen schreiben
}
email-all = { $count ->
    [one] Abschließen und { $count } Person schreiben
   *[other] Abschließen und allen { $count } Personen schreiben
}
email-only = { $count ->
    [one] Abschließen und nur { $count } Person schreiben
   *[other] Abschließen und nur { $count } Personen schreiben
}
email-no-one = Abschließen ohne E-Mails
why = Warum sich Zahlen geändert haben
why-hint = Jemand bekommt eine andere Zahl als mitgeteilt. Die Person liest das in ihrer E-Mail und auf ihrer Seite.
no-one-changed = Bei niemandem hat sich die Zahl geändert.
only-deactivated = Nur deaktivierte Personen haben eine andere Zahl als mitgeteilt.
only-those-changed = Eine E-Mail bekommen nur die, deren Zahl sich geändert hat.
everyone = Alle mit einer Anfrage bekommen eine E-Mail, auch wer leer ausging.
told-other-date = { $count ->
    [one] { $count } Person kennt ein anderes Datum oder einen anderen Ort. Sie erfährt jetzt, was gilt.
   *[other] { $count } Personen kennen ein anderes Datum oder einen anderen Ort. Sie erfahren jetzt, was gilt.
}
counts-for-told = In der Saison zählt die Veranstaltung nur für die, denen das Ergebnis mitgeteilt wird.
line = Nachricht an alle, die Tickets bekommen
line-hint = Zum Beispiel, wo sie abzuholen sind. Freiwillig. Steht auf der Seite der Veranstaltung und in der E-Mail.
deactivated = { $count ->
    [one] { $count } Person ist deaktiviert und bekommt keine E-Mail.
   *[other] { $count } Personen sind deaktiviert und bekommen keine E-Mail.
}
unreachable = { $of ->
    [one] { $count } von { $of } Person ist per E-Mail nicht erreichbar: { $names }. Sagen Sie es ihr selbst.
   *[other] Von { $of } Personen per E-Mail nicht erreichbar: { $count } ({ $names }). Sagen Sie es ihnen selbst.
}
finalize = Ergebnis abschließen
finalize-all = { $count ->
    [one] Abschließen, { $count } Person erneut mitteilen
   *[other] Abschließen, allen { $count } Personen erneut mitteilen
}
finalize-only = { $count ->
    [one] Abschließen nur für { $count } Person
   *[other] Abschließen nur für { $count } Personen
}
finalize-silently = Abschließen, ohne es mitzuteilen
line-hint-unsent = Zum Beispiel, wo sie abzuholen sind. Freiwillig. Steht auf der Seite der Veranstaltung.
why-hint-unsent = Jemand bekommt eine andere Zahl als mitgeteilt. Die Person liest das auf ihrer Seite.
