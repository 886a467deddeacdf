title = Billets transmis
not-title = Billets non transmis
gave-subject = { $count ->
    [one] Vous avez transmis { $count } billet pour { $event }
   *[other] Vous avez transmis { $count } billets pour { $event }
}
gave = { $count ->
    [one] { $name } a maintenant { $count } de vos billets.
   *[other] { $name } a maintenant { $count } de vos billets.
} { $held ->
    [0] Il ne vous en reste aucun.
   *[other] Il vous en reste { $held }.
}
counts = Pour la saison, les billets transmis comptent toujours comme les vôtres.
got-subject = { $count ->
    [one] { $name } vous a transmis { $count } billet pour { $event }
   *[other] { $name } vous a transmis { $count } billets pour { $event }
}
got = { $count ->
    [one] { $name } vous a transmis { $count } billet. Vous en avez maintenant { $held }.
   *[other] { $name } vous a transmis { $count } billets. Vous en avez maintenant { $held }.
}
words = { $name } vous écrit : { $words }
not-subject = Non transmis : { $event }
not = { $count ->
    [one] Le billet que vous vouliez transmettre à { $name } reste à vous.
   *[other] Les { $count } billets que vous vouliez transmettre à { $name } restent à vous.
}
declined = { $name } a refusé : { $reason }
fewer = Vous n’avez plus autant de billets.
began = L’événement a commencé avant que l’organisation ne confirme.
reopened = L’événement a été rouvert : le résultat peut encore changer. Dès qu’il sera de nouveau définitif, vous pourrez refaire votre demande.
off = Les billets de cet événement ne peuvent plus être transmis.
gone = Cette personne ne peut plus recevoir de billets ici.
asked-title = Demande de transmission
asked-subject = { $name } demande à transmettre des billets pour { $event }
asked = { $count ->
    [one] { $from } demande à transmettre { $count } billet à { $to }.
   *[other] { $from } demande à transmettre { $count } billets à { $to }.
}
asked-until = Merci de confirmer ou de refuser avant le début de l’événement.
asked-button = Répondre
