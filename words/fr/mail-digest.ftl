title = Résumé quotidien
subject = { $count ->
    [one] Du nouveau pour { $count } événement · { $app }
   *[other] Du nouveau pour { $count } événements · { $app }
}
heading = Du nouveau pour vos événements
happened = { $event } : { $counts }.
and-closes = { $event } : { $counts }. Clôture des demandes aujourd’hui : { $when }.
only-closes = { $event } : clôture des demandes aujourd’hui, { $when }.
new = { $count ->
    [one] { $count } nouvelle demande
   *[other] { $count } nouvelles demandes
}
changed = { $count ->
    [one] { $count } demande modifiée
   *[other] { $count } demandes modifiées
}
withdrawn = { $count ->
    [one] { $count } demande retirée
   *[other] { $count } demandes retirées
}
failed = { $count ->
    [one] { $count } e-mail non remis
   *[other] { $count } e-mails non remis
}
returned = { $count ->
    [one] { $count } billet rendu
   *[other] { $count } billets rendus
}
offered = { $count ->
    [one] { $count } billet proposé à la personne suivante
   *[other] { $count } billets proposés aux personnes suivantes
}
taken = { $count ->
    [one] { $count } billet pris
   *[other] { $count } billets pris
}
tabled = { $count ->
    [one] { $count } billet mis en libre accès
   *[other] { $count } billets mis en libre accès
}
handings = { $count ->
    [one] { $count } transmission à confirmer
   *[other] { $count } transmissions à confirmer
}
button = Voir vos événements
