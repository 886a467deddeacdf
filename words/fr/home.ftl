### L’accueil : ce qui est nouveau, ce que l’on organise, ce qui est ouvert, ce que l’on attend, ce qui est sorti.

title = Accueil
greeting = Bonjour { $name }
new-event = Nouvel événement
new-results = { $count ->
    [one] Nouveau résultat
   *[other] Nouveaux résultats
}
run = Vous organisez
open = Ouverts aux demandes
waiting = En attente du résultat
results = Vos résultats
canceled = Annulés
see-all = { $count ->
    [one] Voir { $count } événement
   *[other] Voir les { $count } événements
}
events = { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}
all-events = Voir tous les événements
guests-missing = { $event } : indiquez encore { $count ->
    [one] { $count } nom
   *[other] { $count } noms
} pour vos billets, avant le { $when }.

## Un événement sur une ligne

closes = Clôture { $distance }
closes-of = { $closes } · { $tickets ->
    [one] { $tickets } billet
   *[other] { $tickets } billets
}
closes-with-demand = { $closes } · { $requested ->
    [one] { $requested } demandé
   *[other] { $requested } demandés
}, { $tickets ->
    [one] { $tickets } billet
   *[other] { $tickets } billets
}
requested = Vous avez demandé { $wish }
requested-closes = Vous avez demandé { $wish } · { $closes }
run-open = { $closes } · { $requests ->
    [one] { $requests } demande
   *[other] { $requests } demandes
}
run-closed = { $requests ->
    [0] Aucune demande
    [one] { $requests } demande
   *[other] { $requests } demandes
} · { $undecided ->
    [0] tout est décidé
    [one] { $undecided } non décidée
   *[other] { $undecided } non décidées
}
run-final = Définitif · { $given } sur { $tickets ->
    [one] { $tickets } billet attribué
   *[other] { $tickets } billets attribués
}
run-handings = { $count ->
    [one] { $count } transmission à confirmer
   *[other] { $count } transmissions à confirmer
}
answer = Répondre
answer-of = Répondre pour { $event }
got = { $tickets ->
    [0] Aucun billet
    [one] { $tickets } billet
   *[other] { $tickets } billets
}
was-canceled = Annulé
request = Demander
request-of = Demander des billets pour { $event }
edit = Modifier
edit-of = Modifier votre demande pour { $event }
allocate = Attribuer les billets
allocate-of = Attribuer les billets pour { $event }

## Quand il n’y a encore rien

empty-organizer = Créez votre premier événement. Il suffit d’un nom, d’une date et du nombre de billets.
empty-member = Rien à demander pour l’instant. Les événements apparaîtront ici dès que quelqu’un proposera des billets.

## Ce qu’une personne administratrice fait d’abord

start = Premiers pas
start-done = { $done } sur { $all }
start-step-done = Fait
start-account = Créer le premier compte admin
start-email = Vous envoyer un e-mail de test
start-email-why = Pour voir si les codes de connexion et les résultats arrivent.
start-email-do = Envoyer un e-mail de test
start-email-off = Activer les e-mails
start-email-off-why = D’ici là, les codes et les résultats s’affichent là où le programme s’exécute.
start-email-off-do = Voir les paramètres
start-people = Ajouter les personnes qui demanderont des billets
start-people-why = Collez-les depuis un tableur ou ajoutez-les une par une.
start-people-do = Ajouter des personnes
start-event = Créer votre premier événement
start-event-why = Il suffit d’un nom, d’une date et du nombre de billets. Ou essayez un exemple : vous pourrez le supprimer plus tard.
start-event-sample = Créer un exemple
