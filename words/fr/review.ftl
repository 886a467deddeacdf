title = Vérifier et finaliser
page = Vérifier : { $event }
board = Tableau
summary = Résumé
preview = Aperçu des e-mails
own-language = Affiché dans votre langue. Chacun reçoit l’e-mail dans la langue qu’il a choisie, sinon en anglais.
get-first = { $count ->
    [one] reçoit son premier choix
   *[other] reçoivent leur premier choix
}
get-accepted = { $count ->
    [one] reçoit un autre nombre accepté
   *[other] reçoivent un autre nombre accepté
}
get-other = { $count ->
    [one] reçoit un nombre non demandé, avec un motif
   *[other] reçoivent un nombre non demandé, avec un motif
}
get-none = { $count ->
    [one] n’en reçoit pas
   *[other] n’en reçoivent pas
}
undecided = { $count ->
    [one] n’est pas décidée
   *[other] ne sont pas décidées
}
not-ready = Presque prêt à finaliser
still-undecided = { $count ->
    [one] { $count } demande n’est pas encore décidée.
   *[other] { $count } demandes ne sont pas encore décidées.
}
back = Retour au tableau
email-changed = { $count ->
    [one] Finaliser et écrire à { $count } personne
   *[other] Finaliser et écrire à { $count } personnes
}
email-all = { $count ->
    [one] Finaliser et écrire à { $count } personne
   *[other] Finaliser et écrire aux { $count } personnes
}
email-only = { $count ->
    [one] Finaliser et écrire à { $count } personne seulement
   *[other] Finaliser et écrire à { $count } personnes seulement
}
email-no-one = Finaliser sans e-mail
why = Pourquoi des nombres ont changé
why-hint = Une personne reçoit un autre nombre que celui annoncé. Elle lira ceci dans son e-mail et sur sa page.
no-one-changed = Aucun nombre n’a changé.
only-deactivated = Seules des personnes désactivées ont un autre nombre que celui annoncé.
only-those-changed = Nous écrirons seulement aux personnes dont le nombre a changé.
everyone = Nous écrirons à toutes les personnes qui ont fait une demande, y compris celles restées sans billet.
told-other-date = { $count ->
    [one] { $count } personne connaît une autre date ou un autre lieu. Elle recevra celui-ci.
   *[other] { $count } personnes connaissent une autre date ou un autre lieu. Elles recevront celui-ci.
}
counts-for-told = Dans la saison, l’événement ne compte que pour les personnes informées.
line = Message aux personnes qui ont des billets
line-hint = Par exemple, où les retirer. Facultatif. Affiché sur la page de l’événement et dans leur e-mail.
deactivated = { $count ->
    [one] { $count } personne est désactivée et ne recevra pas d’e-mail.
   *[other] { $count } personnes sont désactivées et ne recevront pas d’e-mail.
}
unreachable = { $of ->
    [one] { $count } personne sur { $of } injoignable par e-mail : { $names }. Prévenez-la vous-même.
   *[other] { $count } personnes sur { $of } injoignables par e-mail : { $names }. Prévenez-les vous-même.
}
finalize = Finaliser les résultats
finalize-all = { $count ->
    [one] Finaliser et informer de nouveau { $count } personne
   *[other] Finaliser et informer de nouveau les { $count } personnes
}
finalize-only = { $count ->
    [one] Finaliser pour { $count } personne seulement
   *[other] Finaliser pour { $count } personnes seulement
}
finalize-silently = Finaliser sans informer personne
line-hint-unsent = Par exemple, où les retirer. Facultatif. Affiché sur la page de l’événement.
why-hint-unsent = Une personne reçoit un autre nombre que celui annoncé. Elle lira ceci sur sa page.
