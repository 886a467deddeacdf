### The names of guests: who uses someone's tickets.

title = Who’s coming
optional = You can enter a name for each ticket until { $when }, and a note such as “vegetarian”. They’re on the list at the door.
required = Enter a name for each ticket by { $when }, and a note such as “vegetarian” if you like. They’re on the list at the door.
missing = { $count ->
    [one] { $count } name is missing.
   *[other] { $count } names are missing.
}
ticket = Ticket { $number } of { $held }
no-ticket = No ticket for this line
name = Name
note = Note (optional)
save = Save names
change = Change names
kept = Only those who run this event see the names and notes. They’re deleted 30 days after the event.
none = You haven’t entered any names.
closed = It’s too late to change names here. Tell the organizer.
