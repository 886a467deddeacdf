closes = { $starts } · Demandes jusqu’au { $closes } ({ $distance })
canceled = Annulé
you-requested = Vous avez demandé { $wish }.
all-assigned = Tout est attribué
undecided = { $count ->
    [one] { $count } non décidé
   *[other] { $count } non décidés
}
assign = Attribuer les billets
no-request = Pas encore de demande
no-tickets = Pas de billets cette fois
no-tickets-now = Plus de billets
request = Demander des billets
edit = Modifier la demande
