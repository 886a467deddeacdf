### Which emails someone gets: on the account page, and on the page behind the link at the foot of an email.

title = Your emails
hint = Turn off what you don’t want. Sign-in emails, results, and changes to what you requested always come.
every-season = All seasons
in-season = Only in a season
new-event = New events
new-event-hint = When an organizer tells everyone about an event.
closing-soon = Requests close soon
closing-soon-hint = Two days before requests close, if you haven’t answered.
coming-up = Events coming up
coming-up-hint = The day before, if you have tickets.
digest = Daily summary
digest-hint = For organizers: what’s new on your events, at 8 in the morning, if anything is. In the 24 hours before an event, also right away when tickets come back.
open-table = Open table
open-table-hint = Tickets that came back, for whoever comes first.
on = On
off = Off
off-everywhere = Off in all seasons
turn-on = Turn on
turn-off = Turn off
turn-on-what = Turn on: { $what }
turn-off-what = Turn off: { $what }
what-in-season = { $what }, { $season }

## Behind the link of an email

link-title = Email choices
question = Stop getting these emails?
what = “{ $what }” will no longer be emailed to { $address }.
stop = Stop these emails
stopped = These emails are turned off
stopped-what = “{ $what }” is no longer emailed to { $address }.
resume = Turn on again
others = Other emails to you
spent = This link doesn’t work
spent-why = It may have been cut off, or the account it belonged to is gone. Nothing was changed.
spent-sign-in = Sign in to choose your emails
