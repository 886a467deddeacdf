### Requests are closed: what was frozen.

title = Requests closed
subject = Requests are closed: { $event }
closed = Requests are closed. You requested { $wish }.
closed-by = { $by } closed requests. You requested { $wish }.
counts = { $requests } for { $tickets }. We’ll email you the result.
keep = Keep this to verify the draw. Your line: { $line }.
list = Fingerprint of the list: { $digest }
season = Fingerprint of the season: { $digest }
round = The draw waits for round { $round } of drand: { $when }, or later.
