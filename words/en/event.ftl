### An event’s page: when, how many, who organizes it, what others requested, and one’s own request or result.

all = All events
canceled = This event was canceled.
undo-withdrawal = Undo withdrawal
closes = Requests close { $when } ({ $distance })
closed = Requests closed
calendar = Add to calendar
organized-by = Organized by { $names }
organized-by-no-one = No one organizes this event right now.
owner-left = { $owner } owned this event and is deactivated. { $choose }
owner-left-choose = Choose a new owner
notes = From the organizer

## The draw

draw-works = How the draw works
draw-details = Draw details
draw-how = How tickets were drawn
sealed-code = Sealed code { $code }

## Names beside numbers

requests = Requests
name = Name
requested = Requested
assigned = Assigned
edit = Edit
edit-whose = Edit { $name }’s request

## One’s own request

your-request = Your request
request = Request tickets
none-yet = You haven’t requested tickets yet.
none = You didn’t request tickets for this event.
removed = An organizer removed your request for { $wish } ({ $when }).
removed-by = { $who } removed your request for { $wish } ({ $when }).
reason = Reason: { $reason }
you-requested = You requested { $wish }.
edit-or-withdraw = Edit or withdraw request
wait = Requests are closed. We’ll email you the result.
wait-unsent = Requests are closed. Your result will show up here.
revising = The organizer is revising the results. You were told { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}; we’ll email you if that changes.
revising-unsent = The organizer is revising the results. You were told { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}; if that changes, it will show up here.

## One’s own result

your-result = Your result
admits = ×{ $count }
missed = No tickets this time
rank = You were #{ $rank } of { $of } in the draw.
ran-out = Tickets ran out at #{ $after }.
too-few = After #{ $after }, too few tickets were left.
next-time = { $standing } That counts whenever a draw evens out the season or is weighted.
see-draw = See how it was drawn
published = Results published { $when }
