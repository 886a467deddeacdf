offer-title = Billets proposés
soon-title = Proposition bientôt terminée
over-title = Proposition terminée
took-title = Billets supplémentaires
returned-title = Billets rendus
table-title = Billets en libre accès
offer-subject = { $count ->
    [one] { $count } billet pour { $event } est à vous si vous le souhaitez
   *[other] { $count } billets pour { $event } sont à vous si vous le souhaitez
}
soon-subject = { $count ->
    [one] Toujours réservé pour vous : { $count } billet pour { $event }
   *[other] Toujours réservés pour vous : { $count } billets pour { $event }
}
offer = { $count ->
    [one] { $count } billet a été rendu, et c’est votre tour. Il vous est réservé jusqu’au { $until }.
   *[other] { $count } billets ont été rendus, et c’est votre tour. Ils vous sont réservés jusqu’au { $until }.
}
offer-still = { $count ->
    [one] { $count } billet vous est encore réservé, jusqu’au { $until }.
   *[other] { $count } billets vous sont encore réservés, jusqu’au { $until }.
}
offer-more = Vous en avez { $held }. Avec ceux-ci, vous en auriez { $all }.
offer-else = Sans réponse d’ici là, quelqu’un d’autre pourra les avoir. Un refus ne vous pénalise jamais.
offer-button = Répondre
over-subject = Proposition terminée : { $event }
lapsed = { $count ->
    [one] Le délai de réponse est écoulé : { $count } billet ne vous est plus réservé.
   *[other] Le délai de réponse est écoulé : { $count } billets ne vous sont plus réservés.
}
reopened = { $count ->
    [one] L’événement a été rouvert : le billet ({ $count }) qui vous était réservé n’est plus proposé. Vous recevrez un e-mail dès que le résultat sera de nouveau définitif.
   *[other] L’événement a été rouvert : les { $count } billets qui vous étaient réservés ne sont plus proposés. Vous recevrez un e-mail dès que le résultat sera de nouveau définitif.
}
place-kept = Vous gardez votre place pour un plus grand nombre.
took-subject = { $count ->
    [one] Vous avez maintenant { $count } billet pour { $event }
   *[other] Vous avez maintenant { $count } billets pour { $event }
}
took = { $count ->
    [one] Vous avez pris { $count } billet. Vous en avez maintenant { $held }.
   *[other] Vous avez pris { $count } billets. Vous en avez maintenant { $held }.
}
took-by-link = Si vous n’avez pas appuyé sur le bouton, un filtre de messagerie l’a peut-être fait. Vous pouvez rendre des billets sur la page de l’événement jusqu’au { $until }.
returned-subject = { $count ->
    [one] Vous avez rendu { $count } billet pour { $event }
   *[other] Vous avez rendu { $count } billets pour { $event }
}
returned = { $count ->
    [one] { $count } billet est rendu. Vous en avez maintenant { $held }.
   *[other] { $count } billets sont rendus. Vous en avez maintenant { $held }.
}
returned-for-you = { $name } l’a fait pour vous : { $reason }
returned-next = Merci de laisser quelqu’un d’autre y aller.
table-subject = Des billets pour les plus rapides : { $event }
table = { $limit ->
    [one] Des billets ont été rendus et sont en libre accès. Premier arrivé, premier servi : { $limit } par personne.
   *[other] Des billets ont été rendus et sont en libre accès. Premier arrivé, premier servi : jusqu’à { $limit } par personne.
}
table-gone = Ils seront peut-être déjà partis quand vous regarderez.
handout-title = Places et fichiers
handout-subject = Vos places ou votre fichier pour { $event }
handout-line = Voici ce qui va avec vos billets :
handout-file = Votre fichier se trouve sur la page de l’événement. Connectez-vous pour le télécharger.
handout-gone-subject = Annulé : vos places et votre fichier pour { $event }
handout-gone = L’organisation a repris ce qu’elle vous avait remis pour cet événement. Vos billets restent à vous.
