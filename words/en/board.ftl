### The organizer's desk. What the browser puts together itself comes with { $given }, { $left } and { $count } still open.

title = Assign tickets: { $event }
heading = { $tickets ->
    [one] Assign { $tickets } ticket
   *[other] Assign { $tickets } tickets
}
crumb = { $event } · Requests closed · { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
}
empty = No requests yet. Make one for someone, or reopen requests.
to-event = Go to event
keys = Keyboard: number keys assign, arrow keys move, Enter goes to the next undecided person, End to the bar.
skip = Skip to the bar
draw = View draw
undo-draw = Undo applied draw
still-open = Requests are still open
still-open-why = { $requests ->
    [one] { $requests } request so far. Close requests first so no one can join while you’re assigning tickets.
   *[other] { $requests } requests so far. Close requests first so no one can join while you’re assigning tickets.
}
close = Close requests and assign tickets

## Rows

tickets-for = Tickets for { $name }
undecided-choice = Undecided
other = Other amount…
other-for = Other amount for { $name }
give-other = Another number
number = Tickets
reason = Reason (visible to others)
drew = Drew { $count }
had = Had { $count }
first-request = First request this season
got = { $asked ->
    [one] Got tickets { $got } of { $asked } time
   *[other] Got tickets { $got } of { $asked } times
}
told = Told { $count }
old-system = Old system: { $count }

## Parts

parts = Board pages
part-before = Save and go back
part-after = Save and continue
part = { $from }–{ $to } of { $all }: { $first } to { $last }
part-numbers = { $from }–{ $to } of { $all }

## Finding people

tools = Find and sort
search = Search by name
sort = Sort by
sort-name = Name
sort-behind = Furthest behind
sort-since = Time requested
show = Show
show-all = Everyone
show-undecided = Undecided
show-notes = With notes
show-overrides = Overrides
show-counted = { $what } ({ $count })
apply = Show
clear = Show everyone
none-found = No one here matches. Nothing is lost: the others are still on the board.
found = { $found } of { $all ->
    [one] { $all } person
   *[other] { $all } people
} shown. Saving changes only the rows shown.

## The bar

left = { $given } of { $tickets } assigned · { $left } left
over = ⚠ { $given } of { $tickets } assigned · { $over } over the limit
undecided = { $count } undecided
bar = Board status and actions
saving = Saving…
saved = Saved
over-limit = Over the limit: not saved yet
unsaved = Not saved yet
unfinished = Not saved yet: add the number and a reason
offline = You’re offline. We’ll save with your next change, or select Save.
compare = Compare changes
undo = Undo
save = Save
run-draw = Run a draw
review = Review
leftovers = Assign leftovers
unreachable = Can’t be reached by email
