title = Transmettre des billets
how-many = Combien en transmettez-vous ?
to-whom = Adresse e-mail de la personne
to-whom-hint = Celle avec laquelle elle se connecte ici.
line = Un mot pour elle (facultatif)
next-free = La personne les a aussitôt, et vous recevez tous les deux un e-mail. Vous ne pourrez pas annuler.
next-confirm = L’organisation doit confirmer. D’ici là, les billets restent à vous, et vous pouvez changer d’avis.
counts = Pour la saison, les billets transmis comptent toujours comme les vôtres.
until-when = Vous pouvez transmettre des billets jusqu’au début de l’événement.
button = Transmettre
ask-button = Demander à transmettre
waits = { $count ->
    [one] Vous avez demandé à transmettre { $count } billet à { $name }. L’organisation doit confirmer.
   *[other] Vous avez demandé à transmettre { $count } billets à { $name }. L’organisation doit confirmer.
}
take-back = Les garder
handed = { $count ->
    [one] Vous avez transmis { $count } billet.
   *[other] Vous avez transmis { $count } billets.
}
received = { $count ->
    [one] On vous a transmis { $count } billet.
   *[other] On vous a transmis { $count } billets.
}
asks-title = À transmettre
asks = { $count ->
    [one] { $from } demande à transmettre { $count } billet à { $to }.
   *[other] { $from } demande à transmettre { $count } billets à { $to }.
}
confirm = Confirmer
confirm-whose = Confirmer pour { $name }
decline = Refuser
decline-whose = Refuser pour { $name }
reason = Motif
reason-hint = { $name } le trouvera dans un e-mail.
forwarded = Quelqu’un vous a transféré ce lien ? Il est pour { $name }, à qui revient ce qui est pris ici. Sur la page de l’événement, des billets peuvent vous être transmis.
