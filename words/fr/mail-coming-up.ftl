title = Événement imminent
subject = C’est bientôt : { $event }
begins = Début : { $when }.
tickets = { $count ->
    [one] Vous avez { $count } billet.
   *[other] Vous avez { $count } billets.
}
