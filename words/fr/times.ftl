weekday = { $day ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[other] dimanche
}
weekday-short = { $day ->
    [1] lun.
    [2] mar.
    [3] mer.
    [4] jeu.
    [5] ven.
    [6] sam.
   *[other] dim.
}
month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[other] décembre
}
month-short = { $month ->
    [1] janv.
    [2] févr.
    [3] mars
    [4] avr.
    [5] mai
    [6] juin
    [7] juil.
    [8] août
    [9] sept.
    [10] oct.
    [11] nov.
   *[other] déc.
}

long-date = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
short-date = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
short-date-with-year = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
month-of-year = { $month } { $year }
morning = { $time }
afternoon = { $time }
in-zone = { $time } { $zone }
on-day = { $day }, { $time }

# Après « à ».
to-the-second = { $time } le { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
for-you = { $time } à votre heure ({ $zone })

zone = { $abbreviation ->
    [CET] CET
   *[other] { $abbreviation }
}

in-minutes = { $count ->
    [one] dans { $count } minute
   *[other] dans { $count } minutes
}
in-hours = { $count ->
    [one] dans { $count } heure
   *[other] dans { $count } heures
}
in-days = { $count ->
    [one] dans { $count } jour
   *[other] dans { $count } jours
}
in-months = { $count ->
    [one] dans { $count } mois
   *[other] dans { $count } mois
}
minutes-ago = { $count ->
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
}
hours-ago = { $count ->
    [one] il y a { $count } heure
   *[other] il y a { $count } heures
}
days-ago = { $count ->
    [one] il y a { $count } jour
   *[other] il y a { $count } jours
}
months-ago = { $count ->
    [one] il y a { $count } mois
   *[other] il y a { $count } mois
}

seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
