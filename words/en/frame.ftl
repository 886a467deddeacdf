### What stands around every page.

skip = Skip to content
main = Main
accessibility = Accessibility
home = Home
events = Events
admin = Admin
account = Account
description = Request tickets, see what you got, and verify the draw.
unwritable = Nothing can be saved at the moment, by anyone. The database says: { $why }. Is its disk full?
