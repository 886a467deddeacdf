### What was published to verify a draw by, and what that proves.

title = Technical details
zone = Times are in { $zone }.
statements = Everything this site stated about the event, signed
all-draws = All draws
draw-number = Draw { $number }
draw-line = { $draw } · { $when } · { $method }
reason = Reason for redraw: { $reason }
record = Download record of draw { $number }
ties = With “First come, first served,” the draw only breaks ties between requests made in the same millisecond.
proves = What this proves, and what it doesn’t
proves-what = The sealed code fixes every draw code from when it is published. The list fingerprint fixes who requested what before a draw code is revealed. With both, anyone can compute the same order and the same numbers, so a changed request, draw method, or number shows.
entry-id = Your entry ID: { $id }
line-one = Your line in the frozen list: entry ID, numbers you accept, entries, tickets behind your fair share (in thousandths), and when you asked (milliseconds since 1970).
line-two = Your line in the frozen list: entry ID, and the numbers you accept.
no-line = This ID stands for you in the list. No one can choose theirs, or tell whose another is.

## Step by step

sealed = Sealed code (commitment), published { $when } when the event was created
sealed-later = Sealed code (commitment), published { $when } after the event was created
not-sealed = The sealed code hasn’t been published yet.
to-freeze = When requests close, { $when }, the list is frozen and its fingerprint is published here.
frozen = Requests frozen { $when }: { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
}, { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
}. List fingerprint
changed = The list was changed by an organizer { $when }: { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
}, { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
}. List fingerprint
season-fingerprint = Fingerprint of what the season adds for whom
order-fingerprint = Fingerprint of who asked before whom
revealed = Draw code, revealed by draw { $number } { $when }
to-reveal = The draw reveals its code. It has to match the sealed code above, so no one can choose it.
round = round { $number } of drand
comes = Public random number: { $round }, which comes at { $when }. The draw is made with it.
came = Public random number: { $round }, which came at { $when }
named = Public random number: { $round }, which comes at { $when }; a later one, if the draw is settled later
typed = Public number ({ $what })
typed-known = Public number ({ $what }, known { $when })
typed-in = Public number ({ $what }): { $number }
typed-in-known = Public number ({ $what }, known { $when }): { $number }
