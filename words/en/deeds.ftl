### What the audit log notes, and what came of it.

session-start = Signed in
session-end = Signed out
sign-in-spent-link = Tried an expired or used sign-in link
sign-in-wrong-code = Entered a wrong sign-in code
sign-in-left-out = More failed sign-ins than are noted here
person-add = Added a person
person-edit = Edited a person
person-import = Imported people from a spreadsheet
person-rename = Changed their own name
person-address = Changed their own email address
person-address-undo = Undid a change of their email address
person-first-admin = Became an admin (setup page or command line)
person-make-admin = Was made an admin (command line)
person-command-link = Created a sign-in link (command line)
person-send-link = Sent someone a sign-in link
person-revoke-sessions = Signed someone out everywhere
event-create = Created an event
event-edit = Edited an event
event-close = Closed requests
event-close-due = Requests closed automatically
event-open-again = Reopened requests
event-finalize = Finalized an event
event-reopen = Reopened a finalized event
after-return = Gave tickets back
after-settings = Set what is possible after the result
after-hand-out = Handed out seats or files
after-keep = Undid giving tickets back
after-late = Said too late that tickets won’t be used
after-take = Took tickets that were offered
after-decline = Declined tickets that were offered
after-claim = Took tickets from the open table
after-guests = Entered names of guests
after-came = Noted who came
after-recall = Took back an offer of tickets
after-give = Gave someone tickets
after-offer = Offered someone tickets by hand
after-table = Opened the open table
after-tickets = Changed the number of tickets after the result
after-hand = Handed tickets on
after-hand-ask = Asked to hand tickets on
after-hand-keep = Took back asking to hand tickets on
after-hand-decline = Declined handing tickets on
event-cancel = Canceled an event
event-uncancel = Restored a canceled event
event-delete = Moved an event to the trash
event-restore = Restored an event from the trash
event-purge = Permanently deleted an event from the trash
event-add-organizer = Added a co-organizer
event-remove-organizer = Removed a co-organizer
event-hand-over = Transferred an event to a new owner
event-invite = Emailed everyone about an event
season-create = Created a season
season-add-steward = Added a season’s steward
season-remove-steward = Removed a season’s steward
request-enter = Made a request for someone
request-withdraw = Withdrew a request
request-restore = Restored a withdrawn request
allocation-save = Changed allocations
draw-plan = Settled a draw
draw-make = Ran a draw
draw-put = Applied a draw
draw-take-off = Undid an applied draw
draw-fill-further = Assigned leftover tickets in draw order
mail-resend = Resent an email
mail-told = Marked someone as told in person
mail-test = Sent a test email
mail-alarms = Turned their alarm emails on or off
import-legacy = Imported the old database
import-made-up = Created demo data
from-device = From a new device, { $way }.
from-known-device = From a device used before, { $way }.
way-link = with the link of an email
way-code = with the code of an email
way-command = with a link from the server
way-set-up = using the setup link
devices-ended = { $count ->
    [0] They weren’t signed in anywhere.
    [one] { $count } device was signed out.
   *[other] { $count } devices were signed out.
}
as-role = Role: { $role }.
looks-like-admin = The name looks like an admin’s.
role-changed = Role: { $before } → { $now }.
activated = They can sign in again.
deactivated = They were deactivated.
name-changed = The name was changed.
email-changed = The email address was changed.
imported = { $added } added, { $changed } updated.
left-out = { $count ->
    [one] { $count } line needed fixing.
   *[other] { $count } lines needed fixing.
}
with-tickets = { $count ->
    [one] With { $count } ticket.
   *[other] With { $count } tickets.
}
tickets-changed = Tickets: { $before } → { $now }.
finalized = { $count ->
    [0] Assigned { $given } of { $tickets } tickets. No emails.
    [one] Assigned { $given } of { $tickets } tickets and wrote { $count } email.
   *[other] Assigned { $given } of { $tickets } tickets and wrote { $count } emails.
}
finalized-before = { $count ->
    [one] Assigned { $given } tickets and wrote { $count } email.
   *[other] Assigned { $given } tickets and wrote { $count } emails.
}
reason = Reason: { $reason }
told-people = { $count ->
    [0] No one had requested tickets.
    [one] { $count } person was told.
   *[other] { $count } people were told.
}
owner-before = It was { $name }’s before.
season = Season: { $season }.
season-changed = The season was changed.
event-gone = It was called “{ $event }”.
way-link-elsewhere = with the link of an email, in a browser that had not asked for it
entered = For { $wish }.
changed-wish = From { $before } to { $now }.
had = { $count ->
    [one] They had { $count } ticket.
   *[other] They had { $count } tickets.
}
set = Set { $name } to { $given }.
set-undecided = Set { $name } to undecided.
set-from-draw = Set { $name } to { $given } (draw: { $drawn }).
set-more = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}
draw-with = Draw { $number }, { $rule }.
draw-waits = Draw { $number }, { $rule }. It waits for round { $round } of drand.
rows-changed = { $count ->
    [one] { $count } person changed on the board.
   *[other] { $count } people changed on the board.
}
more-given = { $count ->
    [one] { $count } more ticket assigned.
   *[other] { $count } more tickets assigned.
}
tickets = { $count ->
    [one] { $count } ticket.
   *[other] { $count } tickets.
}
by-link = With the link of an email.
guests-named = { $of ->
    [one] Names for { $named } of { $of } ticket.
   *[other] Names for { $named } of { $of } tickets.
}
tickets-used = { $of ->
    [one] { $used } of { $of } ticket used.
   *[other] { $used } of { $of } tickets used.
}
tickets-unsaid = No longer noted whether they were used.
tickets-to = { $count ->
    [one] { $count } ticket to { $name }.
   *[other] { $count } tickets to { $name }.
}
