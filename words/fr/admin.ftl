title = Administration
sections = Pages d’administration
people = Personnes
events = Événements
email = E-mails
log = Journal
settings = Paramètres

## Ce qui demande quelqu’un

attention = À traiter
failed = { $count ->
    [one] { $count } e-mail a échoué
   *[other] { $count } e-mails ont échoué
}
failed-about = { $count ->
    [one] { $count } e-mail a échoué
   *[other] { $count } e-mails ont échoué
} · { $event }
failed-open = Ouvrir les e-mails échoués
owner = { $name } : compte désactivé, mais encore propriétaire de { $count ->
    [one] { $count } événement sans résultat.
   *[other] { $count } événements sans résultat.
}
owner-transfer = Transférer la propriété
late = { $event } : demandes closes { $when }, { $count } non décidées
late-assign = Attribuer les billets
refused = { $count } connexions refusées depuis un même réseau en 24 heures
refused-open = Ouvrir le journal
printed = Les e-mails sont affichés là où le site tourne, pas envoyés.
sandbox = Amazon SES est en mode bac à sable : seules les adresses vérifiées reçoivent des e-mails.
paused = Amazon SES a suspendu l’envoi.
silent = Amazon SES ne répond pas.
backup-late = La dernière sauvegarde date de plus d’un jour.
backup-none = Il n’y a aucune sauvegarde de la base de données.
to-settings = Ouvrir les paramètres

## Chiffres

active = personnes actives
requests = demandes pour les événements ouverts
tickets = sur { $tickets } billets attribués, { $season }
mails = e-mails en 24 heures
mails-failed = e-mails en 24 heures, { $failed } échoués
never = { $count ->
    [0] Tout le monde s’est déjà connecté ici.
    [one] { $count } personne active ne s’est jamais connectée ici.
   *[other] { $count } personnes actives ne se sont jamais connectées ici.
}

## Demande

demand = Demande
demand-reads = En gris : billets demandés. En or : billets disponibles. Les événements ouverts d’abord, puis les derniers autres.
demand-label = Demandes et billets de { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}. Le plus demandé : { $event }, avec { $times } fois les billets disponibles.
demand-times = { $times }×
event = Événement
tickets-column = Billets
requested = Demandés
asking = Personnes
closes = Clôture des demandes

## Équité

fairness = Équité
fairness-reads = Chaque point est une personne. Plus près de la ligne, plus c’est juste. En ombré : 8 personnes sur 10.
fairness-label = { $season } : 8 sur 10 de { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
} se tiennent entre { $ahead } billets d’avance sur leur juste part et { $behind } de retard.
within = ±{ $by }
season = Saison
counting = Personnes
ahead = Le plus en avance (1 sur 10)
middle = Au milieu
behind = Le plus en retard (1 sur 10)

## Réponses

answers = Réponses
answers-reads = Personnes ayant demandé des billets pour les événements ouverts, du jour de leur création à la clôture. En pointillé : toutes les personnes actives.
answered = { $people } sur { $active } ont répondu · clôture { $when }
answers-label = { $event } : { $people } personnes actives sur { $active } ont demandé des billets ; clôture des demandes { $when }.

## E-mails

emails = E-mails
emails-reads = Par jour : envoyés et, au-dessus, hachurés, échoués.
emails-label = En { $days } jours, { $sent ->
    [one] { $sent } e-mail envoyé
   *[other] { $sent } e-mails envoyés
}, { $failed } échoués.
wait = La moitié est partie en { $seconds ->
    [one] { $seconds } seconde.
   *[other] { $seconds } secondes.
}
wait-minutes = La moitié est partie en { $minutes ->
    [one] { $minutes } minute.
   *[other] { $minutes } minutes.
}
failure = À { $person } : { $reason }
failure-about = À { $person }, au sujet de { $event } : { $reason }
nobody = destinataire inconnu
no-reason = sans raison indiquée
day = Jour
sent = Envoyés
failed-column = Échoués

## Connexions

sign-ins = Connexions
sign-ins-reads = Par jour : connexions et, au-dessus, hachurés, codes faux et liens déjà utilisés.
sign-ins-label = En { $days } jours, { $count ->
    [one] { $count } connexion
   *[other] { $count } connexions
} ; { $refused ->
    [one] { $refused } tentative refusée.
   *[other] { $refused } tentatives refusées.
}
signed-in = Connexions
refused-column = Refusées
