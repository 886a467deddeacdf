### Requests close soon, to those who have not answered.

title = Requests close soon
subject = Requests close soon: { $event }
closes = Requests close { $when }.
unanswered = You haven’t requested tickets. If you don’t want any, you don’t need to do anything.
