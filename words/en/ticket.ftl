### An event as a card.

closes = { $starts } · Requests close { $closes } ({ $distance })
canceled = Canceled
you-requested = You requested { $wish }.
all-assigned = All assigned
undecided = { $count } undecided
assign = Assign tickets
no-request = No request yet
no-tickets = No tickets this time
no-tickets-now = No tickets now
request = Request tickets
edit = Edit request
