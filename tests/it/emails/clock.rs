//! Sixty days of a clock that is moved by the hour: each reminder goes out once, at a decent hour of whoever reads it.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use ticket_pool::{
    domain::{event::EventForm, schedule::Zone},
    server::services::{event, person},
};

use crate::harness::event_form;

both! {
    async fn in_sixty_days_each_reminder_goes_out_once_at_a_decent_hour(town: Town) {
        town.reminds().await;
        let zones = [("Asha", "Asia/Kolkata"), ("Bram", "America/Los_Angeles"), ("Dana", "Europe/London"), ("Olga", "Pacific/Auckland"), ("Otto", "UTC")];
        let mut of = BTreeMap::new();
        for (name, zone) in zones {
            person::set_zone(&town.site, &town.actor(name).await, zone).await.unwrap();
            of.insert(format!("{}@example.org", name.to_lowercase()), Zone::parse(zone).unwrap());
        }
        let begin: DateTime<Utc> = "2026-11-30T12:00:00Z".parse().unwrap();
        for day in 0..12 {
            let starts = begin + TimeDelta::days(4 * day) + TimeDelta::hours(7 * day);
            let form = EventForm {
                starts: starts.format("%Y-%m-%dT%H:%M").to_string(),
                closes: (starts - TimeDelta::hours(30)).format("%Y-%m-%dT%H:%M").to_string(),
                zone: "UTC".into(),
                ..event_form(&format!("Round {day}"))
            };
            event::create(&town.site, &town.otto, &form).await.unwrap();
        }
        let mut sent: BTreeMap<(String, String), usize> = BTreeMap::new();
        for _ in 0..60 * 24 {
            town.wait(TimeDelta::hours(1));
            for letter in town.reminds().await {
                if letter.subject.starts_with("Requests close soon") {
                    let hour = town.now().with_timezone(&of[&letter.to_address].0).hour();
                    assert!((8..21).contains(&hour), "{} at {hour}", letter.to_address);
                    *sent.entry((letter.to_address, letter.subject)).or_default() += 1;
                }
            }
        }
        // Four people who have not answered, twelve events.
        assert_eq!((sent.len(), sent.values().max()), (48, Some(&1)), "{sent:?}");
    }
}
