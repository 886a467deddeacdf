### One's own account: name, address, time zone, devices, data, and the way back of a changed address.

title = Account
name = Your name
name-hint = Shown to others next to your requests.
save-name = Save name
data = Your data
data-hint = Download a copy of your account, devices, requests, emails, and activity as one JSON file.
data-about = Everything { $app } stores about you. Times are in UTC.
download = Download my data
sign-out = Sign out
zone = Your time zone
zone-hint = Event times are shown in the event’s time zone. Add yours to see both. Optional.
save-zone = Save time zone
language = Language
language-hint = For this site and its emails. Automatic uses your browser’s language; emails are in English then.
language-automatic = Automatic (from your browser)
save-language = Save language

## Address

address = Email address
goes-to = We email you at { $address }.
sign-in-first = To change your email address, you need to have signed in within the last 15 minutes. { $sign-in }. You’ll come back here, with what you typed.
sign-in-first-sign-in = Sign in again
new-address = New email address
new-address-hint = We’ll send a code to this address to confirm it’s yours.
ask = Email me a code
code = Code we sent to { $address }
code-hint = The code works for 10 minutes. If someone here already uses that address, we won’t send one.
change = Change email address
resend = Resend code
cancel = Cancel

## Devices

devices = Devices
devices-hint = You’re signed in on these devices. If you don’t recognize one, sign it out and tell an admin.
this-device = This device
device-line = { $seen } · Signed in { $since }
sign-out-device = Sign out { $device }, signed in { $since }
sign-out-others = Sign out all other devices
sign-out-everywhere = Sign out everywhere
device-on = { $browser } on { $system }
device-unknown = Unknown browser

## Taking a change of address back

undo-title = Undo email change
undo-spent = This link no longer works
undo-spent-why = If someone else changed your email address, contact an admin right away.
undo-sign-in = Sign in
undo-question = Undo the email change?
undo-what = The email address of { $name } will be { $address } again. Every device will be signed out, and you can sign in with that address.
undo = Undo the change
undo-hint = This link works once. If you made the change yourself, close this page.
