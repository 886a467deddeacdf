### Parts that stand on many pages.

newer = Newer
older = Older
previous = Previous
next = Next
pages = Pages
page-of = Page { $page } of { $pages }
close = Close
download-as = { $label }: { $formats }
csv-semicolons = CSV for European Excel (semicolons)

## Steps that ask first

cancel-what = Everyone who requested tickets gets an email, unless email is off or they’re deactivated.
cancel = Cancel event and notify everyone
trash-what = You can restore it for 30 days. Everyone who requested tickets gets an email, unless email is off or they’re deactivated.
trash = Move to trash
