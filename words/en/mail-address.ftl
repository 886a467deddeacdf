### Another email address: the code for it, and that it was changed.

code-title = Email change code
code-subject = { $code } is your { $app } confirmation code
code-preheader = Enter it on your Account page.
code-heading = Confirm your new email address
code-what = Someone signed in to { $app } asked to use this email address. If that was you, enter this code on your Account page within 10 minutes.
code-not-you = Wasn’t you? Ignore this email; nothing changes without the code. We’ll never ask you for it.
account = Go to your account
title = Email address changed by others
undo-title = Email address changed
set-title = Email address set by an admin
subject = Your { $app } email address was changed
preheader = Your new address is { $new }.
heading = Your email address was changed
changed = Your { $app } email address was changed to { $new } on { $when }. We’ll send all emails there from now on.
changed-by-admin = An admin changed your { $app } email address to { $new } on { $when }. We’ll send all emails there from now on.
changed-back = Your { $app } email address was changed back to { $new } on { $when }, with the link we sent there. Every device was signed out.
if-not = If you expected this, you’re all set. If not, contact an admin right away. They can change it back and sign out your devices.
if-not-you = If this was you, you’re all set. If not, undo the change: your address is this one again, and every device is signed out. The link works once, for 7 days.
if-not-you-admin = If this was you, you’re all set. If not, contact an admin right away. They can change it back and sign out your devices.
undo = Undo the change
set-preheader = An admin changed it to this one.
set = An admin changed your { $app } email address from { $old } to this one on { $when }. Sign in with this one from now on. We’ll send all emails here.
set-if-not = If you expected this, you’re all set. If not, contact an admin.
