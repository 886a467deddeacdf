### To admins: that something is wrong with the site, or no more.

title = Alarm
subject = { $app } needs an admin
subject-over = { $app }: all clear
heading = Something needs you
heading-over = That’s over
button = See what to do
small = You get this as an admin. You can turn these emails off in the settings.
