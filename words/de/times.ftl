weekday = { $day ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[other] Sonntag
}
weekday-short = { $day ->
    [1] Mo.
    [2] Di.
    [3] Mi.
    [4] Do.
    [5] Fr.
    [6] Sa.
   *[other] So.
}
month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[other] Dezember
}
month-short = { $month ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[other] Dez.
}

long-date = { $weekday }, { $day }. { $month } { $year }
short-date = { $weekday }, { $day }. { $month }
short-date-with-year = { $weekday }, { $day }. { $month } { $year }
month-of-year = { $month } { $year }
morning = { $time }{"\u00A0"}Uhr
afternoon = { $time }{"\u00A0"}Uhr
in-zone = { $time } { $zone }
on-day = { $day }, { $time }

# Nach „um“.
to-the-second = { $time } am { $day }. { $month }
for-you = { $time } Ihrer Zeit ({ $zone })

zone = { $abbreviation ->
    [CET] MEZ
    [CEST] MESZ
    [EET] OEZ
    [EEST] OESZ
    [WET] WEZ
    [WEST] WESZ
   *[other] { $abbreviation }
}

in-minutes = { $count ->
    [one] in { $count } Minute
   *[other] in { $count } Minuten
}
in-hours = { $count ->
    [one] in { $count } Stunde
   *[other] in { $count } Stunden
}
in-days = { $count ->
    [one] in { $count } Tag
   *[other] in { $count } Tagen
}
in-months = { $count ->
    [one] in { $count } Monat
   *[other] in { $count } Monaten
}
minutes-ago = { $count ->
    [one] vor { $count } Minute
   *[other] vor { $count } Minuten
}
hours-ago = { $count ->
    [one] vor { $count } Stunde
   *[other] vor { $count } Stunden
}
days-ago = { $count ->
    [one] vor { $count } Tag
   *[other] vor { $count } Tagen
}
months-ago = { $count ->
    [one] vor { $count } Monat
   *[other] vor { $count } Monaten
}

seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}
minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
