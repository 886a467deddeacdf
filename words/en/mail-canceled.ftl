### An event is canceled.

title = Event canceled
subject = Canceled: { $event }
what = This event has been canceled. You don’t need to do anything.
