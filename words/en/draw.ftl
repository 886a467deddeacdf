### How tickets are, or were, drawn: for everyone who may see the event.

page = Draw: { $event }
title-drawn = { $tickets ->
    [one] How we drew { $tickets } ticket
   *[other] How we drew { $tickets } tickets
}
title-number = Draw { $number } complete
title-none = No draw for this event
title-to-come = How the draw works
ways = After requests close, the organizer can assign some tickets by hand and draw the rest. There are three standard methods:
no-season = This event is in no season, so nothing from other events counts in its draw.
counts-so-far = What counts for you so far
method = { $name }.
redrawn = Draw { $number } replaced draw { $before }. Reason for redraw: { $reason }

## So far

sealed = The sealed code of the draw is published. When requests close, { $when }, the list is frozen and its fingerprint is published too.
not-sealed = When requests close, { $when }, the list is frozen and its fingerprint is published too.
open-again = Draw { $number } is complete, but requests are open again until { $when }. What is new or changed takes another draw.
settled = Requests are frozen, and the draw is settled: { $method }. It’s made with a public random number that comes at { $when }.
closed = Requests are closed.
frozen = Requests are frozen. There is no draw yet.
drawn-runs = Requests are frozen. Draw { $number } is complete. Everyone else sees the results when the event is finalized.
drawn = Requests are frozen. Draw { $number } is complete. Results appear here when the organizer finalizes the event.
without-draw = Tickets were assigned without a draw.
canceled = This event was canceled.
assured = The draw can’t be deleted, and every change to it is shown with a reason.

## One's own result

your-result = Your result
served = { $got } of { $all ->
    [one] { $all } person got tickets.
   *[other] { $all } people got tickets.
}
you-removed = The organizer removed your request.
you-withdrew = You withdrew your request.
you-none = No tickets this time.
your-place = You were #{ $place } of { $of }. No tickets this time.
your-place-ran-out = You were #{ $place } of { $of }. Tickets ran out at #{ $last }.
your-place-ran-out-draw = You were #{ $place } of { $of }. In the draw, tickets ran out at #{ $last }.
your-place-too-few = You were #{ $place } of { $of }. After #{ $last }, too few tickets were left.
your-place-too-few-draw = You were #{ $place } of { $of }. In the draw, too few tickets were left after #{ $last }.
next-time = You missed out this time, so you’ll be ahead in this season’s next draw.
see-my-place = See my place

## The order

order = Draw order
only-organizers = Only organizers can see this list.
only-organizers-yet = Only organizers can see this list until the event is finalized.
more = { $count } more in the draw record.
left-over = { $count ->
    [one] { $count } ticket left over after the draw.
   *[other] { $count } tickets left over after the draw.
}
ran-out = Tickets ran out here
ran-out-draw = In the draw, tickets ran out here
too-few = Too few tickets left from here on
too-few-draw = In the draw, too few tickets left from here on
name-you = { $name } (you)
you = You
removed = removed
withdrew = withdrew
tickets = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
requested = Requested { $numbers }.
left = { $left } left.
left-of = { $left } of { $all } tickets left
set-by-hand = Set by hand before the draw.
set-by-hand-reason = Set by hand: { $reason }
removed-after = Removed by the organizer after the draw: { $reason }
withdrew-after = { $count ->
    [one] Withdrew after the draw and returned { $count } ticket.
   *[other] Withdrew after the draw and returned { $count } tickets.
}
then-further = Drew { $drawn }, then { $now } when leftover tickets were assigned in the same order.
then-moved = Drew { $drawn }. Has { $now } since tickets were given back or passed on.
then-by-hand = Drew { $drawn }; set by hand: { $reason }

## Verifying it

verify = Verify this draw
no-scripts = Turn on JavaScript to verify the draw here with one button, or download the draw record and run the command below.
download = Download draw record
files = Verify files you saved, or use your own software
files-label = Draw records and files of statements
command = On your computer: { $command }
format = The file format is documented, and a second program of 200 lines comes with the source code.
