### Home: what is new, what someone runs, what is open for them, what they wait for, what came out.

title = Home
greeting = Hi, { $name }
new-event = New event
new-results = { $count ->
    [one] New result
   *[other] New results
}
run = You run
open = Open for requests
waiting = Waiting for results
results = Your results
canceled = Canceled
see-all = { $count ->
    [one] See { $count } event
   *[other] See all { $count } events
}
events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
all-events = See all events
guests-missing = { $event }: enter { $count ->
    [one] { $count } more name
   *[other] { $count } more names
} for your tickets by { $when }.

## One event in a line

closes = Closes { $distance }
closes-of = { $closes } · { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
}
closes-with-demand = { $closes } · { $requested } requested, { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
}
requested = You requested { $wish }
requested-closes = You requested { $wish } · { $closes }
run-open = { $closes } · { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
}
run-closed = { $requests ->
    [0] No requests
    [one] { $requests } request
   *[other] { $requests } requests
} · { $undecided ->
    [0] all decided
   *[other] { $undecided } undecided
}
run-final = Final · { $given } of { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
} assigned
run-handings = { $count ->
    [one] { $count } request to hand on tickets
   *[other] { $count } requests to hand on tickets
}
answer = Answer
answer-of = Answer for { $event }
got = { $tickets ->
    [0] No tickets
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
}
was-canceled = Canceled
request = Request
request-of = Request tickets for { $event }
edit = Edit
edit-of = Edit your request for { $event }
allocate = Assign tickets
allocate-of = Assign tickets for { $event }

## Where nothing is yet

empty-organizer = Create your first event. All you need is a name, a date, and how many tickets you have.
empty-member = Nothing to request yet. Events show up here as soon as someone offers tickets.

## What an admin does first

start = Get started
start-done = { $done } of { $all } done
start-step-done = Done
start-account = Create the first admin account
start-email = Send yourself a test email
start-email-why = See that sign-in codes and results arrive.
start-email-do = Send a test email
start-email-off = Turn on email
start-email-off-why = Until then, codes and results are printed where the program runs.
start-email-off-do = See settings
start-people = Add the people who’ll request tickets
start-people-why = Paste them from a spreadsheet, or add them one by one.
start-people-do = Add people
start-event = Create your first event
start-event-why = All you need is a name, a date, and how many tickets you have. Or try a sample. You can delete it later.
start-event-sample = Create sample event
