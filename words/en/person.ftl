### The page about one person, for admins.

since = Added { $date }
bounced = Emails to this address have been coming back since { $date }. Ask for another address. This note goes away when they sign in by email.
refused = This address has been turned away by its own mail server since { $date }. Ask for another address. This note goes away when they sign in by email.
complained = On { $date } they marked an email from here as unwanted. They now get only the emails that can’t be turned off.
ways-in = Sign-in and devices
no-device = Not signed in on any device.
devices = { $count ->
    [one] Signed in on { $count } device, last active { $seen }.
   *[other] Signed in on { $count } devices, last active { $seen }.
}
sign-out-hint = This signs them out on every device and cancels any pending sign-in links. They can sign in again by email.
sign-out = Sign out everywhere
log = View in audit log
link = Send sign-in link
link-hint = Can’t they sign in? Send a link to their email address. It works once, for 3 days.
link-unsent = Can’t they sign in? Email is off, so give them a link yourself. Create it on the server: { $command }
owns = { $name } is deactivated but still owns these events. Choose a new owner for each.
history = Request history
only-final = Counts final events only.
no-requests = No requests in the past 24 months.
latest = Showing the latest { $shown } requests.
event = Event
date = Date
requested = Requested
got = Got
not-used = { $count } not used
status = Status
season-line = { $season }: { $counts }
emails = Recent emails
no-emails = No emails yet.
email = Email
time = Time
all-emails = View email log
