### To see whether email works.

title = Test email
subject = Test email from { $app }
preheader = If you can read this, email works.
what = This is a test email from { $app }. If you can read this, email works.
button = Open the site
small = You sent this from the Settings page.
