//! What an outage held up and what is not so anymore when it could leave: it is not sent, and whoever heard nothing hears nothing.

use chrono::TimeDelta;
use ticket_pool::{
    domain::ids::EventId,
    server::services::{allocation::Telling, event},
};

use super::receivers;
use crate::harness::{Letter, Town};

/// Who gets what, in the order of their addresses.
fn told(letters: &[Letter]) -> Vec<(&str, &str)> {
    let mut all: Vec<_> = letters.iter().map(|letter| (letter.to_address.as_str(), letter.subject.as_str())).collect();
    all.sort_unstable();
    all
}

/// A match for which Asha and Bram asked, and of which everything was told so far.
async fn asked_for(town: &Town) -> EventId {
    let number = town.match_day().await;
    town.ask(number, &town.asha, &[2]).await.unwrap();
    town.ask(number, &town.bram, &[1]).await.unwrap();
    town.post().await;
    number
}

both! {
    async fn a_cancellation_that_was_taken_back_before_it_left_is_told_to_nobody(town: Town) {
        let number = asked_for(&town).await;
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        town.wait(TimeDelta::minutes(5));
        event::uncancel(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(told(&town.post_due().await), []);
        assert_eq!(town.left_out("cancelled").await, ["It is as it was before."; 2]);
    }

    async fn who_read_of_a_cancellation_reads_that_it_was_taken_back(town: Town) {
        let number = asked_for(&town).await;
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        let brams = format!("kind = 'cancelled' AND user_id = {}", town.bram.person);
        town.force(&format!("UPDATE outbox SET due_at = '2026-11-23 00:00:00+00:00' WHERE {brams}")).await.unwrap();
        assert_eq!(told(&town.post_due().await), [("asha@example.org", "Canceled: Rovers v United")]);
        event::uncancel(&town.site, &town.otto, number).await.unwrap();
        town.wait(TimeDelta::days(1));
        assert_eq!(told(&town.post_due().await), [("asha@example.org", "Takes place after all: Rovers v United")]);
    }

    /// Of one email nobody knows whether it left. It is not sent once more, and what follows is told in any case.
    async fn a_cancellation_that_may_have_left_is_taken_back_by_an_email(town: Town) {
        let number = asked_for(&town).await;
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        let brams = format!("kind = 'cancelled' AND user_id = {}", town.bram.person);
        town.force(&format!("UPDATE outbox SET unsure = 1 WHERE {brams}")).await.unwrap();
        event::uncancel(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(told(&town.post_due().await), [("bram@example.org", "Takes place after all: Rovers v United")]);
        assert_eq!(town.left_out("cancelled").await, ["It is as it was before.", "It is no longer so."]);
    }

    async fn an_event_that_came_back_from_the_trash_before_anyone_read_of_it_was_never_away(town: Town) {
        let number = asked_for(&town).await;
        event::delete(&town.site, &town.dana, number).await.unwrap();
        town.wait(TimeDelta::minutes(5));
        event::restore(&town.site, &town.dana, number).await.unwrap();
        assert_eq!(told(&town.post_due().await), []);
        event::delete(&town.site, &town.dana, number).await.unwrap();
        assert_eq!(town.post_due().await.len(), 2);
        event::restore(&town.site, &town.dana, number).await.unwrap();
        assert_eq!(town.post_due().await.len(), 2, "who read the one reads the other");
    }

    async fn a_result_that_was_changed_before_it_left_is_told_once_as_it_is(town: Town) {
        let number = town.closed_match().await;
        town.post().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(1))]).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.asha, Some(4)), (&town.bram, Some(1))]).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        let letters = town.post_due().await;
        let asha = "Update: you now have 4 tickets for Rovers v United (was 2)";
        let bram = "You got 1 ticket for Rovers v United!";
        assert_eq!(told(&letters), [("asha@example.org", asha), ("bram@example.org", bram)]);
        assert_eq!(town.left_out("result").await, ["A later email tells it, too."]);
    }

    async fn that_requests_are_closed_is_not_told_once_they_are_open_again(town: Town) {
        let number = asked_for(&town).await;
        event::close(&town.site, &town.otto, number).await.unwrap();
        event::open_again(&town.site, &town.otto, number).await.unwrap();
        let letters = town.post_due().await;
        assert!(letters.iter().all(|letter| letter.subject == "Requests are open again: Rovers v United"), "{:?}", told(&letters));
        assert_eq!((receivers(&letters).len(), town.left_out("closed").await.len()), (2, 2));
    }

    async fn nobody_is_invited_to_an_event_that_is_canceled_or_gone(town: Town) {
        for (gone, why) in [(false, "Requests are closed."), (true, "The event is gone.")] {
            let number = town.match_day().await;
            town.post().await;
            event::invite(&town.site, &town.otto, number).await.unwrap();
            if gone {
                event::delete(&town.site, &town.dana, number).await.unwrap();
            } else {
                event::cancel(&town.site, &town.otto, number).await.unwrap();
            }
            assert_eq!(told(&town.post_due().await), []);
            assert_eq!(town.left_out("new-event").await.last().map(String::as_str), Some(why));
        }
    }

    async fn nobody_is_reminded_of_requests_that_closed_meanwhile(town: Town) {
        town.reminds().await;
        let number = town.match_day().await;
        town.wait(TimeDelta::days(10) + TimeDelta::hours(6));
        ticket_pool::server::services::remind::remind(&town.site).await.unwrap();
        assert!(town.count("outbox", "kind = 'closing-soon' AND status = 'waiting'").await > 0);
        event::close(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(told(&town.post_due().await), []);
    }
}
