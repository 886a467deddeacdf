title = Événements
empty = Les événements à venir et ceux des 24 derniers mois s’afficheront ici.
download = Télécharger
manage = Gérer les événements
trash = Corbeille
event = Événement
date = Date
season = Saison
tickets = Billets
people = Personnes
requested = Demandé
assigned = Attribué
your-result = Votre résultat
your-request = Votre demande
status = État
requested-first = { $first ->
    [one] { $first } demandé
   *[other] { $first } demandés
}
requested-got = { $first ->
    [one] { $first } demandé
   *[other] { $first } demandés
}, { $given ->
    [one] { $given } obtenu
   *[other] { $given } obtenus
}
