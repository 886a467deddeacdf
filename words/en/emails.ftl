### Emails as admins see them: where each is, and what is in their way.

title = Email
states = Email status
all = All
failed = Failed
waiting = Waiting to send
sent = Sent
unsent = Not sent
sending = Sending
printed = Printed, not sent
none = No emails yet. They’ll show up here as you add people and events.
none-failed = No failed emails. All good.
none-waiting = No emails waiting.
none-sent = No emails sent yet.
none-unsent = Every email was sent.
latest = { $of ->
    [one] Showing the latest { $shown } of { $of } email.
   *[other] Showing the latest { $shown } of { $of } emails.
}
to = To
email = Email
time = Time
status = Status
actions = Actions
someone = Someone signing in
about-event = { $email }: { $event }
resend = Resend
resend-to = Resend: { $person }
oldest = { $count ->
    [one] { $count } email is waiting. It was written { $since }.
   *[other] { $count } emails are waiting. The oldest was written { $since }.
}
reasons = Why emails failed
no-reason = No reason is known.
failed-for = { $count ->
    [one] { $count } email:
   *[other] { $count } emails:
}
resend-all = Resend all
resend-all-of = Resend all: { $reason }
told = Mark as told in person
told-to = Mark as told in person: { $person }
told-in-person = Told in person
off = Email is turned off. Messages are printed in the server log instead.
silent = Amazon SES isn’t responding. We’ll keep trying for several hours.
paused = Amazon SES has paused sending. Emails will go out when it’s back on.
time-needed = { $count ->
    [one] { $count } email in { $time } or more, at { $rate } per second.
   *[other] { $count } emails in { $time } or more, at { $rate } per second.
}
too-many = { $day ->
    [one] Amazon SES allows { $day } email per 24 hours. { $sent } have gone out, so { $left } more can be sent now.
   *[other] Amazon SES allows { $day } emails per 24 hours. { $sent } have gone out, so { $left } more can be sent now.
}
sandbox = Your Amazon SES account is in sandbox mode: only verified addresses receive email.
retried = { $count ->
    [one] { $count } email couldn’t be sent right away and is being retried automatically.
   *[other] { $count } emails couldn’t be sent right away and are being retried automatically.
}
about-a-second = about a second
about-seconds = { $count ->
    [one] about { $count } second
   *[other] about { $count } seconds
}
about-minutes = { $count ->
    [one] about { $count } minute
   *[other] about { $count } minutes
}
about-hours = { $count ->
    [one] about { $count } hour
   *[other] about { $count } hours
}
reason-deactivated = This person is deactivated.
reason-nobody = No one here has this address.
reason-taken = Someone here has this address.
reason-signed-out = They were signed out everywhere, or the address was changed.
reason-over = It was canceled, asked for again, or is too long ago.
reason-undone = The change was undone, an admin changed the address, or it is too long ago.
reason-unreadable = What this email says can’t be read.
reason-unreachable = Couldn’t reach the email service.
reason-no-keys = No AWS credentials found in the settings or from AWS.
reason-settings = Couldn’t connect to SES. Check your access keys, region, and endpoint.
reason-unconfirmed = The email service didn’t confirm whether it accepted the email.
reason-failed-before = The email service failed before accepting the email.
reason-endless = Sending it never ended.
reason-put-back = Not tried yet.
reason-not-known = Twice, the email service didn’t confirm whether it accepted the email. It isn’t sent a third time by itself.
reason-died = The program stopped while sending it. Nobody knows whether it left.
reason-asked-again = They asked for a newer one.
reason-off = They turned these emails off.
reason-gone = The event is gone.
reason-closed = Requests are closed.
reason-moved = The date was moved.
reason-answered = They’ve answered since.
reason-no-tickets = They no longer have tickets.
reason-begun = The event has begun.
reason-night = It was held up until night, and the next morning would be too late.
reason-told-later = A later email says this, too.
reason-as-it-was = It’s as it was before.
reason-not-so = It’s no longer so.
reason-restored = It was waiting when the restored backup was made, and may have been sent since.
given-up = { $tries ->
    [one] { $reason } Given up after { $tries } try.
   *[other] { $reason } Given up after { $tries } tries.
}
