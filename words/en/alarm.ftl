### What is wrong with the site, for admins: on their pages and in an email.

queue = { $minutes ->
    [one] Emails have been waiting to go out for { $minutes } minute.
   *[other] Emails have been waiting to go out for { $minutes } minutes.
}
failures = { $count ->
    [one] { $count } email failed within the past hour.
   *[other] { $count } emails failed within the past hour.
}
backup = { $hours ->
    [one] The last backup was made { $hours } hour ago. There should be one every day.
   *[other] The last backup was made { $hours } hours ago. There should be one every day.
}
no-backup = There’s no backup of the database. There should be one every day.
disk = The server’s disk is almost full: { $percent } left.
admins = { $count ->
    [one] Emails don’t reach { $count } of the admins.
   *[other] Emails don’t reach { $count } of the admins.
}
queue-over = Emails go out again. None is waiting for long.
failures-over = No more than a few emails failed within the past hour.
backup-over = There’s a recent backup again.
disk-over = There’s enough room on the server’s disk again.
admins-over = Emails reach all admins again.
open = See what to do
