title = E-Mail
states = Status der E-Mails
all = Alle
failed = Fehlgeschlagen
waiting = Wartet
sent = Gesendet
unsent = Nicht gesendet
sending = Wird gesendet
printed = Ausgegeben, nicht gesendet
none = Noch keine E-Mails. Hier stehen sie, sobald Sie Personen und Veranstaltungen anlegen.
none-failed = Keine fehlgeschlagenen E-Mails. Alles gut.
none-waiting = Keine E-Mails warten.
none-sent = Noch keine E-Mails gesendet.
none-unsent = Alle E-Mails wurden gesendet.
latest = { $of ->
    [one] Die neuesten { $shown } von { $of } E-Mail.
   *[other] Die neuesten { $shown } von { $of } E-Mails.
}
to = An
email = E-Mail
time = Zeit
status = Status
actions = Aktionen
someone = Jemand, der sich anmeldet
about-event = { $email }: { $event }
resend = Noch einmal senden
resend-to = Noch einmal senden: { $person }
oldest = { $count ->
    [one] { $count } E-Mail wartet. Geschrieben wurde sie { $since }.
   *[other] { $count } E-Mails warten. Die älteste wurde { $since } geschrieben.
}
reasons = Warum E-Mails fehlgeschlagen sind
no-reason = Es ist kein Grund bekannt.
failed-for = { $count ->
    [one] { $count } E-Mail:
   *[other] { $count } E-Mails:
}
resend-all = Alle erneut senden
resend-all-of = Alle erneut senden: { $reason }
told = Persönlich mitgeteilt
told-to = Persönlich mitgeteilt: { $person }
told-in-person = Persönlich mitgeteilt
off = E-Mail ist aus. Nachrichten werden stattdessen ins Protokoll des Servers geschrieben.
silent = Amazon SES antwortet nicht. Wir versuchen es noch mehrere Stunden.
paused = Amazon SES hat das Senden angehalten. E-Mails gehen hinaus, sobald es wieder läuft.
time-needed = { $count ->
    [one] { $count } E-Mail in mindestens { $time }, { $rate } pro Sekunde.
   *[other] { $count } E-Mails in mindestens { $time }, { $rate } pro Sekunde.
}
too-many = { $day ->
    [one] Amazon SES erlaubt { $day } E-Mail in 24 Stunden. { $sent } sind hinaus, also können jetzt noch { $left } gesendet werden.
   *[other] Amazon SES erlaubt { $day } E-Mails in 24 Stunden. { $sent } sind hinaus, also können jetzt noch { $left } gesendet werden.
}
sandbox = Ihr Konto bei Amazon SES ist im Sandbox-Modus: Nur bestätigte Adressen bekommen E-Mails.
retried = { $count ->
    [one] { $count } E-Mail konnte nicht gleich gesendet werden und wird von selbst noch einmal versucht.
   *[other] { $count } E-Mails konnten nicht gleich gesendet werden und werden von selbst noch einmal versucht.
}
about-a-second = etwa eine Sekunde
about-seconds = { $count ->
    [one] etwa { $count } Sekunde
   *[other] etwa { $count } Sekunden
}
about-minutes = { $count ->
    [one] etwa { $count } Minute
   *[other] etwa { $count } Minuten
}
about-hours = { $count ->
    [one] etwa { $count } Stunde
   *[other] etwa { $count } Stunden
}
reason-deactivated = Diese Person ist deaktiviert.
reason-nobody = Niemand hier hat diese Adresse.
reason-taken = Jemand hier hat diese Adresse.
reason-signed-out = Die Person wurde überall abgemeldet, oder die Adresse wurde geändert.
reason-over = Es wurde abgebrochen, noch einmal angefordert oder ist zu lange her.
reason-undone = Die Änderung wurde rückgängig gemacht, eine Admin-Person hat die Adresse geändert, oder es ist zu lange her.
reason-unreadable = Was diese E-Mail sagt, lässt sich nicht lesen.
reason-unreachable = Der E-Mail-Dienst war nicht erreichbar.
reason-no-keys = Keine AWS-Schlüssel in den Einstellungen oder von AWS.
reason-settings = Keine Verbindung zu SES. Prüfen Sie Schlüssel, Region und Endpunkt.
reason-unconfirmed = Der E-Mail-Dienst hat nicht bestätigt, ob er die E-Mail angenommen hat.
reason-failed-before = Der E-Mail-Dienst ist ausgefallen, bevor er die E-Mail annahm.
reason-endless = Das Senden nahm kein Ende.
reason-put-back = Noch nicht versucht.
reason-not-known = Zweimal hat der E-Mail-Dienst nicht bestätigt, ob er die E-Mail angenommen hat. Von selbst wird sie kein drittes Mal versendet.
reason-died = Das Programm endete während des Versands. Ob sie versendet wurde, ist nicht bekannt.
reason-asked-again = Es wurde eine neuere angefordert.
reason-off = Diese E-Mails wurden abbestellt.
reason-gone = Die Veranstaltung gibt es nicht mehr.
reason-closed = Die Anfragen sind beendet.
reason-moved = Der Termin wurde verlegt.
reason-answered = Inzwischen wurde geantwortet.
reason-no-tickets = Es gibt keine Tickets mehr für die Person.
reason-begun = Die Veranstaltung hat begonnen.
reason-night = Sie wurde bis in die Nacht aufgehalten, und am Morgen wäre es zu spät.
reason-told-later = Eine spätere E-Mail sagt das auch.
reason-as-it-was = Es ist wieder wie vorher.
reason-not-so = Es ist nicht mehr so.
reason-restored = Sie wartete, als die eingespielte Sicherung entstand, und wurde seither vielleicht schon gesendet.
given-up = { $tries ->
    [one] { $reason } Nach { $tries } Versuch aufgegeben.
   *[other] { $reason } Nach { $tries } Versuchen aufgegeben.
}
