### The link and the code that someone asked for on the sign-in page.

title = Sign-in email
subject = { $code } is your { $app } sign-in code
preheader = Or select the button in the email. Each works once.
heading = Sign in to { $app }
how = Enter this code in the browser where you requested it within 10 minutes, or select the button within 15.
button = Sign in
not-you = Didn’t request this? You can ignore this email. We’ll never ask you for this code.
by-link-preheader = Only the button works today, not a code.
by-link-how = Select the button within 15 minutes. It works once.
by-link-how-with-code = Select the button within 15 minutes. It works once. The page behind it may ask for this code.
by-link-why = Someone entered too many wrong codes for your account today, so the sign-in page takes no more until midnight UTC.
late-preheader = You asked for this email a while ago.
late-why = You asked for this email a while ago. It couldn’t be sent until now.
