since = Hinzugefügt: { $date }
bounced = E-Mails an diese Adresse kommen seit { $date } zurück. Fragen Sie nach einer anderen. Der Hinweis verschwindet, sobald sich die Person per E-Mail anmeldet.
refused = Der Mailserver dieser Adresse weist sie seit { $date } ab. Fragen Sie nach einer anderen. Der Hinweis verschwindet, sobald sich die Person per E-Mail anmeldet.
complained = Am { $date } wurde hier eine E-Mail von uns als unerwünscht gemeldet. Seither gehen an diese Person nur E-Mails, die sich nicht abstellen lassen.
ways-in = Anmeldung und Geräte
no-device = Auf keinem Gerät angemeldet.
devices = { $count ->
    [one] Auf { $count } Gerät angemeldet, zuletzt aktiv { $seen }.
   *[other] Auf { $count } Geräten angemeldet, zuletzt aktiv { $seen }.
}
sign-out-hint = Meldet die Person auf allen Geräten ab und macht Anmeldelinks ungültig, die unterwegs sind. Sie kann sich per E-Mail wieder anmelden.
sign-out = Überall abmelden
log = Im Aktivitätsprotokoll ansehen
link = Anmeldelink schicken
link-hint = Die Person kann sich nicht anmelden? Schicken Sie einen Link an ihre E-Mail-Adresse. Er gilt einmal, 3 Tage lang.
link-unsent = Die Person kann sich nicht anmelden? E-Mail ist aus; geben Sie ihr selbst einen Link. Erzeugen Sie ihn auf dem Server: { $command }
owns = { $name } ist deaktiviert, aber noch für diese Veranstaltungen eingetragen. Übertragen Sie jede an jemand anderen.
history = Bisherige Anfragen
only-final = Nur abgeschlossene Veranstaltungen zählen.
no-requests = Keine Anfragen in den letzten 24 Monaten.
latest = Die neuesten { $shown } Anfragen.
event = Veranstaltung
date = Datum
requested = Angefragt
got = Bekommen
not-used = { $count } nicht genutzt
status = Status
season-line = { $season }: { $counts }
emails = Letzte E-Mails
no-emails = Noch keine E-Mails.
email = E-Mail
time = Zeit
all-emails = Alle E-Mails ansehen
