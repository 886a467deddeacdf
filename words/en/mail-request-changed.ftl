### Someone else did something to a request.

title = Request changed by an organizer
subject-entered = Request made for you: { $event }
subject-changed = Your request was changed: { $event }
subject-removed = Your request was removed: { $event }
subject-restored = Your request is back: { $event }
entered = { $by } made a request for you: { $now }.
note = { $by } changed the note of your request. It’s still for { $now }.
changed = { $by } changed your request from { $before } to { $now }.
removed = { $by } removed your request for { $before }.
restored = { $by } brought your request back: { $now }.
lost = { $count ->
    [one] You had been given { $count } ticket. It’s no longer yours.
   *[other] You had been given { $count } tickets. They’re no longer yours.
}
reason = Reason: { $reason }
not-right = If that’s not right, reply to this email.
