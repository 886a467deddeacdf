### Why something was not done: beside a field, at the top of a page, or on a page of its own.

## Fields

missing = Fill this in.
reason-alone = A reason only goes with another number. Type that number next to it, or clear the reason.
two-numbers = { $chosen } is chosen and { $typed } is typed. Clear the one you don’t mean.
two-numbers-undecided = { $typed } is typed, and “undecided” is chosen. Clear one of them.
nothing-to-read = There’s nothing to read in “{ $seen }”. Use at least one letter or digit.
too-long = That’s { $seen } characters. Use { $max } or fewer.
control-character = Remove line breaks and invisible characters. Use letters, numbers, and punctuation.
not-a-number = “{ $seen }” isn’t a whole number.
out-of-range = Enter a number from { $min } to { $max }, not { $seen }.
not-a-choice = “{ $seen }” isn’t an option. Choose one of: { $accepted }.
not-an-address = “{ $seen }” isn’t a valid email address. It should look like name@example.com.
address-taken = Someone else already uses this email address.
own-address = This is already your email address.
oneself = That’s your own email address. Enter your colleague’s.
unknown-zone = “{ $seen }” isn’t a time zone we know. Try America/New_York or Europe/London.
not-a-time = “{ $seen }” isn’t a date and time. Use this format: 2026-12-06T15:00.
not-a-day = “{ $seen }” isn’t a date. Use this format: 2026-12-06.
time-skipped = { $seen } doesn’t exist in { $zone } because clocks spring forward. Choose an earlier or later time.
time-twice = { $seen } happens twice in { $zone } because clocks fall back. Choose an earlier or later time.
closes-after-start = Requests have to close before the event starts.
after-the-start = This has to be before the event starts.
not-a-pdf = “{ $seen }” isn’t a whole PDF file.
file-too-large = “{ $seen }” is larger than { $megabytes } MB.
files-too-large = All files of an event together can have { $megabytes } MB. Nothing was saved.
too-many-files = That’s { $seen } files. Choose { $max } or fewer at once.
ends-at-odd-time = The event has to end after it starts, and within 31 days.
one-space = Put one space between words.
not-plain = “{ $seen }” can’t be compared letter by letter. Use plain letters a–z, digits, and punctuation.
too-far-ahead = { $seen } is too far ahead. Choose a date within the next ten years, { $latest } at the latest.
in-the-past = That time has passed. Choose a time in the future.
no-number = Choose at least one number.
number-twice = { $seen } is listed twice. Remove one.
too-many-numbers = Choose at most { $max } different numbers.
over-given = That’s { $over } too many: { $given } assigned, but only { $tickets } available. Nothing was saved.
needs-reason = They’d accept { $accepted } or none, not { $given }. Add a reason to assign { $given } anyway.
needs-override-reason = The draw gave { $drawn }. Add a reason to assign { $given } instead. Everyone can see it.
not-named-before = This event has no public number, so you can’t add one now.
named-too-late = Someone has already requested tickets. What goes into the draw has to be chosen before the first request.
nothing-is-typed = Choose “Something typed in later,” or leave this empty.
known-too-soon = This has to become known after requests close, or it could steer what people request.
not-a-signature = “{ $seen }” isn’t a round’s signature: 96 digits 0–9 and a–f, or everything that the round’s page shows.
not-of-this-round = This isn’t drand’s signature of round { $round }.
other-round = This is round { $seen }. The draw waits for round { $round }.
no-such-person = Choose an active person.
two-people = Choose someone or type an address, not both.
nobody-there = No one here has the email address { $seen }.
no-such-season = Choose a season from the list.
not-your-season = Only this season’s stewards and admins can add events to it or remove them. Choose another season, or ask one of them.
already-steward = They’re already a steward of this season.
already-organizer = Already a co-organizer.
cannot-organize = Only organizers and admins can run events. An admin can change their role.
no-such-request = This request is gone. It may have been withdrawn.
not-a-code = Enter the 8-digit code from your email, like 1234 5678.
beyond-tickets = { $tickets ->
    [0] There’s no ticket for this name. Clear this line.
    [one] There’s only { $tickets } ticket. Clear this line.
   *[other] There are only { $tickets } tickets. Clear this line.
}
wrong-code = That code isn’t right or has expired. { $left ->
    [one] { $left } try left.
   *[other] { $left } tries left.
}
no-more-tries = Too many tries. Request a new email, or open its link in the browser where you asked for it.
only-by-link = Too many wrong codes were entered for this address today. Use the button in your email instead. Codes work again after midnight UTC.
asked-elsewhere = This code only works in the browser where you requested it, within 15 minutes. Enter your email address to get a new one, or open the link in the email.

