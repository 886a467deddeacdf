### Someone else changed whether, or where, someone is signed in.

title = Account changed by others
button = Open the site
out-subject = You were signed out of { $app }
out-heading = You were signed out
out-by-admin = An admin signed you out on every device on { $when }.
out-by-server = Someone who runs the server signed you out on every device on { $when }.
out-then = Links and codes that were on their way no longer work. You can sign in again at any time. If you don’t know why this was done, ask an admin.
off-subject = Your { $app } account was deactivated
off-heading = Your account was deactivated
off-by-admin = An admin deactivated your account on { $when }.
off-by-server = Someone who runs the server deactivated your account on { $when }.
off-then = You’re signed out, and you can’t sign in. Your requests and results stay as they are, but we won’t email you about them. If you didn’t expect this, ask an admin.
on-subject = Your { $app } account is active again
on-heading = Your account is active again
on-by-admin = An admin activated your account again on { $when }.
on-by-server = Someone who runs the server activated your account again on { $when }.
on-then = While it was not, no other email was sent to you. Look at your requests and results: something may have changed.
