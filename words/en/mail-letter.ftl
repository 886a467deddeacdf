### What stands around every email.

hello = Hi { $name },
why = See how tickets were drawn and verify it
why-line = See how tickets were drawn and verify it: { $link }
event-line = Event: { $event }
when-line = When: { $when }
note = A note from { $organizer }
place-line = Where: { $place }
note-line = A note from { $organizer }:
link-line = { $button }:
reply = Questions? Reply to this email to reach { $organizer }, the organizer.
view-event = View event

off = You can { $turn-off }.
off-turn-off = turn off emails like this or choose which ones you get
off-line = Turn off emails like this, or choose which ones you get:
view-request = Request tickets
held = { $count ->
    [one] { $count } ticket for { $name }
   *[other] { $count } tickets for { $name }
}
holder = For { $name }
