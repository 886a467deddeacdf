### Seats and files for those who have tickets.

title = Seats and files
link = Seats and files
what = A line or a PDF for each person who has tickets. They see it with their result once they’re signed in, and get an email when it’s new or changed.
files = Files for several people
files-hint = PDFs, up to { $megabytes } MB each and 30 MB at once. A file belongs to the person whose name or email address is in its name: “Asha Rao.pdf”.
nobody = Nobody has tickets for this event.
remove = Remove this file
line = Seats
line-of = Seats of { $name }
file = PDF
file-of = PDF of { $name }
save = Save
cancel = Cancel
tickets = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
for-another-number = { $was ->
    [one] This was handed out for { $was } ticket. They now have { $now }.
   *[other] This was handed out for { $was } tickets. They now have { $now }.
}
size = { $kilobytes } kB
paste = Seats from a spreadsheet
pasted = Seats
pasted-hint = A line for each person: name or email address, a tab or a semicolon, then their seats.
