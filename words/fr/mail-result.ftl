title = Résultat
changed-title = Résultat modifié
subject = { $count ->
    [0] { $event } : pas de billets cette fois
    [one] Vous avez { $count } billet pour { $event } !
   *[other] Vous avez { $count } billets pour { $event } !
}
changed-subject = { $count ->
    [0] Modifié : vous n’avez plus de billets pour { $event } (avant : { $before })
    [one] Modifié : vous avez maintenant { $count } billet pour { $event } (avant : { $before })
   *[other] Modifié : vous avez maintenant { $count } billets pour { $event } (avant : { $before })
}
changed = Votre résultat a changé. { $change }
other-date = La date ou le lieu n’est plus ce que nous vous avions indiqué. Vérifiez ci-dessus.
