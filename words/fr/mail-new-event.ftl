title = Nouvel événement
subject = Nouvel événement : { $event }
tickets = { $count ->
    [one] Il y a { $count } billet. Demandez-le si vous souhaitez y aller.
   *[other] Il y a { $count } billets. Demandez-en si vous souhaitez y aller.
}
closes = Vous pouvez en demander jusqu’au { $when }.
