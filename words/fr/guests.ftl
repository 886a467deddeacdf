### Les noms des invités : qui utilise les billets.

title = Qui vient
optional = Vous pouvez indiquer un nom pour chaque billet jusqu’au { $when }, avec une remarque comme « végétarien ». Ils figurent sur la liste d’entrée.
required = Indiquez un nom pour chaque billet avant le { $when }, avec si besoin une remarque comme « végétarien ». Ils figurent sur la liste d’entrée.
missing = { $count ->
    [one] Il manque { $count } nom.
   *[other] Il manque { $count } noms.
}
ticket = Billet { $number } sur { $held }
no-ticket = Aucun billet pour cette ligne
name = Nom
note = Remarque (facultatif)
save = Enregistrer les noms
change = Modifier les noms
kept = Seules les personnes qui organisent cet événement voient les noms et les remarques. Ils sont supprimés 30 jours après l’événement.
none = Vous n’avez indiqué aucun nom.
closed = Les noms ne peuvent plus être modifiés ici. Adressez-vous à l’organisation.
