title = Paramètres
email = E-mails
site = Ce site
people = Personnes
server = Serveur
version = Ticket Pool, version { $version }
where-to-change = Les paramètres sont lus au démarrage, dans les variables d’environnement ou le fichier .env. Pour en changer un, modifiez-le là et redémarrez.
not-set = Non défini
send-test = Envoyer un e-mail de test
print-test = Afficher un e-mail de test
test-to = Nous l’enverrons à { $address }.
as-of = État au { $time }
printed = Dans le journal
checking = Vérification…
checking-what = Nous n’avons pas encore de nouvelles d’Amazon SES. Actualisez dans 30 secondes.
down = Ne répond pas
unknown = Inconnu
unknown-what = Amazon SES répond, mais ne dit rien du compte : ces clés ont besoin de l’autorisation ses:GetAccount. Les e-mails partent quand même.
paused = En pause
paused-what = Amazon SES a suspendu l’envoi pour ce compte. Consultez la console SES. Les e-mails attendent.
sandbox = Mode sandbox
sandbox-what = { $day ->
    [one] Votre compte Amazon SES est en mode sandbox : seules les adresses vérifiées reçoivent des e-mails. Demandez l’accès de production à AWS avant d’ajouter des personnes. { $sent } e-mail envoyé sur { $day } en 24 heures ; jusqu’à { $rate } par seconde.
   *[other] Votre compte Amazon SES est en mode sandbox : seules les adresses vérifiées reçoivent des e-mails. Demandez l’accès de production à AWS avant d’ajouter des personnes. { $sent } e-mails envoyés sur { $day } en 24 heures ; jusqu’à { $rate } par seconde.
}
works = Fonctionne
works-what = { $day ->
    [one] Amazon SES est prêt. { $sent } e-mail envoyé sur { $day } en 24 heures ; jusqu’à { $rate } par seconde.
   *[other] Amazon SES est prêt. { $sent } e-mails envoyés sur { $day } en 24 heures ; jusqu’à { $rate } par seconde.
}
app-name = Le nom affiché sur chaque page et dans les e-mails.
app-url = L’adresse du site. Les liens des e-mails commencent par elle.
time-zone = Le fuseau horaire des nouveaux événements et des pages d’administration.
security-contact = Où signaler un problème de sécurité. Publié dans security.txt.
mail-enabled = Si les e-mails sont envoyés. Sinon, ils sont écrits dans le journal du serveur.
mail-transport = Comment les e-mails sont envoyés.
aws-region = La région AWS d’Amazon SES.
mail-from = L’adresse d’expéditeur. Votre serveur de messagerie ou SES doit pouvoir envoyer en son nom.
smtp-url = Le serveur de messagerie qui envoie les e-mails, sans utilisateur ni mot de passe.
ses-configuration = Un jeu de configuration SES, facultatif.
mail-rate = Combien d’e-mails le service d’e-mail accepte au plus par seconde. Amazon SES l’indique lui-même ; le plus petit des deux compte.
who-creates = Qui peut créer des événements : organisateurs et admins, ou tout le monde.
login-unbound = Ce qu’un lien de connexion montre dans un autre navigateur : un bouton, ou un champ pour le code du même e-mail. Avec le code, on ne répond aussi aux propositions qu’une fois connecté.
database = Vos données sont dans ce fichier. Sauvegardez-le avec « ticket-pool backup FICHIER ».
database-url = Vos données sont dans cette base. Sauvegardez-la avec pg_dump.
listen = L’adresse et le port d’écoute du serveur.
proxies = Les proxys inverses auxquels nous nous fions pour l’adresse IP des visiteurs.
drand = D’où viennent les nombres publics des tirages ; le premier serveur qui en a un le donne. Si c’est vide, l’organisation les colle.
log-format = Format du journal : text ou json.
backups = Sauvegardes
backup-ok = À jour
backup-late = En retard
backup-off = Désactivées
backup-off-what = Aucune sauvegarde n’est faite automatiquement. Définissez BACKUP_DIR pour en avoir une chaque jour.
backup-last = Dernière sauvegarde : { $time }
backup-none = Il n’y a pas encore de sauvegarde.
backup-due = Il devrait y en avoir une nouvelle chaque jour.
backup-failed = La dernière tentative a échoué : { $why }
backup-dir = Le dossier des sauvegardes quotidiennes. S’il est vide, aucune n’est faite automatiquement.
metrics-listen = L’adresse et le port où les outils de surveillance lisent les chiffres du serveur. Si none, nulle part.
sns-topics = Les sujets Amazon SNS qui signalent les e-mails rejetés et les plaintes. Si none, ces signalements sont refusés.
alarms = Alertes
alarms-on = Vous recevez un e-mail quand quelque chose ne va pas : des e-mails qui ne partent pas, aucune sauvegarde récente, un disque plein. Au plus un par jour pour chacun.
alarms-off = Vous ne recevez pas d’e-mail quand quelque chose ne va pas. Vos pages le montrent quand même.
alarms-turn-on = M’envoyer un e-mail
alarms-turn-off = Ne plus m’envoyer d’e-mail
