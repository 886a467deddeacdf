### What stands around every page.

skip = Skip to content
main = Main
accessibility = Accessibility
home = Home
events = Events
people = People
email = Email
account = Account
description = Request tickets, see what you got, and verify the draw.
