### The results of an event as a list, on a page, on paper, and as a table.

page = Results: { $event }
draft = Draft: not final yet
canceled = Canceled
given = { $given } of { $tickets } assigned · { $left } left
given-offered = { $given } of { $tickets } assigned · { $offered } offered · { $left } left
given-over = { $given } of { $tickets } assigned · { $over } over the limit
download = Download
print = Or print this page.
name = Name
email = Email
requested = Requested
assigned = Assigned
reason = Reason
drawn = From the draw
since-result = Since the result
note = Note
