### Was mit der Website nicht stimmt, für Admin-Personen: auf ihren Seiten und in einer E-Mail.

queue = { $minutes ->
    [one] E-Mails warten seit { $minutes } Minute und wurden noch nicht gesendet.
   *[other] E-Mails warten seit { $minutes } Minuten und wurden noch nicht gesendet.
}
failures = { $count ->
    [one] In der letzten Stunde ist { $count } E-Mail fehlgeschlagen.
   *[other] In der letzten Stunde sind { $count } E-Mails fehlgeschlagen.
}
backup = { $hours ->
    [one] Die letzte Sicherung ist { $hours } Stunde alt. Es sollte jeden Tag eine geben.
   *[other] Die letzte Sicherung ist { $hours } Stunden alt. Es sollte jeden Tag eine geben.
}
no-backup = Es gibt keine Sicherung der Datenbank. Es sollte jeden Tag eine geben.
disk = Der Speicher des Servers ist fast voll: Frei sind noch { $percent }.
admins = { $count ->
    [one] E-Mails erreichen { $count } Admin-Person nicht.
   *[other] E-Mails erreichen { $count } Admin-Personen nicht.
}
queue-over = E-Mails werden wieder gesendet. Keine wartet mehr lange.
failures-over = In der letzten Stunde sind höchstens noch einzelne E-Mails fehlgeschlagen.
backup-over = Es gibt wieder eine aktuelle Sicherung.
disk-over = Auf dem Server ist wieder genug Speicher frei.
admins-over = E-Mails erreichen wieder alle Admin-Personen.
open = Was zu tun ist
