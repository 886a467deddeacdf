//! What those who run an event are told of tickets that come back.

use chrono::TimeDelta;
use ticket_pool::{
    domain::ids::EventId,
    server::{mail::Letter, services::after as service},
};

use crate::harness::Town;

async fn hours_before(town: &Town, event: EventId, hours: i64) {
    let starts_at = town.event(event).await.schedule.starts_at;
    town.wait(starts_at - TimeDelta::hours(hours) - town.now());
}

async fn to_otto(town: &Town) -> Vec<Letter> {
    let of_these = ["came back: ", "not used: "];
    let mine = |letter: &Letter| letter.to_name == "Otto" && of_these.iter().any(|text| letter.subject.contains(text));
    town.post_due().await.into_iter().filter(mine).collect()
}

both! {
    async fn on_the_last_day_otto_is_told_at_once_and_then_once_an_hour(town: Town) {
        let event = town.settled_match().await;
        hours_before(&town, event, 12).await;
        town.returned(event, &town.asha, 1).await;
        let letters = to_otto(&town).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.contains("1 ticket came back."), "{}", letters[0].text);
        assert!(letters[0].text.contains("1 ticket is on the open table"), "{}", letters[0].text);
        town.returned(event, &town.asha, 1).await;
        town.returned(event, &town.bram, 1).await;
        assert_eq!(to_otto(&town).await, []);
        town.wait(TimeDelta::hours(1));
        let letters = to_otto(&town).await;
        assert_eq!(letters.len(), 1, "both in one");
        assert!(letters[0].text.contains("2 tickets came back."), "{}", letters[0].text);
        assert!(letters[0].text.contains("3 tickets are on the open table"), "{}", letters[0].text);
    }

    async fn before_the_last_day_he_is_not_told_at_once(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        assert_eq!(to_otto(&town).await, []);
    }

    async fn what_is_said_too_late_is_told_too(town: Town) {
        let event = town.settled_match().await;
        hours_before(&town, event, 1).await;
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        let letters = to_otto(&town).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.contains("2 tickets won’t be used"), "{}", letters[0].text);
    }

    async fn as_the_event_begins_otto_is_told_once_how_many_are_left(town: Town) {
        let event = town.settled_match().await;
        hours_before(&town, event, 12).await;
        town.returned(event, &town.asha, 4).await;
        service::claim(&town.site, &town.olga, event, ("1", "")).await.unwrap();
        hours_before(&town, event, 1).await;
        service::give_back(&town.site, &town.bram, (event, town.bram.person), ("1", "", "")).await.unwrap();
        to_otto(&town).await;
        hours_before(&town, event, 0).await;
        service::catch_up(&town.site).await.unwrap();
        service::catch_up(&town.site).await.unwrap();
        let letters = to_otto(&town).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].subject.contains("4 tickets not used"), "{}", letters[0].subject);
        assert!(letters[0].text.contains("3 tickets that nobody had."), "{}", letters[0].text);
        assert!(letters[0].text.contains("For 1 ticket, someone said too late"), "{}", letters[0].text);
    }

    async fn where_all_were_taken_there_is_nothing_to_tell(town: Town) {
        let event = town.settled_match().await;
        hours_before(&town, event, 12).await;
        town.returned(event, &town.asha, 2).await;
        service::claim(&town.site, &town.olga, event, ("2", "")).await.unwrap();
        to_otto(&town).await;
        hours_before(&town, event, 0).await;
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(to_otto(&town).await, []);
    }

    async fn whoever_turned_the_news_of_their_events_off_is_not_told(town: Town) {
        let event = town.settled_match().await;
        town.force(&format!(
            "INSERT INTO emails_off (user_id, topic, since) VALUES ({}, 'digest', '2026-11-22 12:00:00+00:00')", town.otto.person
        )).await.unwrap();
        hours_before(&town, event, 12).await;
        town.returned(event, &town.asha, 1).await;
        assert_eq!(to_otto(&town).await, []);
    }
}
