title = Einstellungen
email = E-Mail
site = Diese Website
people = Personen
server = Server
version = Ticket Pool, Version { $version }
where-to-change = Einstellungen werden beim Start aus Umgebungsvariablen oder der Datei .env gelesen. Um eine zu ändern, bearbeiten Sie sie dort und starten Sie neu.
not-set = Nicht gesetzt
send-test = Test-E-Mail senden
print-test = Test-E-Mail ausgeben
test-to = Wir schicken sie an { $address }.
as-of = Stand: { $time }
printed = Nur ins Protokoll
checking = Wird geprüft …
checking-what = Von Amazon SES kam noch nichts. Laden Sie die Seite in 30 Sekunden neu.
down = Antwortet nicht
unknown = Unbekannt
unknown-what = Amazon SES antwortet, sagt aber nichts über das Konto: Diese Schlüssel brauchen die Berechtigung ses:GetAccount. E-Mails gehen trotzdem hinaus.
paused = Angehalten
paused-what = Amazon SES hat das Senden für dieses Konto angehalten. Sehen Sie in der SES-Konsole nach. E-Mails warten.
sandbox = Sandbox-Modus
sandbox-what = { $day ->
    [one] Ihr Konto bei Amazon SES ist im Sandbox-Modus: Nur bestätigte Adressen bekommen E-Mails. Beantragen Sie bei AWS den Produktionszugang, bevor Sie Personen hinzufügen. { $sent } von { $day } E-Mail in den letzten 24 Stunden gesendet; bis zu { $rate } pro Sekunde.
   *[other] Ihr Konto bei Amazon SES ist im Sandbox-Modus: Nur bestätigte Adressen bekommen E-Mails. Beantragen Sie bei AWS den Produktionszugang, bevor Sie Personen hinzufügen. { $sent } von { $day } E-Mails in den letzten 24 Stunden gesendet; bis zu { $rate } pro Sekunde.
}
works = Funktioniert
works-what = { $day ->
    [one] Amazon SES ist bereit. { $sent } von { $day } E-Mail in den letzten 24 Stunden gesendet; bis zu { $rate } pro Sekunde.
   *[other] Amazon SES ist bereit. { $sent } von { $day } E-Mails in den letzten 24 Stunden gesendet; bis zu { $rate } pro Sekunde.
}
app-name = Der Name auf jeder Seite und in E-Mails.
app-url = Die Adresse der Website. Links in E-Mails beginnen damit.
time-zone = Die Zeitzone für neue Veranstaltungen und für Seiten der Admins.
security-contact = Wo man ein Sicherheitsproblem meldet. Steht in security.txt.
mail-enabled = Ob E-Mails gesendet werden. Sonst stehen sie im Protokoll des Servers.
mail-transport = Wie E-Mails gesendet werden.
aws-region = Die AWS-Region für Amazon SES.
mail-from = Die Absenderadresse. Ihr Mailserver oder SES muss für sie senden dürfen.
smtp-url = Der Mailserver, der die E-Mails sendet, ohne Benutzer und Passwort.
ses-configuration = Ein SES Configuration Set, falls gewünscht.
mail-rate = Wie viele E-Mails der E-Mail-Dienst höchstens pro Sekunde annimmt. Amazon SES sagt es selbst; es gilt die kleinere Zahl.
who-creates = Wer Veranstaltungen anlegen kann: Organisation und Admins, oder alle.
login-unbound = Was ein Anmeldelink in einem anderen Browser zeigt: eine Schaltfläche, oder ein Feld für den Code derselben E-Mail. Mit dem Code wird auch auf Angebote nur geantwortet, wo jemand angemeldet ist.
database = Ihre Daten liegen in dieser Datei. Sichern Sie sie mit „ticket-pool backup DATEI“.
database-url = Ihre Daten liegen in dieser Datenbank. Sichern Sie sie mit pg_dump.
listen = Adresse und Port, an denen der Server wartet.
proxies = Reverse Proxys, denen wir die IP-Adressen der Besuche glauben.
drand = Woher öffentliche Zufallszahlen für Verlosungen kommen; der erste Server, der eine hat, gibt sie. Wenn leer, fügt die Organisation sie ein.
log-format = Format des Protokolls: text oder json.
backups = Sicherungen
backup-ok = Aktuell
backup-late = Überfällig
backup-off = Aus
backup-off-what = Es werden keine Sicherungen von selbst angelegt. Mit BACKUP_DIR entsteht jeden Tag eine.
backup-last = Letzte Sicherung: { $time }
backup-none = Es gibt noch keine Sicherung.
backup-due = Jeden Tag sollte eine neue entstehen.
backup-failed = Der letzte Versuch ist fehlgeschlagen: { $why }
backup-dir = Der Ordner für tägliche Sicherungen. Ist er leer, wird keine von selbst angelegt.
metrics-listen = Adresse und Port, an denen Überwachungsprogramme Zahlen über den Server lesen. Bei none nirgends.
sns-topics = Die Themen von Amazon SNS, die unzustellbare E-Mails und Beschwerden melden. Bei none werden solche Meldungen abgewiesen.
alarms = Alarme
alarms-on = Sie bekommen eine E-Mail, wenn mit der Website etwas nicht stimmt: wenn E-Mails nicht gesendet werden, eine aktuelle Sicherung fehlt oder der Speicher voll ist. Höchstens eine am Tag je Grund.
alarms-off = Sie bekommen keine E-Mail, wenn mit der Website etwas nicht stimmt. Auf Ihren Seiten steht es trotzdem.
alarms-turn-on = E-Mails bekommen
alarms-turn-off = Keine E-Mails mehr
