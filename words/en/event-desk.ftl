### What those who run an event can do, on its page.

title = Manage event
close-to-allocate = Close requests and assign tickets
close = Close requests
allocate = Assign tickets
reopen-requests = Reopen requests
results = Print or export results
door = Door list
reopen = Reopen event
reopen-not-yours = Only this season’s stewards and admins can reopen the event.
uncancel = Restore event
edit = Edit event
request-for = Add a request for someone
organizers = Manage organizers
cancel = Cancel event…
delete = Delete event…
duplicate = Duplicate event
emails = Emails
email-log = View email log
not-told = { $email }: { $why }
