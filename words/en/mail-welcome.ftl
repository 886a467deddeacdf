### The first link of someone an admin added, or one that an admin sends again.

title = Welcome email
subject = Welcome to { $app }
preheader = Your sign-in link works once, for 3 days.
what = You’ve been added to { $app }, where you can request tickets for upcoming events and see what you got.
how = No password needed. This link signs you in once and works for 3 days. After that, enter your email address on the sign-in page and we’ll send you a code.
button = Sign in
unexpected = Weren’t expecting this? You can ignore this email.
link-title = Sign-in link from an admin
link-subject = Your sign-in link for { $app }
link-what = An admin of { $app } sent you this link, in case you can’t sign in. It signs you in once and works for 3 days.
link-unexpected = Didn’t ask for help? You can ignore this email.
code = You’ll need this code to sign in:
