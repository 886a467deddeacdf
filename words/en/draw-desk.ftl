### Where an organizer compares the methods, runs a draw, and applies it to the board.

page = Draw: { $event }
title = Run a draw
title-number = Draw { $number }
board = Board
nothing-to-draw = There are no requests to draw.
blocked = You can’t run a draw yet: { $why }

## The last draw

kept = { $count ->
    [one] { $count } person was set by hand and won’t change.
   *[other] { $count } people were set by hand and won’t change.
}
apply = { $count ->
    [one] Apply to board ({ $count } change)
   *[other] Apply to board ({ $count } changes)
}
undo = Undo applied draw
public-page = View public page
redraw = Redraw (needs a reason)
leftovers = { $count ->
    [one] Assign the { $count } leftover ticket in draw order
   *[other] Assign the { $count } leftover tickets in draw order
}
matches = The board matches the draw.
changes = Changes to the board: { $count }
name = Name
now = Now
undecided = undecided
drawn = Drawn

## Running one

supply = { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
} for { $requests ->
    [one] { $requests } request.
   *[other] { $requests } requests.
}
supply-left = { $left } of { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
} left for { $requests ->
    [one] { $requests } request.
   *[other] { $requests } requests.
}
typical = Typical outcome of each method, on average over { $draws } simulated draws:
typical-all = Typical outcome of each method, including those set by hand, on average over { $draws } simulated draws:
method = Draw method
more = More methods ({ $count })
people-served = People who get tickets
first-choices = First choices met
tickets-left = Tickets left over
public-number = { $what } (public number)
public-number-hint = Enter it exactly as published. It becomes part of the draw and its public record.
reason = Reason for redrawing
reason-hint = Everyone can see this reason and both draws. The earlier draw is kept for good.
run = Run draw
run-number = Run draw { $number }
settle = Settle the draw
note = You can’t undo a draw. You can only redraw with a public reason. The board won’t change until you apply it.
note-settle = Settling publishes the method and what you set by hand. The draw is made by itself a little later, with a public random number that nobody knows yet. It can’t be taken back, only redrawn with a public reason.
chances = Each person’s chance of getting tickets
requested = Requested
by-hand = set by hand

## Waiting for its public random number

settled = Draw { $number } is settled
comes = It’s made by itself with round { $round } of drand, which comes at { $when }. This page reloads.
comes-not-fetched = It waits for round { $round } of drand, which comes at { $when }. This site doesn’t fetch it by itself.
overdue = Round { $round } of drand came at { $when }, but this site couldn’t fetch it. It keeps trying.
being-made = Round { $round } of drand has been here since { $when }. The draw is being made.
is-here = Round { $round } of drand has been here since { $when }.
bring = You can bring the number yourself. Open { $link } on any device and paste everything it shows. It’s checked here: another number isn’t accepted.
once-here = Once it’s here, open { $link } on any device and paste everything it shows. It’s checked here: another number isn’t accepted.
shows = What the page shows
make = Make the draw
