tickets = { $count ->
    [one] { $count } billet
   *[other] { $count } billets
}
people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
requests = { $count ->
    [one] { $count } demande
   *[other] { $count } demandes
}
events = { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}
emails = { $count ->
    [one] { $count } e-mail
   *[other] { $count } e-mails
}

percent = { $number }{"\u202F"}%
percent-under-one = moins de 1{"\u202F"}%
percent-over-99 = plus de 99{"\u202F"}%

and-last = { $one } et { $last }
and-last-of-more = { $one } et { $last }
or-last = { $one } ou { $last }
or-last-of-more = { $one } ou { $last }
before = { $one }, { $rest }
once = une fois
twice = deux fois
times = { $count ->
    [one] { $count } fois
   *[other] { $count } fois
}
general-season = Général
no-season = Aucune saison
