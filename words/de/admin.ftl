title = Verwaltung
sections = Seiten der Verwaltung
people = Personen
events = Veranstaltungen
email = E-Mail
log = Protokoll
settings = Einstellungen

## Was jemanden braucht

attention = Braucht Aufmerksamkeit
failed = { $count ->
    [one] { $count } E-Mail ist fehlgeschlagen
   *[other] { $count } E-Mails sind fehlgeschlagen
}
failed-about = { $count ->
    [one] { $count } E-Mail ist fehlgeschlagen
   *[other] { $count } E-Mails sind fehlgeschlagen
} · { $event }
failed-open = Fehlgeschlagene E-Mails öffnen
owner = { $name } ist deaktiviert, und noch { $count ->
    [one] gehört der Person { $count } Veranstaltung ohne Ergebnis.
   *[other] gehören der Person { $count } Veranstaltungen ohne Ergebnis.
}
owner-transfer = Veranstaltung übertragen
late = { $event }: Anfragen endeten { $when }, { $count } offen
late-assign = Tickets zuteilen
refused = { $count } abgelehnte Anmeldungen aus einem Netz in 24 Stunden
refused-open = Protokoll öffnen
printed = E-Mails werden dort ausgegeben, wo die Website läuft, und nicht gesendet.
sandbox = Amazon SES ist im Sandbox-Modus: Nur bestätigte Adressen bekommen E-Mails.
paused = Amazon SES hat das Senden angehalten.
silent = Amazon SES antwortet nicht.
backup-late = Die letzte Sicherung ist älter als ein Tag.
backup-none = Es gibt keine Sicherung der Datenbank.
to-settings = Einstellungen öffnen

## Zahlen

active = aktive Personen
requests = Anfragen für laufende Veranstaltungen
tickets = von { $tickets } Tickets zugeteilt, { $season }
mails = E-Mails in 24 Stunden
mails-failed = E-Mails in 24 Stunden, { $failed } fehlgeschlagen
never = { $count ->
    [0] Alle haben sich hier schon angemeldet.
    [one] { $count } aktive Person hat sich hier noch nie angemeldet.
   *[other] { $count } aktive Personen haben sich hier noch nie angemeldet.
}

## Nachfrage

demand = Nachfrage
demand-reads = Grau: angefragte Tickets. Gold: vorhandene Tickets. Zuerst die laufenden Veranstaltungen, dann die letzten anderen.
demand-label = Anfragen und Tickets von { $count ->
    [one] { $count } Veranstaltung
   *[other] { $count } Veranstaltungen
}. Am begehrtesten: { $event }, mit { $times }-mal so vielen angefragten Tickets, wie es gibt.
demand-times = { $times }×
event = Veranstaltung
tickets-column = Tickets
requested = Angefragt
asking = Personen
closes = Anfragen bis

## Fairness

fairness = Fairness
fairness-reads = Jeder Punkt ist eine Person. Je näher an der Linie, desto fairer. Schattiert: 8 von 10 Personen.
fairness-label = { $season }: 8 von 10 von { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
} liegen zwischen { $ahead } Tickets über ihrem fairen Anteil und { $behind } darunter.
within = ±{ $by }
season = Saison
counting = Personen
ahead = Am weitesten voraus (1 von 10)
middle = In der Mitte
behind = Am weitesten zurück (1 von 10)

## Antworten

answers = Antworten
answers-reads = Personen, die für laufende Veranstaltungen Tickets angefragt haben, vom Tag, an dem die Veranstaltung angelegt wurde, bis zum Anfrageschluss. Gestrichelt: alle Aktiven.
answered = { $people } von { $active } haben geantwortet · Anfrageschluss { $when }
answers-label = { $event }: { $people } von { $active } aktiven Personen haben Tickets angefragt; Anfrageschluss { $when }.

## E-Mails

emails = E-Mails
emails-reads = Je Tag: gesendete und darüber, schraffiert, fehlgeschlagene.
emails-label = In { $days } Tagen { $sent ->
    [one] wurde { $sent } E-Mail gesendet
   *[other] wurden { $sent } E-Mails gesendet
}, { $failed } sind fehlgeschlagen.
wait = Die Hälfte ging binnen { $seconds ->
    [one] { $seconds } Sekunde ab.
   *[other] { $seconds } Sekunden ab.
}
wait-minutes = Die Hälfte ging binnen { $minutes ->
    [one] { $minutes } Minute ab.
   *[other] { $minutes } Minuten ab.
}
failure = An { $person }: { $reason }
failure-about = An { $person }, zu { $event }: { $reason }
nobody = unbekannt
no-reason = ohne Angabe eines Grundes
day = Tag
sent = Gesendet
failed-column = Fehlgeschlagen

## Anmeldungen

sign-ins = Anmeldungen
sign-ins-reads = Je Tag: Anmeldungen und darüber, schraffiert, falsche Codes und schon benutzte Links.
sign-ins-label = In { $days } Tagen gab es { $count ->
    [one] { $count } Anmeldung
   *[other] { $count } Anmeldungen
}; { $refused ->
    [one] { $refused } Versuch wurde abgelehnt.
   *[other] { $refused } Versuche wurden abgelehnt.
}
signed-in = Anmeldungen
refused-column = Abgelehnt
