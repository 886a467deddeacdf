### Days and times, as CLDR has them for each language.

weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[other] Sunday
}
weekday-short = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[other] Sun
}
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}

## The year comes as text: it has no thousands to set apart.

long-date = { $weekday }, { $month } { $day }, { $year }
short-date = { $weekday } { $month } { $day }
short-date-with-year = { $weekday } { $month } { $day }, { $year }
month-of-year = { $month } { $year }
morning = { $time }{"\u00A0"}AM
afternoon = { $time }{"\u00A0"}PM
in-zone = { $time } { $zone }
on-day = { $day }, { $time }

# After “at”.
to-the-second = { $time } on { $month } { $day }
for-you = { $time } your time ({ $zone })

# The abbreviation of a zone, as the tz database has it.
zone = { $abbreviation ->
    [CET] CET
   *[other] { $abbreviation }
}

in-minutes = { $count ->
    [one] in { $count } minute
   *[other] in { $count } minutes
}
in-hours = { $count ->
    [one] in { $count } hour
   *[other] in { $count } hours
}
in-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
in-months = { $count ->
    [one] in { $count } month
   *[other] in { $count } months
}
minutes-ago = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
hours-ago = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
months-ago = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}

## How long something takes.

seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
