### What is known of a mail server (SMTP), and what it answered. What it says itself ($said) is shown as it said it.

checking = We haven’t heard from the mail server yet. Refresh in 30 seconds.
works = The mail server is ready.
silent = The mail server isn’t responding. Emails will wait.
silent-short = The mail server doesn’t answer.
unreachable = Couldn’t reach the mail server: { $said }.
insecure = Couldn’t reach the mail server securely: { $said }.
login = The mail server refused the login: { $said }.
sender = The mail server refused the sender address: { $said }.
recipient = The mail server refused the recipient: { $said }.
data = The mail server didn’t want the email: { $said }.
content = The mail server refused the email: { $said }.
unconfirmed = The mail server didn’t confirm whether it accepted the email.
address = This isn’t an address that email can be sent to.
## What the connection was like
nowhere = its name can’t be found
in-time = no answer in time
refused = the connection was refused
cut = the connection was cut
no-tls = it offers no TLS
odd = its answers make no sense
