### What admins come to first: what needs them, and how the site does. Days are those of UTC.

title = Admin
sections = Admin pages
people = People
events = Events
email = Email
log = Audit log
settings = Settings

## What needs somebody

attention = Needs attention
failed = { $count ->
    [one] { $count } email failed
   *[other] { $count } emails failed
}
failed-about = { $count ->
    [one] { $count } email failed
   *[other] { $count } emails failed
} · { $event }
failed-open = Open failed emails
owner = { $name } is deactivated but owns { $count ->
    [one] { $count } event without a result.
   *[other] { $count } events without a result.
}
owner-transfer = Transfer ownership
late = { $event }: requests closed { $when }, { $count } undecided
late-assign = Assign tickets
refused = { $count } refused sign-ins from one network in 24 hours
refused-open = Open the log
printed = Emails are printed where the site runs, not sent.
sandbox = Amazon SES is in its sandbox: only verified addresses get emails.
paused = Amazon SES has paused sending.
silent = Amazon SES doesn’t answer.
backup-late = The last backup is more than a day old.
backup-none = There’s no backup of the database.
to-settings = Open settings

## Numbers

active = active people
requests = requests for open events
tickets = of { $tickets } tickets assigned, { $season }
mails = emails in 24 hours
mails-failed = emails in 24 hours, { $failed } failed
never = { $count ->
    [0] Everyone has signed in here.
    [one] { $count } active person has never signed in here.
   *[other] { $count } active people have never signed in here.
}

## Demand

demand = Demand
demand-reads = Gray: tickets requested. Gold: tickets there are. Open events first, then the latest others.
demand-label = Requests and tickets of { $count ->
    [one] { $count } event
   *[other] { $count } events
}. The most wanted one: { $event }, with { $times } times the tickets requested.
demand-times = { $times }×
event = Event
tickets-column = Tickets
requested = Requested
asking = People
closes = Requests close

## Fairness

fairness = Fairness
fairness-reads = Each dot is one person. The closer to the line, the fairer. Shaded: 8 in 10 people.
fairness-label = { $season }: 8 in 10 of { $count ->
    [one] { $count } person
   *[other] { $count } people
} stand between { $ahead } tickets ahead of their fair share and { $behind } behind.
within = ±{ $by }
season = Season
counting = People
ahead = Furthest ahead (1 in 10)
middle = In the middle
behind = Furthest behind (1 in 10)

## Answers

answers = Answers
answers-reads = People who requested tickets for open events, from the day each event was created to its close. Dashed: everyone who is active.
answered = { $people } of { $active } answered · closes { $when }
answers-label = { $event }: { $people } of { $active } active people requested tickets; requests close { $when }.

## Emails

emails = Emails
emails-reads = Per day: sent, and on top, hatched, those that failed.
emails-label = In { $days } days, { $sent ->
    [one] { $sent } email was sent
   *[other] { $sent } emails were sent
}, and { $failed } failed.
wait = Half of them left within { $seconds ->
    [one] { $seconds } second.
   *[other] { $seconds } seconds.
}
wait-minutes = Half of them left within { $minutes ->
    [one] { $minutes } minute.
   *[other] { $minutes } minutes.
}
failure = To { $person }: { $reason }
failure-about = To { $person }, about { $event }: { $reason }
nobody = nobody known
no-reason = no reason given
day = Day
sent = Sent
failed-column = Failed

## Sign-ins

sign-ins = Sign-ins
sign-ins-reads = Per day: sign-ins, and on top, hatched, wrong codes and used links.
sign-ins-label = In { $days } days, people signed in { $count ->
    [one] once
   *[other] { $count } times
}; { $refused ->
    [one] { $refused } attempt was refused.
   *[other] { $refused } attempts were refused.
}
signed-in = Sign-ins
refused-column = Refused
