title = E-mails
states = Statut des e-mails
all = Tous
failed = Échec
waiting = En attente
sent = Envoyé
unsent = Non envoyé
sending = Envoi en cours
printed = Affiché, non envoyé
none = Aucun e-mail pour l’instant. Ils apparaîtront ici quand vous ajouterez des personnes et des événements.
none-failed = Aucun e-mail en échec. Tout va bien.
none-waiting = Aucun e-mail en attente.
none-sent = Aucun e-mail envoyé pour l’instant.
none-unsent = Tous les e-mails ont été envoyés.
latest = { $of ->
    [one] Les { $shown } plus récents sur { $of } e-mail.
   *[other] Les { $shown } plus récents sur { $of } e-mails.
}
to = À
email = E-mail
time = Heure
status = Statut
actions = Actions
someone = Quelqu’un qui se connecte
about-event = { $email } : { $event }
resend = Renvoyer
resend-to = Renvoyer : { $person }
oldest = { $count ->
    [one] { $count } e-mail attend. Il a été écrit { $since }.
   *[other] { $count } e-mails attendent. Le plus ancien a été écrit { $since }.
}
reasons = Pourquoi des e-mails ont échoué
no-reason = Aucune raison n’est connue.
failed-for = { $count ->
    [one] { $count } e-mail :
   *[other] { $count } e-mails :
}
resend-all = Tout renvoyer
resend-all-of = Tout renvoyer : { $reason }
told = Prévenu de vive voix
told-to = Prévenu de vive voix : { $person }
told-in-person = Prévenu de vive voix
off = Les e-mails sont désactivés. Les messages sont écrits dans le journal du serveur.
silent = Amazon SES ne répond pas. Nous réessaierons pendant plusieurs heures.
paused = Amazon SES a suspendu l’envoi. Les e-mails partiront quand il reprendra.
time-needed = { $count ->
    [one] { $count } e-mail en { $time } ou plus, à { $rate } par seconde.
   *[other] { $count } e-mails en { $time } ou plus, à { $rate } par seconde.
}
too-many = { $day ->
    [one] Amazon SES autorise { $day } e-mail par 24 heures. { $sent } sont partis : il reste { $left } envois possibles.
   *[other] Amazon SES autorise { $day } e-mails par 24 heures. { $sent } sont partis : il reste { $left } envois possibles.
}
sandbox = Votre compte Amazon SES est en mode sandbox : seules les adresses vérifiées reçoivent des e-mails.
retried = { $count ->
    [one] { $count } e-mail n’a pas pu partir tout de suite et fait l’objet de nouvelles tentatives.
   *[other] { $count } e-mails n’ont pas pu partir tout de suite et font l’objet de nouvelles tentatives.
}
about-a-second = environ une seconde
about-seconds = { $count ->
    [one] environ { $count } seconde
   *[other] environ { $count } secondes
}
about-minutes = { $count ->
    [one] environ { $count } minute
   *[other] environ { $count } minutes
}
about-hours = { $count ->
    [one] environ { $count } heure
   *[other] environ { $count } heures
}
reason-deactivated = Cette personne est désactivée.
reason-nobody = Personne ici n’a cette adresse.
reason-taken = Quelqu’un ici a cette adresse.
reason-signed-out = La personne a été déconnectée partout, ou l’adresse a été changée.
reason-over = C’est annulé, redemandé, ou trop ancien.
reason-undone = Le changement a été annulé, un admin a changé l’adresse, ou c’est trop ancien.
reason-unreadable = Le contenu de cet e-mail est illisible.
reason-unreachable = Le service d’e-mail est injoignable.
reason-no-keys = Aucun identifiant AWS dans les paramètres ni chez AWS.
reason-settings = Connexion à SES impossible. Vérifiez les clés, la région et le point d’accès.
reason-unconfirmed = Le service d’e-mail n’a pas confirmé avoir accepté l’e-mail.
reason-failed-before = Le service d’e-mail a échoué avant d’accepter l’e-mail.
reason-endless = L’envoi ne s’est jamais terminé.
reason-put-back = Pas encore tenté.
reason-not-known = Par deux fois, le service d’e-mail n’a pas confirmé l’avoir accepté. Il n’est pas envoyé une troisième fois automatiquement.
reason-died = Le programme s’est arrêté pendant l’envoi. On ignore s’il a été envoyé.
reason-asked-again = Un e-mail plus récent a été demandé.
reason-off = Ces e-mails ont été désactivés.
reason-gone = L’événement n’existe plus.
reason-closed = Les demandes sont closes.
reason-moved = La date a été déplacée.
reason-answered = La personne a répondu entre-temps.
reason-no-tickets = La personne n’a plus de billets.
reason-begun = L’événement a commencé.
reason-night = Il a été retenu jusque dans la nuit, et le lendemain matin aurait été trop tard.
reason-told-later = Un e-mail ultérieur le dit aussi.
reason-as-it-was = C’est de nouveau comme avant.
reason-not-so = Ce n’est plus le cas.
reason-restored = Il attendait quand la sauvegarde restaurée a été faite, et a peut-être été envoyé depuis.
given-up = { $tries ->
    [one] { $reason } Abandonné après { $tries } tentative.
   *[other] { $reason } Abandonné après { $tries } tentatives.
}
