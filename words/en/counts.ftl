### Numbers with their nouns, lists, and shares, where they stand alone. In a sentence they are part of it.

tickets = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
requests = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
emails = { $count ->
    [one] { $count } email
   *[other] { $count } emails
}

percent = { $number }%
percent-under-one = less than 1%
percent-over-99 = more than 99%

## Lists are made from their end: the last two, then what stands before.

and-last = { $one } and { $last }
and-last-of-more = { $one }, and { $last }
or-last = { $one } or { $last }
or-last-of-more = { $one }, or { $last }
before = { $one }, { $rest }

## How often, and what an event is in that counts in no season

once = once
twice = twice
times = { $count ->
    [one] { $count } time
   *[other] { $count } times
}
general-season = General
no-season = No season
