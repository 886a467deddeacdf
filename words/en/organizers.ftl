### Who runs an event.

title = Organizers
owner = Owner
co-organizer = Co-organizer
remove = Remove
remove-whom = Remove { $name }
transfer = Transfer ownership
transfer-to = Transfer ownership to { $name }
no-one-else = No one else can run events yet. An admin can make people organizers.
add-whom = Add a co-organizer
choose = Choose a person
add = Add co-organizer
what-transfer-does = If you transfer ownership, the current owner becomes a co-organizer.
