### The ways in: asking for a code, typing it, opening the link, and the first admin.

heading = Sign in to { $app }
title = Sign in
address = Email address
ask = Email me a sign-in code
how = No password needed: we’ll email you a code. No account? Ask the person who runs this for your group.
check = Check your email
mail-is-down = Email is delayed right now. Yours will go out as soon as possible.
sent = If { $address } has an account here, we’re emailing a code to it. { $change }
sent-change = Use a different address
enter = Sign in
or-by-link = Or select the button in the email. Don’t see it? Check your spam folder.
resend = Resend email
code = 8-digit code
printed = Email is off: if { $address } has an account here, its code is printed where the program runs. { $change }
nothing-asked = You haven’t requested a code in this browser in the last 15 minutes. Open the link in your email, or { $get }.
nothing-asked-get = get a new code
just-asked = Just requested one? Allow cookies for this site, or wait a minute and try again.
signed-in-as = You’re signed in as { $name }.
home = Go to home
sign-in-as-question = Sign in as { $name }?
sign-in-as = Sign in as { $name }
link-works-once = This link works once. If you didn’t request it, close this page.
new-email = Get a new email
enter-code-instead = Requested it in this browser less than 10 minutes ago? { $enter }
enter-code-instead-enter = Enter the code
spent = This link no longer works
new-link = Email me a new link

## The first admin

set-up = Set up
set-up-spent = This setup link no longer works
set-up-spent-why = It works once, for 30 minutes. While no one has an account here, every start of the program prints a new one.
set-up-heading = Create the first admin account
set-up-name = Your name
set-up-address-hint = Sign-in codes go there.
set-up-create = Create admin account
set-up-settings = How this site is set up
