hello = Bonjour { $name },
why = Voir comment les billets ont été tirés au sort, et le vérifier
why-line = Voir comment les billets ont été tirés au sort, et le vérifier : { $link }
event-line = Événement : { $event }
when-line = Quand : { $when }
note = Un mot de { $organizer }
place-line = Lieu : { $place }
note-line = Un mot de { $organizer } :
link-line = { $button } :
reply = Des questions ? Répondez à cet e-mail pour joindre { $organizer }, de l’organisation.
view-event = Voir l’événement
off = Vous pouvez { $turn-off }.
off-turn-off = ne plus recevoir ce type d’e-mails ou choisir ceux que vous recevez
off-line = Ne plus recevoir ce type d’e-mails, ou choisir ceux que vous recevez :
view-request = Demander des billets
held = { $count ->
    [one] { $count } billet pour { $name }
   *[other] { $count } billets pour { $name }
}
holder = Pour { $name }
