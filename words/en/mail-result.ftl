### What someone got, and what they get now.

title = Result
changed-title = Updated result
subject = { $count ->
    [0] { $event }: no tickets this time
    [one] You got { $count } ticket for { $event }!
   *[other] You got { $count } tickets for { $event }!
}
changed-subject = { $count ->
    [0] Update: you now have no tickets for { $event } (was { $before })
    [one] Update: you now have { $count } ticket for { $event } (was { $before })
   *[other] Update: you now have { $count } tickets for { $event } (was { $before })
}
changed = Your result has changed. { $change }
other-date = This isn’t the date or place we told you before. Please check it above.