## States

requests-closed = Requests for this event have closed. Contact the organizer if you need a change.
requests-open = Requests are still open. Close them first.
event-began = The event has started, so this is no longer possible.
finalized = This event is final. Reopen it to make changes.
not-finalized = This event isn’t final yet.
canceled = This event is canceled.
not-canceled = This event isn’t canceled.
own-role = You can’t change your own role or access. Ask another admin.
last-admin = This is the last active admin. Make someone else an admin first.
not-failed = This email didn’t fail, or someone already took care of it.
overtaken = This email is out of date, so it won’t be sent again.
already-set-up = This site is already set up. Sign in instead.
link-spent = This link has been used, has expired, or is incomplete.
device-gone = That device is already signed out.
not-drawn = There’s no draw to work from yet. Run a draw and apply it first.
draw-again = Requests or the number of tickets changed after the draw. To keep it fair, run the draw again.
draw-not-on-board = The board shows an earlier draw. Apply the latest draw first.
draw-waits = A draw is settled and waits for its public random number. Until it’s made, only canceling the event or reopening requests stops it.
draw-waits-no-more = This draw doesn’t wait anymore: it’s made, or it was called off.
no-codes-left = You’ve used all 31 draws for this event. Assign the remaining tickets by hand.
secret-sealed = This event’s draw is locked because SECRET_KEY changed. An admin can add the old key as SECRET_KEY_PREVIOUS.
board-moved-on = You’ve changed the board since applying the draw, so it can’t be undone in one step. Change numbers by hand and add a reason.
address-not-asked = That code has expired. Request a new one to change your email address.
sign-in-again = You signed in more than 15 minutes ago. Sign in again to change your email address. We’ve kept what you typed.
asked-too-often = You’ve requested this 5 times. Wait 12 minutes and try again.
deactivated = This person is deactivated. Let them sign in first.
owner-stays = The owner is always an organizer. Transfer ownership first.
not-so-many = There aren’t that many tickets.
tickets-gone = These tickets are gone. Someone else was faster.
offer-over = This offer has ended: it was answered, ran out, or was taken back.
answer-once-more = That was quick. Some email filters press buttons, so please answer once more.
answer-signed-in = Sign in to answer. This link alone isn’t enough.
offer-open = Tickets are already being offered to this person.
return-under-way = Tickets are already being given back. Wait a minute, or undo that first.
return-settled = The minute to undo this is over. The tickets have been given back.
limit-reached = You already have as many tickets as one person can have.
guests-off = Nobody is asked for names of guests at this event.
guests-closed = It’s too late to change the names of guests.
door-closed = Who came can be noted from 3 hours before the start until 30 days after the event.
handouts-closed = The event was over 30 days ago, so nothing more can be handed out.
in-order = Tickets for this event were drawn. What comes back is offered in the order of the draw.
hand-on-off = Tickets for this event can’t be handed on.
hand-on-under-way = You already asked to hand on tickets. Wait for the answer, or take that back first.
hand-on-over = This was already answered, was taken back, or has ended.
no-room = They can’t have that many: with what they have, or are offered, it would be more than one person can have.
tried-too-often = You’ve tried several addresses. Wait 12 minutes and try again.

## Whole forms

signed-out = You’ve been signed out. Sign in to continue.
forbidden = You don’t have access to this page.
not-found = We can’t find that page, or you don’t have access to it.
invalid = Nothing was saved. { $fields ->
    [one] Check the highlighted field.
   *[other] Check the { $fields } highlighted fields.
}
conflict = Someone else (or another tab) changed this while you were working. Your changes aren’t saved, but they’re still on the page. Review them and save again.
conflict-with = This changed while you were working: { $changes }. Your changes aren’t saved, but they’re still on the page. Review them and save again.
now-undecided = { $name } is now undecided
now-given = { $name } is now { $given }
now-undecided-by = { $name } is now undecided ({ $by })
now-given-by = { $name } is now { $given } ({ $by })
too-many = That’s a lot of requests at once. Wait a minute and try again. Nothing was saved.
garbled = We couldn’t read that form. Nothing changed. Go back and try again.
failed = Something went wrong and nothing was saved. If it keeps happening, give an admin this reference: { $reference }
failed-somehow = Something went wrong and nothing was saved. If it keeps happening, tell an admin.

## Titles of their pages

title-forbidden = You don’t have access
title-not-found = Page not found
title-signed-out = Sign in
title-not-now = Not available right now
title-garbled = We couldn’t read that
title-too-many = Too many requests
title-failed = Something went wrong
home = Go to home
sign-in = Sign in
