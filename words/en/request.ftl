### Requesting tickets, for oneself or for someone else.

title = Request tickets
title-edit = Edit your request
title-own = Your request
title-for = Request tickets for { $name }
title-edit-for = Edit { $name }’s request
title-of = { $name }’s request
page = { $title }: { $event }
until = You can edit or withdraw your request until { $when }.
closes = Requests close { $when }.
from-withdrawn = We’ve filled in the request you withdrew.
from-withdrawn-they = We’ve filled in the request they withdrew.
from-last = We’ve filled in your last request.

## Numbers

how-many = How many tickets would work for you?
how-many-they = How many tickets would work for them?
choose = Choose every number you’d take. We’ll start with the highest.
choose-they = Choose every number they’d take. We’ll start with the highest.
type-in = Enter each number you’d take, from 1 to { $limit }. Leave the rest blank.
type-in-they = Enter each number they’d take, from 1 to { $limit }. Leave the rest blank.
choice = Choice { $number }
so-far = So far: { $demand }
enough-so-far = So far there’s enough for everyone’s first choice: { $requested } of { $tickets } requested.

## Note and copy

add-note = Add a note
note = Note for the organizer
note-hint = Optional. Only organizers and admins can see it.
note-they = Note
note-hint-they = Optional. Only they, organizers, and admins can see it.
notes = From the organizer
add-copy = Email me a copy
copy = Email me a copy
copy-hint = Includes the sealed code, so you can verify the draw later.

## What becomes public

recorded = Once tickets are drawn and results are out, everyone who can see this event can download the draw record: the numbers each person accepted, under an entry ID, without names.
recorded-times = It also shows when each entry was made, and how far it is behind or ahead in the season.
recorded-order-season = Some draw methods also show the order of requests, or what each entry got earlier in the season.
recorded-order = Some draw methods also show the order of requests.

## Sending

send = Send request
save = Save changes
save-for = Save request
told = They’ll get an email with what you entered, and the audit log will show that it was you.
told-unsent = Email is off, so let them know. The audit log will show that it was you.

## The season

no-season = This event is in no season: it doesn’t count for others, and others don’t count for it. { $draw }
first = This is your first request this season. Everyone starts even. It counts when the draw evens out the season. { $draw }
standing = { $standing } It counts when the draw evens out the season. { $draw }
how = How the draw works

## Taking it back

withdraw = Withdraw request
remove = Remove request
remove-why = Reason for removing the request
remove-hint = They’ll get an email with it. It’s also shown on their event page and in the draw record.
remove-hint-unsent = It’s shown on their event page and in the draw record.

## When it’s too late

you-requested = You requested { $wish }.
they-requested = They requested { $wish }.
back = Back to event

## For whom

for-title = Request tickets for someone
for-whom = Who is this request for?
for-lead = Add or edit a request for someone. They’ll get an email, and the audit log will show that it was you.
for-lead-unsent = Add or edit a request for someone. The audit log will show that it was you.
search-label = Search by name or email
search-hint = Name or email
search-exactly = Full email address or exact name
search = Search people
no-match = No one matches “{ $search }”.
no-exact-match = No one has the email address or exact name “{ $search }”.
clear = Clear search
has-requested = Requested
only-first = Only the first { $count } are shown. Search for others.
exactly = Type their full email address, or their name exactly as it’s written here.
