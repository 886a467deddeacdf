//! An event that is moved twice is told of once; and whoever was told another date is told the right one.

use chrono::TimeDelta;
use ticket_pool::{
    domain::{event::EventForm, person::Role},
    server::services::{
        allocation::{self, Telling},
        event,
    },
};

use super::receivers;
use crate::harness::{Town, event_form};

const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// Otto moves an event to another time, and another place.
async fn moves(town: &Town, number: ticket_pool::domain::ids::EventId, starts: &str, place: &str) {
    let version = town.event(number).await.version.to_string();
    let form = EventForm { starts: starts.into(), place: place.into(), version, ..event_form("Rovers v United") };
    event::edit(&town.site, &town.otto, number, &form).await.unwrap();
}

both! {
    async fn two_moves_within_ten_minutes_are_one_email(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        town.post().await;
        moves(&town, number, "2026-12-07T15:00", "").await;
        town.wait(MINUTE * 4);
        assert_eq!(town.post_due().await.len(), 0);
        moves(&town, number, "2026-12-08T16:00", "Hall 2").await;
        town.wait(MINUTE * 5);
        assert_eq!(town.post_due().await.len(), 0);
        town.wait(MINUTE);
        let letters = town.post_due().await;
        let [letter] = &letters[..] else { panic!("{:?}", receivers(&letters)) };
        assert!(letter.text.contains("It begins Tuesday, December 8"), "{}", letter.text);
        assert!(letter.text.contains("not Sunday, December 6") && !letter.text.contains("December 7"), "{}", letter.text);
        assert!(letter.text.contains("It takes place at Hall 2."), "{}", letter.text);
        town.wait(MINUTE * 20);
        assert_eq!(town.post_due().await.len(), 0);
    }

    async fn an_event_that_is_again_as_it_was_is_told_to_nobody(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        town.post().await;
        moves(&town, number, "2026-12-07T15:00", "").await;
        town.wait(MINUTE);
        moves(&town, number, "2026-12-06T15:00", "").await;
        town.wait(MINUTE * 20);
        assert_eq!(town.post_due().await.len(), 0);
        assert_eq!(town.count("outbox", "kind = 'event-changed' AND status = 'skipped'").await, 1);
    }

    async fn what_else_is_told_of_an_event_comes_after_its_move(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        town.post().await;
        moves(&town, number, "2026-12-07T15:00", "").await;
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        let subjects: Vec<String> = town.post_due().await.into_iter().map(|letter| letter.subject).collect();
        assert_eq!(subjects, ["New date or time: Rovers v United", "Canceled: Rovers v United"]);
    }

    /// Bram could not be told of the move: he was deactivated then.
    async fn whoever_was_told_another_date_is_told_the_right_one(town: Town) {
        let number = town.finalized_match().await;
        town.post().await;
        town.change(&town.bram, Role::Member, false).await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        moves(&town, number, "2026-12-07T15:00", "Hall 2").await;
        town.change(&town.bram, Role::Member, true).await;
        town.post().await;
        let review = allocation::review(&town.site, &town.otto, number).await.unwrap();
        assert_eq!((review.to_tell, review.told_other_date, review.in_any_case), (vec![town.bram.person], 1, 1));
        let mut otto = town.browser_of(&town.otto).await;
        let page = otto.get(&format!("/events/{number}/review")).await;
        assert!(page.text().contains("1 person was told another date or place."), "{}", page.text());
        assert_eq!(town.finalize(number, Telling::Nobody).await.unwrap(), 1);
        let letters = town.post().await;
        let [letter] = &letters[..] else { panic!("{:?}", receivers(&letters)) };
        assert_eq!(letter.to_address, "bram@example.org");
        assert!(letter.text.contains("This isn’t the date or place we told you before."), "{}", letter.text);
        assert!(letter.text.contains("December 7"), "{}", letter.text);
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.post().await;
        let review = allocation::review(&town.site, &town.otto, number).await.unwrap();
        assert_eq!((review.to_tell, review.told_other_date), (vec![], 0));
    }
}
