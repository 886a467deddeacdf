### All events, year by year, on a page and as a table.

title = Events
empty = Upcoming events and those from the past 24 months will show up here.
download = Download
manage = Manage events
trash = Trash
event = Event
date = Date
season = Season
tickets = Tickets
people = People
requested = Requested
assigned = Assigned
your-result = Your result
your-request = Your request
status = Status
requested-first = Requested { $first }
requested-got = Requested { $first }, got { $given }
