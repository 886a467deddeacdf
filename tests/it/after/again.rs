//! A result that is taken up again: reopened, canceled by mistake, moved to another day.

use chrono::TimeDelta;
use ticket_pool::{
    domain::{
        after::{AfterForm, HandOn},
        event::EventForm,
        ids::EventId,
    },
    server::{
        db::after,
        services::{after as service, allocation::Telling, draw, event, request},
    },
};

use crate::harness::{Town, event_form};

/// Moves an event, and sets how many tickets there are, while it is closed.
async fn move_to(town: &Town, event: EventId, starts: &str) {
    let now = town.event(event).await;
    let form = EventForm {
        starts: starts.into(),
        closes: String::new(),
        tickets: now.tickets.to_string(),
        version: now.version.to_string(),
        ..event_form(&now.name)
    };
    event::edit(&town.site, &town.otto, event, &form).await.unwrap();
}

both! {
    async fn dana_who_never_asked_keeps_what_was_handed_to_her_and_nothing_is_drawn_anew(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.hand_on(event, (&town.asha, &town.dana), 2).await.unwrap();
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        assert_eq!(town.held(event).await, [2, 1, 0]);
        assert_eq!(town.request(event, &town.dana).await.allocated, Some(2));
        // More tickets go by the draw that there was: to Bram and Olga, not to her.
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        town.set_tickets(event, 8).await;
        let version = town.event(event).await.board_version.to_string();
        let (_, more) = draw::fill_further(&town.site, &town.otto, event, &version).await.unwrap();
        assert!(more > 0, "three more for those in line");
        let given: u32 = town.held(event).await.into_iter().sum();
        assert!(given > 3 && given + 2 <= 8, "{given}");
        assert_eq!(town.request(event, &town.dana).await.allocated, Some(2));
    }

    async fn what_asha_gave_back_of_a_match_allocated_by_hand_needs_no_reason(town: Town) {
        let event = town.finalized_match().await;
        let had = town.request(event, &town.asha).await.allocated.unwrap();
        assert!(!town.request(event, &town.asha).await.tiers.accepts(had - 1), "or this shows nothing");
        town.returned(event, &town.asha, 1).await;
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        assert_eq!(town.request(event, &town.asha).await.allocated, Some(had - 1));
        // What Otto decides himself outside of what she accepts needs one, as ever.
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        town.give(event, &[(&town.asha, Some(had))]).await.unwrap();
        town.give(event, &[(&town.asha, Some(had - 1))]).await.unwrap_err();
    }

    async fn of_a_match_that_is_moved_after_a_cancellation_nothing_of_the_first_day_is_left(town: Town) {
        let event = town.settled_match().await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - TimeDelta::hours(1) - town.now());
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        town.force(&format!("UPDATE requests SET came = 1 WHERE event_id = {event} AND user_id = {}", town.bram.person)).await.unwrap();
        event::cancel(&town.site, &town.otto, event).await.unwrap();
        event::uncancel(&town.site, &town.otto, event).await.unwrap();
        move_to(&town, event, "2026-12-20T15:00").await;
        town.finalize(event, Telling::Changed).await.unwrap();
        assert_eq!(after::of_person(town.site.db.read(), event, town.asha.person).await.unwrap(), None);
        assert_eq!(town.request(event, &town.bram).await.came, None);
        let given = service::give_back(&town.site, &town.asha, (event, town.asha.person), ("4", "", "")).await.unwrap();
        assert_eq!(given, service::Given::Returning, "all four, and in time");
    }

    async fn until_when_tickets_come_back_moves_along_with_the_match(town: Town) {
        let event = town.match_day().await;
        let before = town.event(event).await;
        let zone = before.schedule.zone;
        let until = before.schedule.starts_at - TimeDelta::hours(30);
        let typed = AfterForm {
            returns_until: zone.field(until),
            guests_until: zone.field(until),
            hand_on: "off".into(),
            guests: "optional".into(),
            version: before.version.to_string(),
        };
        service::set(&town.site, &town.otto, event, &typed).await.unwrap();
        town.close(event).await;
        move_to(&town, event, "2027-04-11T15:00").await;
        // In winter or in summer: on the day before, at the same time.
        let moved = town.event(event).await;
        assert_eq!(zone.field(moved.returns_until()), "2027-04-10T09:00");
        assert_eq!(moved.guests_until(), moved.returns_until());
        // So close that this would be over already, it is as for every event.
        let soon = zone.field(town.now() + TimeDelta::hours(20));
        move_to(&town, event, &soon).await;
        let moved = town.event(event).await;
        assert_eq!(moved.schedule.starts_at - moved.returns_until(), TimeDelta::hours(2));
    }

    async fn whoever_took_from_the_table_asks_like_anyone_once_requests_are_open_again(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.hand_on(event, (&town.asha, &town.dana), 1).await.unwrap();
        assert!(town.request(event, &town.dana).await.joined_after);
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        event::open_again(&town.site, &town.otto, event).await.unwrap();
        town.ask(event, &town.dana, &[4]).await.unwrap();
        assert!(!town.request(event, &town.dana).await.joined_after);
        let now = town.event(event).await;
        assert_eq!(now.demand.people, 4, "she asks, too");
    }

    async fn whose_request_was_removed_has_what_she_takes_later_as_her_own(town: Town) {
        let event = town.handable(HandOn::Free).await;
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        request::withdraw(&town.site, &town.otto, event, town.olga.person, "Asked twice.").await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        town.hand_on(event, (&town.asha, &town.olga), 2).await.unwrap();
        let olga = town.request(event, &town.olga).await;
        assert_eq!((olga.allocated, olga.removed.is_none(), olga.entered_by), (Some(2), true, None));
        assert_eq!(town.count("requests", "joined_after AND removed_because <> ''").await, 0);
    }

    async fn a_reopened_match_on_which_only_a_colleague_was_asked_for_stands_still(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        assert!(town.event(event).await.after.due_at.is_some());
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        assert_eq!(town.event(event).await.after.due_at, None);
    }
}
