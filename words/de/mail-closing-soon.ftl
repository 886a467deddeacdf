title = Anfragen enden bald
subject = Anfragen enden bald: { $event }
closes = Anfragen sind nur noch bis { $when } möglich.
unanswered = Sie haben noch keine Tickets angefragt. Möchten Sie keine, müssen Sie nichts tun.
