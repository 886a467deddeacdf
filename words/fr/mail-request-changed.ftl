title = Demande modifiée par l’organisation
subject-entered = Demande faite pour vous : { $event }
subject-changed = Votre demande a été modifiée : { $event }
subject-removed = Votre demande a été retirée : { $event }
subject-restored = Votre demande est de retour : { $event }
entered = { $by } a fait une demande pour vous : { $now }.
note = { $by } a modifié la note de votre demande. Elle porte toujours sur { $now }.
changed = { $by } a modifié votre demande de { $before } à { $now }.
removed = { $by } a retiré votre demande de { $before }.
restored = { $by } a rétabli votre demande : { $now }.
lost = { $count ->
    [one] { $count } billet vous avait été attribué. Il n’est plus à vous.
   *[other] { $count } billets vous avaient été attribués. Ils ne sont plus à vous.
}
reason = Motif : { $reason }
not-right = Si ce n’est pas juste, répondez à cet e-mail.
