### How the site is set up, for admins.

title = Settings
email = Email
site = This site
people = People
server = Server
version = Ticket Pool, version { $version }
where-to-change = Settings are read at startup from environment variables or the .env file. To change one, edit it there and restart.
not-set = Not set
send-test = Send test email
print-test = Print test email
test-to = We’ll send it to { $address }.
as-of = As of { $time }
printed = Printed to log
checking = Checking…
checking-what = We haven’t heard from Amazon SES yet. Refresh in 30 seconds.
down = Not responding
unknown = Unknown
unknown-what = Amazon SES is responding, but won’t share account details: these keys need the ses:GetAccount permission. Emails still go out.
paused = Paused
paused-what = Amazon SES has paused sending for this account. Check the SES console. Emails will wait.
sandbox = Sandbox mode
sandbox-what = { $day ->
    [one] Your Amazon SES account is in sandbox mode: only verified addresses receive email. Request production access from AWS before you add people. { $sent } of { $day } email sent in the last 24 hours; up to { $rate } per second.
   *[other] Your Amazon SES account is in sandbox mode: only verified addresses receive email. Request production access from AWS before you add people. { $sent } of { $day } emails sent in the last 24 hours; up to { $rate } per second.
}
works = Works
works-what = { $day ->
    [one] Amazon SES is ready. { $sent } of { $day } email sent in the last 24 hours; up to { $rate } per second.
   *[other] Amazon SES is ready. { $sent } of { $day } emails sent in the last 24 hours; up to { $rate } per second.
}
app-name = The name shown on every page and in emails.
app-url = The web address people use. Links in emails start with it.
time-zone = The default time zone for new events and admin pages.
security-contact = Where to report a security problem. Published in security.txt.
mail-enabled = Whether emails are sent. If false, they’re printed in the server log.
mail-transport = How emails are sent.
aws-region = The AWS region for Amazon SES.
mail-from = The “From” address. Your mail server or SES must be allowed to send from it.
smtp-url = The mail server that sends emails, without its user and password.
ses-configuration = An optional SES configuration set.
mail-rate = How many emails a second the email service takes at most. Amazon SES says so itself; the lower of both counts.
who-creates = Who can create events: organizers and admins, or everyone.
login-unbound = What a sign-in link shows in a different browser: a sign-in button, or a field for the code from the same email. With the code, the links of offers answer only where people are signed in.
database = Your data is stored in this file. Back it up with “ticket-pool backup FILE”.
database-url = Your data is stored in this database. Back it up with pg_dump.
listen = The address and port the server listens on.
proxies = Reverse proxies we trust to report visitors’ IP addresses.
drand = Where public random numbers for draws come from; the first host that has one gives it. If empty, organizers paste them.
log-format = Log format: text or json.
backups = Backups
backup-ok = Up to date
backup-late = Late
backup-off = Off
backup-off-what = No backups are made automatically. Set BACKUP_DIR to get one every day.
backup-last = Last backup: { $time }
backup-none = There’s no backup yet.
backup-due = There should be a new one every day.
backup-failed = The last attempt failed: { $why }
backup-dir = The folder for daily backups. If empty, none are made automatically.
metrics-listen = The address and port where monitoring programs read figures about the server. If none, nowhere.
sns-topics = The Amazon SNS topics that report bounces and complaints. If none, such reports are turned away.
alarms = Alarms
alarms-on = You get an email when something’s wrong with the site: emails that don’t go out, no recent backup, a full disk. Once a day at most for each.
alarms-off = You don’t get an email when something’s wrong with the site. Your pages still show it.
alarms-turn-on = Email me
alarms-turn-off = Don’t email me
