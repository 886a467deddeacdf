### The page of one season. Amounts are in tickets.

title = Season: { $name }
seasons = Seasons
furthest-behind = Season: who is furthest behind
so-far = How the season stands
count-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
count-tickets = { $given } of { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
} assigned
count-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
nothing-yet = Nobody is ahead or behind yet. That changes once the first event of this season is final.
empty = No events in this season yet.
within = 8 in 10 people are within { $by ->
    [one] { $by } ticket
   *[other] { $by } tickets
} of their fair share.
even = Nearly everyone has had their fair share.
without = { $count ->
    [one] { $count } person has asked { $often } times or more and gotten nothing.
   *[other] { $count } people have asked { $often } times or more and gotten nothing.
}
few = With so few people, you see only your own numbers here.
file = Download
file-person = Name
file-email = Email
file-asked = Requests
file-got = Got tickets
file-behind = Tickets behind
file-missed = Missed in a row
file-entries = Entries

## One's own

own = You
own-nothing = Nothing counts for you here yet: only requests you made yourself do, once you were told the result.
own-went = You asked { $asked ->
    [one] once
   *[other] { $asked } times
} and got { $got ->
    [0] no tickets.
    [one] tickets once.
   *[other] tickets { $got } times.
}
own-behind = You’re { $by ->
    [one] { $by } ticket
   *[other] { $by } tickets
} behind your fair share.
own-ahead = You’re { $by ->
    [one] { $by } ticket
   *[other] { $by } tickets
} ahead of your fair share.
own-even = You’ve had your fair share.
own-not-used = Noted at the door as not used: { $unused } of { $of }. They count as yours all the same.
own-next = Next time, a draw that goes by fair shares would put you ahead of people who are less behind. In a weighted draw, you’d have { $entries ->
    [one] { $entries } entry.
   *[other] { $entries } entries.
}
own-next-plain = Next time, you’d have { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} in a weighted draw.
event = Event
date = Date
wanted = First choice
got = Got

## Who is ahead, who is behind

share = Ahead and behind
share-reads = Compared with a fair share of the tickets, over the events with too few. Furthest behind first.
share-reads-dots = Each dot is one person, without a name. Shaded: 8 in 10 people.
share-label = { $behind ->
    [one] { $behind } person is
   *[other] { $behind } people are
} behind their fair share, by up to { $most-behind } tickets. { $ahead ->
    [one] { $ahead } person is
   *[other] { $ahead } people are
} ahead, by up to { $most-ahead } tickets. { $even ->
    [one] { $even } person is even.
   *[other] { $even } people are even.
}
by-behind = { $by } behind
by-ahead = { $by } ahead
by-even = even
times = { $got } of { $asked }
between = { $count ->
    [one] … { $count } person between …
   *[other] … { $count } people between …
}
person = Person
balance = Ahead or behind
went = Got tickets
entries = Entries
not-used = Not used
pages-listed = People { $from } to { $to } of { $count }, furthest behind first.
balances-from = From
balances-people = People

## Everyone, event by event

grid = Event by event
grid-reads = How many tickets each person got at the latest events. Full: their first choice. Pale: another number. Empty: they asked and got nothing. A dash: no request that counts.
demand = { $times }× the tickets

## Over time

time = Over time
time-reads = The line is the person in the middle, the band holds 8 in 10 people. The narrower the band, the fairer the season. Behind is below the line.
time-label = After the first event, 8 in 10 people stood within { $first } tickets of each other; after the latest of { $count ->
    [one] { $count } event
   *[other] { $count } events
}, within { $last } tickets.
letter = { $letter }: { $method }
by-hand = By hand
method = Draw method
lowest = Furthest ahead (1 in 10)
middle = In the middle
highest = Furthest behind (1 in 10)
tickets = Tickets
requested = Requested
latest-of = The latest { $shown } of { $count } events.

## Which requests get something

kinds = Does accepting fewer help?
kinds-reads = How many requests got tickets, by the most they wanted. Only events with too few tickets count.
kinds-label = Of the requests that accept several numbers, { $flexible }% got tickets. Of those that accept only one, { $only }% did.
kinds-label-one = { $percent }% of the requests got tickets.
only = Only { $wanted }
or-fewer = { $wanted }, or fewer
percent = { $percent }%
percent-of = { $percent }% of { $count }
kind = Accepts
asked = Requests

## Tickets nobody used

unused-title = Tickets not used
unused-reads = Tickets nobody had when an event started, and tickets of which someone said too late that they wouldn’t use them.
unused-all = { $unused } of { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
} not used.
