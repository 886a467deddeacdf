### A sign-in from a new device, or by a link from the server.

title = New device sign-in
subject = New sign-in to { $app } from { $device }
heading = New sign-in to your account
what = Your account was signed in from { $device } on { $when }.
if-not = If this was you, you’re all set. If not, sign out that device on your Account page and tell an admin, because someone may be able to read your email. (Some company email filters open links automatically.)
button = Review your devices
command-title = Sign-in by a link from the server
command-subject = New sign-in to { $app } with a link from the server
command-what = Your account was signed in from { $device } on { $when }, with a link that someone created on the server of { $app }.
command-if-not = If this was you, you’re all set. If not, sign out that device on your Account page and ask whoever runs the server.
