all = Tous les événements
canceled = Cet événement a été annulé.
undo-withdrawal = Rétablir ma demande
closes = Demandes jusqu’au { $when } ({ $distance })
closed = Demandes closes
calendar = Ajouter au calendrier
organized-by = Organisé par { $names }
organized-by-no-one = Personne n’organise cet événement pour le moment.
owner-left = Cet événement appartenait à { $owner }, dont le compte est désactivé. { $choose }
owner-left-choose = Choisir un nouveau propriétaire
notes = De l’organisation
draw-works = Comment fonctionne le tirage
draw-details = Détails du tirage
draw-how = Comment les billets ont été tirés
sealed-code = Code scellé { $code }
requests = Demandes
name = Nom
requested = Demandé
assigned = Attribué
edit = Modifier
edit-whose = Modifier la demande de { $name }
your-request = Votre demande
request = Demander des billets
none-yet = Vous n’avez pas encore demandé de billets.
none = Vous n’avez pas demandé de billets pour cet événement.
removed = L’organisation a supprimé votre demande de { $wish } ({ $when }).
removed-by = { $who } a supprimé votre demande de { $wish } ({ $when }).
reason = Motif : { $reason }
you-requested = Vous avez demandé { $wish }.
edit-or-withdraw = Modifier ou retirer la demande
wait = Les demandes sont closes. Nous vous enverrons le résultat par e-mail.
wait-unsent = Les demandes sont closes. Votre résultat s’affichera ici.
revising = L’organisation revoit les résultats. On vous avait annoncé { $count ->
    [one] { $count } billet
   *[other] { $count } billets
} ; si cela change, vous recevrez un e-mail.
revising-unsent = L’organisation revoit les résultats. On vous avait annoncé { $count ->
    [one] { $count } billet
   *[other] { $count } billets
} ; si cela change, ce sera affiché ici.
your-result = Votre résultat
admits = ×{ $count }
missed = Pas de billets cette fois
rank = Vous étiez nº { $rank } sur { $of } au tirage.
ran-out = Les billets se sont épuisés au nº { $after }.
too-few = Après le nº { $after }, il restait trop peu de billets.
next-time = { $standing } Cela compte dans tout tirage qui équilibre la saison ou qui est pondéré.
see-draw = Voir comment le tirage s’est fait
published = Résultats publiés : { $when }
