since = Ajout : { $date }
bounced = Les e-mails envoyés à cette adresse reviennent depuis le { $date }. Demandez-en une autre. Cette note disparaît quand la personne se connecte par e-mail.
refused = Le serveur de messagerie de cette adresse la refuse depuis le { $date }. Demandez-en une autre. Cette note disparaît quand la personne se connecte par e-mail.
complained = Le { $date }, cette personne a signalé un de nos e-mails comme indésirable. Elle ne reçoit plus que ceux qu’on ne peut pas désactiver.
ways-in = Connexion et appareils
no-device = Connecté sur aucun appareil.
devices = { $count ->
    [one] Connecté sur { $count } appareil, dernière activité { $seen }.
   *[other] Connecté sur { $count } appareils, dernière activité { $seen }.
}
sign-out-hint = Déconnecte la personne de tous les appareils et annule les liens de connexion en attente. Elle pourra se reconnecter par e-mail.
sign-out = Déconnecter partout
log = Voir dans le journal d’activité
link = Envoyer un lien de connexion
link-hint = La personne n’arrive pas à se connecter ? Envoyez un lien à son adresse e-mail. Il fonctionne une fois, pendant 3 jours.
link-unsent = La personne n’arrive pas à se connecter ? Les e-mails sont désactivés : donnez-lui un lien vous-même. Créez-le sur le serveur : { $command }
owns = { $name } est désactivé(e) mais possède encore ces événements. Choisissez un nouveau propriétaire pour chacun.
history = Historique des demandes
only-final = Seuls les événements définitifs comptent.
no-requests = Aucune demande au cours des 24 derniers mois.
latest = Les { $shown } dernières demandes.
event = Événement
date = Date
requested = Demandé
got = Obtenu
not-used = { $count ->
    [one] { $count } non utilisé
   *[other] { $count } non utilisés
}
status = Statut
season-line = { $season } : { $counts }
emails = E-mails récents
no-emails = Aucun e-mail pour l’instant.
email = E-mail
time = Heure
all-emails = Voir tous les e-mails
