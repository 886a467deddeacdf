//! Where an event takes place, and when it ends.

use ticket_pool::{
    domain::{event::EventForm, typed::Problem},
    error::Refusal,
    server::services::event,
};

use crate::harness::{event_form, refusal};

fn form(place: &str, ends: &str) -> EventForm {
    EventForm { place: place.into(), ends: ends.into(), ..event_form("Rovers v United") }
}

both! {
    async fn place_and_end_are_stored_and_go_into_calendars(town: Town) {
        let number = event::create(&town.site, &town.otto, &form("  Rovers Park; gate B ", "2026-12-06T16:45")).await.unwrap();
        let stored = town.event(number).await;
        assert_eq!(stored.place, "Rovers Park; gate B");
        assert_eq!(stored.ends_at.unwrap().to_rfc3339(), "2026-12-06T16:45:00+00:00");
        let file = event::calendar(&town.site, &town.asha, number).await.unwrap();
        assert!(file.contains("\r\nDTEND;TZID=Europe/London:20261206T164500\r\n"), "{file}");
        assert!(file.contains("\r\nLOCATION:Rovers Park\\; gate B\r\n"), "{file}");
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{number}")).await;
        assert!(page.text().contains("Until 4:45") && page.text().contains("Rovers Park; gate B"), "{}", page.text());
        let page = town.browser_of(&town.otto).await.get(&format!("/events/{number}/edit")).await;
        assert!(page.body.contains("value=\"Rovers Park; gate B\"") && page.body.contains("value=\"2026-12-06T16:45\""));
    }

    async fn neither_need_be_said(town: Town) {
        let number = event::create(&town.site, &town.otto, &form(" ", "")).await.unwrap();
        let stored = town.event(number).await;
        assert_eq!((stored.place.as_str(), stored.ends_at), ("", None));
        let file = event::calendar(&town.site, &town.asha, number).await.unwrap();
        assert!(!file.contains("DTEND") && !file.contains("LOCATION"), "{file}");
    }

    async fn an_end_that_cannot_be_is_refused_by_name(town: Town) {
        for ends in ["2026-12-06T15:00", "2026-12-06T14:59", "2025-12-06T16:00", "2027-01-06T15:01"] {
            let done = event::create(&town.site, &town.otto, &form("", ends)).await;
            assert_eq!(refusal(done), Refusal::field("ends", Problem::EndsAtOddTime), "{ends}");
        }
        assert!(event::create(&town.site, &town.otto, &form("", "2027-01-06T15:00")).await.is_ok());
        let long = refusal(event::create(&town.site, &town.otto, &form(&"x".repeat(161), "")).await);
        assert!(matches!(long, Refusal::Invalid { .. }), "{long:?}");
        assert!(matches!(refusal(event::create(&town.site, &town.otto, &form("a\nb", "")).await), Refusal::Invalid { .. }));
    }

    async fn whoever_asked_is_told_of_another_place_and_another_end(town: Town) {
        let number = event::create(&town.site, &town.otto, &form("Rovers Park", "2026-12-06T16:45")).await.unwrap();
        town.ask(number, &town.asha, &[2]).await.unwrap();
        town.post().await;
        for (place, ends, said) in [
            ("City Ground", "2026-12-06T16:45", "It takes place at City Ground, not at Rovers Park."),
            ("City Ground", "2026-12-06T17:00", "It ends Sunday, December 6, 2026, 5:00 PM GMT."),
            ("City Ground", "", "When it ends is open again."),
            ("", "", "Its place, City Ground, no longer applies, and no other was named."),
            ("Hall 3", "", "It takes place at Hall 3."),
        ] {
            let version = town.event(number).await.version.to_string();
            event::edit(&town.site, &town.otto, number, &EventForm { version, ..form(place, ends) }).await.unwrap();
            let [letter] = &town.post().await[..] else { panic!("one letter about {said}") };
            assert!(letter.text.contains(said), "{}", letter.text);
            assert_eq!(letter.text.contains(&format!("Where: {place}")), !place.is_empty(), "{}", letter.text);
        }
    }
}
