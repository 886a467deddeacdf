give-back = Rendre des billets
how-many = Combien voulez-vous en rendre ?
next-in-line = Ils vont à la personne suivante dans l’ordre du tirage ou, le dernier jour, aux plus rapides. Vous pouvez annuler pendant une minute.
next-by-hand = L’organisation décide à qui ils reviennent. Vous pouvez annuler pendant une minute.
give-back-button = Rendre
too-late = Il est trop tard pour les proposer à quelqu’un. Vous pouvez encore prévenir l’organisation que vous ne les utiliserez pas.
tell-organizer = Prévenir l’organisation
undo = Annuler et les garder
offer-title = Réservé pour vous
decline = Non, merci
decline-hint = Un refus ne vous pénalise jamais.
sign-in-to-answer = Se connecter pour répondre
sign-in-why = Certains filtres de messagerie actionnent les boutons. Votre réponse ne compte donc que si vous êtes connecté.
table-title = Billets en libre accès
table-how-many = Combien en prenez-vous ?
table-take = Prendre des billets
offer-page = Des billets pour vous
offer-taken = Proposition acceptée
offer-declined = Vous avez refusé
offer-declined-why = Merci de votre réponse. Quelqu’un d’autre peut les avoir maintenant.
offer-ended = Cette proposition est terminée
offer-ended-why = Le délai de réponse est écoulé, ou les billets ont été retirés.
offer-broken = Ce lien ne fonctionne pas
offer-broken-why = Ouvrez de nouveau le lien de votre e-mail, ou connectez-vous : ce qui vous est proposé figure sur la page de l’événement.
see-event = Voir l’événement
organizer-title = Après le résultat
held = attribués
offered = proposés
on-table = en libre accès
free = restants
no-line = Les billets de cet événement ont été attribués à la main : il n’y a pas d’ordre à suivre. Vous décidez à qui va ce qui est rendu, ou vous le mettez en libre accès.
no-line-link = Décider à qui ils vont
for-someone = Rendre pour quelqu’un
for-whom = Qui
for-reason = Motif
for-reason-hint = La personne le trouvera dans son e-mail.
number = Billets
reason-deactivated = ne peut pas se connecter
reason-failing = les e-mails n’arrivent pas
reason-gone = compte supprimé
reason-withdrew = demande retirée
step-end-began = L’événement a commencé.
step-end-reopened = L’événement a été rouvert. Les propositions en cours sont terminées.
step-end-canceled = L’événement a été annulé.
for-name = Pour { $name }
more = Vous en avez { $held }. Avec ceux-ci, vous en auriez { $all }.
until-when = Vous pouvez rendre des billets jusqu’au { $when }.
holder = { $name } ({ $count })
step-take = { $name } les a pris.
step-decline = { $name } a refusé.
step-lapse = { $name } n’a pas répondu à temps.
step-again = Pendant un moment, personne ne pouvait répondre : { $name } a un nouveau délai, jusqu’au { $until }.
step-recall = L’organisation a retiré la proposition faite à { $name }. Motif : { $reason }
step-leave = { $name } n’a pas été sollicité(e) : { $reason }.
step-reason = Motif : { $reason }
returning = { $count ->
    [one] Vous rendez { $count } billet. Vous pouvez annuler pendant encore { $seconds } secondes.
   *[other] Vous rendez { $count } billets. Vous pouvez annuler pendant encore { $seconds } secondes.
}
offer = { $count ->
    [one] { $count } billet est libre et vous est réservé jusqu’au { $until }.
   *[other] { $count } billets sont libres et vous sont réservés jusqu’au { $until }.
}
take = { $count ->
    [one] Prendre { $count } billet
   *[other] Prendre { $count } billets
}
table = { $count ->
    [one] { $count } billet pour les plus rapides.
   *[other] { $count } billets pour les plus rapides.
}
gave-back = { $count ->
    [one] Vous avez rendu { $count } billet.
   *[other] Vous avez rendu { $count } billets.
}
passed-on = { $count ->
    [one] Quelqu’un d’autre en a pris { $count }.
   *[other] Quelqu’un d’autre en a pris { $count }.
}
said-late = { $count ->
    [one] Vous avez prévenu l’organisation que { $count } de vos billets ne servira pas.
   *[other] Vous avez prévenu l’organisation que { $count } de vos billets ne serviront pas.
}
now-have = { $count ->
    [one] Vous avez maintenant { $count } billet pour { $event }.
   *[other] Vous avez maintenant { $count } billets pour { $event }.
}
step-return = { $count ->
    [one] { $name } en a rendu { $count }.
   *[other] { $name } en a rendu { $count }.
}
step-late = { $count ->
    [one] { $name } a signalé trop tard que { $count } ne servira pas.
   *[other] { $name } a signalé trop tard que { $count } ne serviront pas.
}
step-offer = { $count ->
    [one] { $count } proposé à { $name } jusqu’au { $until }.
   *[other] { $count } proposés à { $name } jusqu’au { $until }.
}
step-table = { $count ->
    [one] { $count } mis en libre accès.
   *[other] { $count } mis en libre accès.
}
step-claim = { $count ->
    [one] { $name } en a pris { $count } en libre accès.
   *[other] { $name } en a pris { $count } en libre accès.
}
step-hand = { $count ->
    [one] { $name } en a transmis { $count } à { $to }.
   *[other] { $name } en a transmis { $count } à { $to }.
}
step-give = { $count ->
    [one] L’organisation en a donné { $count } à { $name }.
   *[other] L’organisation en a donné { $count } à { $name }.
}
step-tickets = { $count ->
    [one] Il y a maintenant { $count } billet.
   *[other] Il y a maintenant { $count } billets.
}
have = { $count ->
    [0] Vous n’avez plus de billets.
    [one] Vous avez { $count } billet.
   *[other] Vous avez { $count } billets.
}
answer-offer = Répondre
