//! What an organizer sets about the time after the result.

use chrono::TimeDelta;
use ticket_pool::{
    domain::{
        after::{AfterForm, Guests, HandOn},
        typed::{FieldError, Problem},
    },
    error::{Obstacle, Refusal},
    server::services::after as service,
};

use crate::harness::refusal;

fn chosen(hand_on: &str, guests: &str) -> AfterForm {
    AfterForm { hand_on: hand_on.into(), guests: guests.into(), ..AfterForm::default() }
}

both! {
    async fn otto_sets_until_when_tickets_come_back_and_asha_is_told_on_the_page(town: Town) {
        let event = town.settled_match().await;
        let before = town.event(event).await;
        let zone = before.schedule.zone;
        let until = before.schedule.starts_at - TimeDelta::days(1);
        let typed = AfterForm {
            returns_until: zone.field(until),
            guests_until: zone.field(until - TimeDelta::days(1)),
            version: before.version.to_string(),
            ..chosen("confirm", "required")
        };
        service::set(&town.site, &town.otto, event, &typed).await.unwrap();
        let now = town.event(event).await;
        assert_eq!((now.returns_until(), now.guests_until()), (until, until - TimeDelta::days(1)));
        assert_eq!((now.after.hand_on, now.after.guests), (HandOn::Confirm, Guests::Required));
        // Sent once more it changes nothing, though its version is an old one; something else is refused.
        service::set(&town.site, &town.otto, event, &typed).await.unwrap();
        let other = AfterForm { version: before.version.to_string(), ..chosen("free", "off") };
        assert!(matches!(refusal(service::set(&town.site, &town.otto, event, &other).await), Refusal::Conflict { .. }));
        town.wait(until - town.now());
        let given = service::give_back(&town.site, &town.asha, (event, town.asha.person), ("1", "", "")).await.unwrap();
        assert_eq!(given, service::Given::Late);
    }

    async fn what_cannot_be_set_names_its_field(town: Town) {
        let event = town.settled_match().await;
        let now = town.event(event).await;
        let late = now.schedule.zone.field(now.schedule.starts_at + TimeDelta::minutes(1));
        let typed = AfterForm {
            returns_until: late.clone(),
            guests_until: "soon".into(),
            version: now.version.to_string(),
            ..chosen("always", "")
        };
        let Refusal::Invalid { fields } = refusal(service::set(&town.site, &town.otto, event, &typed).await) else {
            panic!("it was accepted")
        };
        let problem = |field: &str, problem| FieldError { field: field.into(), problem };
        let accepted = "off, confirm, free".to_owned();
        assert_eq!(fields, [
            problem("returns_until", Problem::AfterTheStart),
            problem("hand_on", Problem::NotAChoice { seen: "always".into(), accepted }),
            problem("guests", Problem::Missing),
            problem("guests_until", Problem::NotATime { seen: "soon".into() }),
        ]);
        assert_eq!(town.event(event).await, now);
        let mut otto = town.browser_of(&town.otto).await;
        let event_id = event.to_string();
        let form = [("event", &*event_id), ("returns_until", &late), ("hand_on", "free"), ("guests", "off"), ("guests_until", ""),
            ("version", "1")];
        let page = otto.post("/api/after/settings", &form).await;
        let page = otto.get(page.location()).await.text();
        assert!(page.contains("before the event starts") && page.contains(&late), "{page}");
    }

    async fn nothing_is_set_for_an_event_that_has_begun_or_is_canceled(town: Town) {
        let event = town.settled_match().await;
        let typed = AfterForm { version: town.event(event).await.version.to_string(), ..chosen("free", "off") };
        town.wait(town.event(event).await.schedule.starts_at - town.now());
        let begun = service::set(&town.site, &town.otto, event, &typed).await;
        assert_eq!(refusal(begun), Refusal::NotNow { why: Obstacle::EventBegan });
    }
}
