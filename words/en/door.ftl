### The list for the door: who is expected, with whom, and who came.

page = Door list: { $event }
people = people
tickets = tickets
used = used
unused = not used
unsaid = not noted
early = From { $when }, you can note here who came.
open = Tap how many came. You can change this until { $when }.
over = Who came can’t be noted anymore.
removed = The names of guests were deleted 30 days after the event.
search = Search
search-label = Search by name
search-placeholder = Name or guest’s name
found = { $found } of { $people } people.
nobody-found = Nobody called “{ $search }” has tickets.
clear = Show everyone
nobody = Nobody has tickets.
late = { $count ->
    [one] { $count } won’t be used, as they said.
   *[other] { $count } won’t be used, as they said.
}
unnamed = no name
came = Used: { $came } of { $held }
here = Came
not-here = Didn’t come
all = All { $held }
tap = { $label }: { $name }
undo = Undo
undo-for = Undo for { $name }
how-many = { $name }: how many of { $held } came
set = Save
edit-names = Edit names
edit-names-of = Edit names for { $name }
cancel = Cancel
own-unused = Noted as not used: { $unused } of { $held }
download = Download
print = Or print this page.
name = Name
email = Email
guest = Guest
note = Note
file-tickets = Tickets
file-ticket = Ticket number
file-used = Used
