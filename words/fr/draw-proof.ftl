title = Détails techniques
zone = Heures : { $zone }.
statements = Tout ce que ce site a déclaré sur l’événement, signé
all-draws = Tous les tirages
draw-number = Tirage { $number }
draw-line = { $draw } · { $when } · { $method }
reason = Motif du nouveau tirage : { $reason }
record = Télécharger le procès-verbal du tirage { $number }
ties = Avec « Premier arrivé, premier servi », le tirage ne fait que départager les demandes faites à la même milliseconde.
proves = Ce que cela prouve, et ce que cela ne prouve pas
proves-what = Le code scellé fixe tous les codes de tirage dès sa publication. L’empreinte de la liste fixe qui a demandé quoi avant qu’un code soit révélé. Avec les deux, chacun peut calculer le même ordre et les mêmes nombres : une demande, une méthode ou un nombre modifié se verrait.
entry-id = Votre identifiant : { $id }
line-one = Votre ligne dans la liste figée : identifiant, nombres que vous acceptez, participations, billets de retard sur votre juste part (en millièmes) et heure de votre demande (millisecondes depuis 1970).
line-two = Votre ligne dans la liste figée : identifiant et nombres que vous acceptez.
no-line = Cet identifiant vous représente dans la liste. Personne ne peut choisir le sien, ni savoir à qui appartient un autre.
sealed = Code scellé (engagement), publié à la création de l’événement : { $when }
sealed-later = Code scellé (engagement), publié après la création de l’événement : { $when }
not-sealed = Le code scellé n’est pas encore publié.
to-freeze = À la clôture des demandes ({ $when }), la liste est figée et son empreinte est publiée ici.
frozen = Demandes figées ({ $when }) : { $requests ->
    [one] { $requests } demande
   *[other] { $requests } demandes
}, { $tickets ->
    [one] { $tickets } billet
   *[other] { $tickets } billets
}. Empreinte de la liste
changed = Liste modifiée par l’organisation ({ $when }) : { $requests ->
    [one] { $requests } demande
   *[other] { $requests } demandes
}, { $tickets ->
    [one] { $tickets } billet
   *[other] { $tickets } billets
}. Empreinte de la liste
season-fingerprint = Empreinte de ce que la saison ajoute, et pour qui
order-fingerprint = Empreinte de qui a demandé avant qui
revealed = Code, révélé par le tirage { $number } ({ $when })
to-reveal = Le tirage révèle son code. Il doit correspondre au code scellé ci-dessus : personne ne peut donc le choisir.
round = tour { $number } de drand
comes = Nombre aléatoire public : { $round }, qui arrive : { $when }. Le tirage se fait avec lui.
came = Nombre aléatoire public : { $round }, arrivé : { $when }
named = Nombre aléatoire public : { $round }, qui arrive : { $when } ; un autre, plus tardif, si le tirage est fixé plus tard
typed = Nombre public ({ $what })
typed-known = Nombre public ({ $what }, connu : { $when })
typed-in = Nombre public ({ $what }) : { $number }
typed-in-known = Nombre public ({ $what }, connu : { $when }) : { $number }
