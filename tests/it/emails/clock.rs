//! Sixty days of a clock that is moved by the hour, over the days on which clocks are changed in New York, Berlin, London, and
//! Auckland: each reminder goes out once, at a decent hour of whoever reads it, and so does each summary; an alarm once a day.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Timelike, Utc};
use ticket_pool::{
    domain::{
        event::{EventForm, EventStatus},
        ids::EventId,
        person::Role,
        schedule::Zone,
    },
    server::services::{alarm, allocation::Telling, event, person},
};

use crate::harness::{Letter, Town, event_form, person_form};

const HOUR: TimeDelta = TimeDelta::hours(1);

/// Everyone is elsewhere.
const ZONES: [(&str, &str); 6] = [
    ("Asha", "Asia/Kolkata"),
    ("Bram", "America/New_York"),
    ("Dana", "Europe/London"),
    ("Fay", "America/Los_Angeles"),
    ("Olga", "Pacific/Auckland"),
    ("Otto", "Europe/Berlin"),
];

/// Sends everyone where they are.
async fn scatter(town: &Town) -> BTreeMap<String, Zone> {
    let mut of = BTreeMap::new();
    for (name, zone) in ZONES {
        person::set_zone(&town.site, &town.actor(name).await, zone).await.unwrap();
        of.insert(format!("{}@example.org", name.to_lowercase()), Zone::parse(zone).unwrap());
    }
    of
}

/// The rounds of a cup, every four days at another hour, each with requests from ten days before on.
struct Cup(Vec<(DateTime<Utc>, Option<EventId>)>);

impl Cup {
    fn from(begin: DateTime<Utc>) -> Self {
        Self((0..12).map(|day| (begin + TimeDelta::days(4 * day) + TimeDelta::hours(7 * day), None)).collect())
    }

    /// What Otto and whoever asks do in this hour.
    async fn goes_on(&mut self, town: &Town) {
        let now = town.now();
        for (round, (starts, event)) in self.0.iter_mut().enumerate() {
            match *event {
                None if now >= *starts - TimeDelta::days(10) => *event = Some(opened(town, round, *starts).await),
                Some(event)
                    if now >= *starts - HOUR * 29 && town.event(event).await.status != EventStatus::Finalized =>
                {
                    event::close_due(&town.site).await.unwrap();
                    town.give(event, &[(&town.asha, Some(2)), (&town.bram, Some(1))]).await.unwrap();
                    town.finalize(event, Telling::Changed).await.unwrap();
                }
                _ => {}
            }
        }
    }
}

/// A round that Olga organizes too, for which Asha and Bram ask.
async fn opened(town: &Town, round: usize, starts: DateTime<Utc>) -> EventId {
    let written = |at: DateTime<Utc>| at.format("%Y-%m-%dT%H:%M").to_string();
    let closes = written(starts - HOUR * 30);
    let form =
        EventForm { starts: written(starts), closes, zone: "UTC".into(), ..event_form(&format!("Round {round:02}")) };
    let event = event::create(&town.site, &town.otto, &form).await.unwrap();
    event::add_organizer(&town.site, &town.otto, event, "olga@example.org").await.unwrap();
    town.ask(event, &town.asha, &[2]).await.unwrap();
    town.ask(event, &town.bram, &[1]).await.unwrap();
    event
}

/// What left, by kind and reader: how often, and on which days where its reader is.
#[derive(Default)]
struct Sent {
    reminders: BTreeMap<(String, String), usize>,
    summaries: BTreeMap<(String, NaiveDate), String>,
    alarms: BTreeMap<(String, String, NaiveDate), usize>,
}

impl Sent {
    fn note(&mut self, letter: Letter, now: DateTime<Utc>, of: &BTreeMap<String, Zone>) {
        let local = now.with_timezone(&of[&letter.to_address].0);
        let Letter { to_address: to, subject, text, .. } = letter;
        if subject.starts_with("Requests close soon") || subject.starts_with("Coming up") {
            assert!((8..21).contains(&local.hour()), "{subject} to {to} at {local}");
            *self.reminders.entry((subject, to)).or_default() += 1;
        } else if subject.contains("of yours ha") {
            assert_eq!(local.hour(), 8, "to {to} at {local}");
            assert_eq!(self.summaries.insert((to, local.date_naive()), text), None, "twice in a day");
        } else if subject.starts_with("Ticket Pool") {
            *self.alarms.entry((subject, to, now.date_naive())).or_default() += 1;
        }
    }

    fn reminders(&self, of: &str) -> usize {
        self.reminders.keys().filter(|(subject, _)| subject.starts_with(of)).count()
    }
}

both! {
    async fn in_sixty_days_each_reminder_goes_out_once_at_a_decent_hour(town: Town) {
        town.wait("2027-02-20T12:00:00Z".parse::<DateTime<Utc>>().unwrap() - town.now());
        person::add(&town.site, &town.dana, &person_form("Fay", Role::Admin)).await.unwrap();
        let of = scatter(&town).await;
        town.reminds().await;
        let (mut cup, mut sent) = (Cup::from("2027-03-02T12:00:00Z".parse().unwrap()), Sent::default());
        for hour in 0..62 * 24 {
            town.wait(HOUR);
            match hour {
                600 => drop(town.force("UPDATE users SET failing_since = created_at, failing_why = 'bounced' WHERE name = 'Fay'").await.unwrap()),
                658 => drop(town.force("UPDATE users SET failing_since = NULL, failing_why = NULL").await.unwrap()),
                _ => {}
            }
            cup.goes_on(&town).await;
            alarm::watch(&town.site).await.unwrap();
            for letter in town.reminds().await {
                sent.note(letter, town.now(), &of);
            }
        }
        // Dana and Fay have not answered; Asha and Bram have tickets.
        assert_eq!((sent.reminders("Requests close soon"), sent.reminders("Coming up")), (24, 24), "{:?}", sent.reminders);
        assert!(sent.reminders.values().all(|&times| times == 1), "{:?}", sent.reminders);
        for organizer in ["otto@example.org", "olga@example.org"] {
            for round in 0..12 {
                let told = format!("Round {round:02}: 2 new requests");
                let of_theirs = sent.summaries.iter().filter(|((to, _), text)| to == organizer && text.contains(&told));
                assert_eq!(of_theirs.count(), 1, "{told}, to {organizer}");
            }
        }
        // Something is wrong from one day to the evening of the third: told on each, to both admins, and once that it is over.
        let alarms = |subject: &str| sent.alarms.keys().filter(|(said, ..)| said == subject).count();
        assert_eq!((alarms("Ticket Pool needs an admin"), alarms("Ticket Pool: all clear")), (6, 2), "{:?}", sent.alarms);
        assert!(sent.alarms.values().all(|&times| times == 1), "{:?}", sent.alarms);
    }
}
