### Ce que l’on sait d’un serveur de messagerie (SMTP), et ce qu’il a répondu. Ce qu’il dit lui-même ($said) est montré tel quel.

checking = Nous n’avons pas encore de nouvelles du serveur de messagerie. Actualisez dans 30 secondes.
works = Le serveur de messagerie est prêt.
silent = Le serveur de messagerie ne répond pas. Les e-mails attendent.
silent-short = Le serveur de messagerie ne répond pas.
unreachable = Le serveur de messagerie est injoignable : { $said }.
insecure = Pas de connexion sûre au serveur de messagerie : { $said }.
login = Le serveur de messagerie a refusé l’identification : { $said }.
sender = Le serveur de messagerie a refusé l’adresse d’expéditeur : { $said }.
recipient = Le serveur de messagerie a refusé le destinataire : { $said }.
data = Le serveur de messagerie n’a pas voulu de l’e-mail : { $said }.
content = Le serveur de messagerie a refusé l’e-mail : { $said }.
unconfirmed = Le serveur de messagerie n’a pas confirmé avoir accepté l’e-mail.
address = Impossible d’envoyer un e-mail à cette adresse.
## L’état de la connexion
nowhere = son nom est introuvable
in-time = pas de réponse à temps
refused = la connexion a été refusée
cut = la connexion a été coupée
no-tls = il ne propose pas TLS
odd = ses réponses n’ont pas de sens
