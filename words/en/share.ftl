### Telling others of an event, for those who run it.

title = Share this event
link = Link to share
everyone = { $count ->
    [0] There’s nobody to email: everyone has answered, turned these emails off, or can’t sign in.
    [one] { $count } person hasn’t answered yet and gets emails about new events. They get one email with a button to request tickets. You can do this once.
   *[other] { $count } people haven’t answered yet and get emails about new events. They each get one email with a button to request tickets. You can do this once.
}
send = { $count ->
    [one] Email { $count } person
   *[other] Email { $count } people
}
sent = Everyone was emailed about this event { $when }.
