title = Attribuer les billets : { $event }
heading = { $tickets ->
    [one] Attribuer { $tickets } billet
   *[other] Attribuer { $tickets } billets
}
crumb = { $event } · Demandes closes · { $requests ->
    [one] { $requests } demande
   *[other] { $requests } demandes
}
empty = Aucune demande pour le moment. Ajoutez-en une pour quelqu’un, ou rouvrez les demandes.
to-event = Voir l’événement
keys = Clavier : les chiffres attribuent, les flèches changent de personne, Entrée va à la prochaine demande non décidée, Fin à la barre.
skip = Aller à la barre
draw = Voir le tirage
undo-draw = Annuler le tirage appliqué
still-open = Les demandes sont encore ouvertes
still-open-why = { $requests ->
    [one] { $requests } demande pour le moment. Fermez d’abord les demandes, pour que personne ne s’ajoute pendant l’attribution.
   *[other] { $requests } demandes pour le moment. Fermez d’abord les demandes, pour que personne ne s’ajoute pendant l’attribution.
}
close = Clore les demandes et attribuer les billets
tickets-for = Billets pour { $name }
undecided-choice = Non décidé
other = Autre nombre…
other-for = Autre nombre pour { $name }
give-other = Autre nombre
number = Billets
reason = Motif (visible par les autres)
drew = Tiré : { $count }
had = Avait { $count }
first-request = Première demande de la saison
got = Billets reçus { $got } fois sur { $asked }
told = Annoncé : { $count }
old-system = Ancien système : { $count }
parts = Pages du tableau
part-before = Enregistrer et revenir
part-after = Enregistrer et continuer
part = { $from }–{ $to } sur { $all } : de { $first } à { $last }
part-numbers = { $from }–{ $to } sur { $all }
tools = Chercher et trier
search = Chercher un nom
sort = Trier par
sort-name = Nom
sort-behind = Les plus en retard
sort-since = Heure de la demande
show = Afficher
show-all = Tout le monde
show-undecided = Non décidées
show-notes = Avec une note
show-overrides = Dérogations
show-counted = { $what } ({ $count })
apply = Afficher
clear = Tout afficher
none-found = Aucune correspondance. Rien n’est perdu : les autres sont toujours au tableau.
found = { $found } sur { $all ->
    [one] { $all } personne
   *[other] { $all } personnes
}. L’enregistrement ne change que les lignes affichées.
left = { $given } sur { $tickets } attribués · reste { $left }
over = ⚠ { $given } sur { $tickets } attribués · { $over } de trop
undecided = { $count } à décider
bar = État et actions du tableau
saving = Enregistrement…
saved = Enregistré
over-limit = Trop de billets : pas encore enregistré
unsaved = Pas encore enregistré
unfinished = Pas encore enregistré : ajoutez le nombre et un motif
offline = Pas de connexion. L’enregistrement se fera à la prochaine modification, ou avec « Enregistrer ».
compare = Comparer les modifications
undo = Annuler
save = Enregistrer
run-draw = Faire un tirage
review = Vérifier
leftovers = Attribuer le reste
unreachable = Injoignable par e-mail
