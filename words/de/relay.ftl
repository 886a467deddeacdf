### Was über einen Mailserver (SMTP) bekannt ist und was er geantwortet hat. Was er selbst sagt ($said), steht da, wie er es sagt.

checking = Vom Mailserver kam noch nichts. Laden Sie die Seite in 30 Sekunden neu.
works = Der Mailserver ist bereit.
silent = Der Mailserver antwortet nicht. E-Mails warten.
silent-short = Der Mailserver antwortet nicht.
unreachable = Der Mailserver war nicht erreichbar: { $said }.
insecure = Der Mailserver war nicht sicher erreichbar: { $said }.
login = Der Mailserver hat die Anmeldung abgelehnt: { $said }.
sender = Der Mailserver hat die Absenderadresse abgelehnt: { $said }.
recipient = Der Mailserver hat die Empfängeradresse abgelehnt: { $said }.
data = Der Mailserver wollte die E-Mail nicht: { $said }.
content = Der Mailserver hat die E-Mail abgelehnt: { $said }.
unconfirmed = Der Mailserver hat nicht bestätigt, ob er die E-Mail angenommen hat.
address = An diese Adresse lässt sich keine E-Mail senden.
## Wie die Verbindung war
nowhere = sein Name ist nicht zu finden
in-time = keine Antwort in der vorgesehenen Zeit
refused = die Verbindung wurde abgelehnt
cut = die Verbindung brach ab
no-tls = er bietet kein TLS an
odd = seine Antworten ergeben keinen Sinn
