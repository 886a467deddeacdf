### Importing people from a spreadsheet.

title = Import people
heading = Import people from a spreadsheet
rows = Paste rows
rows-hint = Copy rows from your spreadsheet, including the header row, or paste a CSV file or the addresses of an email. We need “email”; “name” (or “first name” and “last name”), “role” (member, organizer, admin) and “active” (yes, no) are optional.
file = Or upload a CSV file
file-large = This file is over 512 kB. Split it and import it in parts.
file-long = This list is too long to import at once. Split it and import it in parts.
file-garbled = We can’t read this file. In your spreadsheet, save it as “CSV UTF-8” and try again.
file-guessed = This file isn’t in UTF-8. We read it as { $encoding }. Check the letters with accents in the box. If any are wrong, save the file in your spreadsheet as “CSV UTF-8” and choose it again.
welcome = Email each new person a welcome message
welcome-hint = If not, they can sign in anytime with their email address.
preview = Preview import
preview-again = Preview again
columns = What the columns mean
column = Column { $number }
such-as = such as “{ $sample }”
is-name = Name
is-first-name = First name
is-last-name = Last name
is-email = Email
is-role = Role
is-active = Can sign in
is-blocked = Can’t sign in
is-ignored = Ignore
outlook = Preview
none-good = Fix these lines below, then preview again. None of them has been imported.
some-good = None of these lines has been imported yet. The button below imports the good lines and leaves the others in the box. Or fix these lines and preview again.
all-same = Everyone on your list is already here. Nothing to import.
all-good = None of these lines has been imported yet.
count-new = { $count } new
count-changed = { $count } updated
count-unchanged = { $count } unchanged
count-twice = { $count } repeated
count-wrong = { $count ->
    [one] { $count } needs fixing
   *[other] { $count } need fixing
}
lines-wrong = { $count ->
    [one] { $count } line needs fixing
   *[other] { $count } lines need fixing
}
lines-again = { $count ->
    [one] { $count } line names someone again
   *[other] { $count } lines name someone again
}
line = Line { $number }
again = This email address is already on line { $number }. That line counts.
to-update = { $count ->
    [one] { $count } person to update
   *[other] { $count } people to update
}
to-add = { $count ->
    [one] { $count } person to add
   *[other] { $count } people to add
}
more = And { $count } more.
yes = yes
no = no
field-change = { $field }: { $before } → { $now }
field-wrong = { $field }: { $why }
new-line-deactivated = { $role }, deactivated
new-line-named = { $role }, named by the address
new-line-named-deactivated = { $role }, deactivated, named by the address
add = { $new ->
    [one] Import { $new } person
   *[other] Import { $new } people
}
update = { $changed ->
    [one] Update { $changed } person
   *[other] Update { $changed } people
}
add-and-update = { $new ->
    [one] Import { $new } person, update { $changed }
   *[other] Import { $new } people, update { $changed }
}
skipped-one = We skipped the column “{ $column }”.
skipped = We skipped these columns: { $columns }.
skipped-more = We skipped these columns: { $columns }, and { $more } more.
no-addresses = We couldn’t find an email column. Name it “email” in the first row, or choose it below.
too-many = { $seen ->
    [one] { $seen } line is too many; the limit is { $most }. Split the list and import it in parts.
   *[other] { $seen } lines are too many; the limit is { $most }. Split the list and import it in parts.
}
