### All events by status, for admins, and the trash.

title = Manage events
events = Events
event = Event
date = Date
owner = Owner
tickets = Tickets
people = People
requested = Requested
status = Status
actions = Actions
more = More
# Said to those who hear the page after “More” and “Duplicate”.
about = : { $event }
duplicate = Duplicate
all = All
trash = Trash
statuses = Event status
empty-all = No events yet. Create the first one.
empty-open = No events are open for requests.
empty-closed = No closed events are waiting for results.
empty-finalized = No final events yet.
empty-canceled = No canceled events.
create = Create event
trash-empty = Deleted events stay here for 30 days.
removed-on = Deleted for good on { $date }
restore = Restore
restore-what = Restore { $event }
