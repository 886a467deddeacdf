//! Who is reminded of what, once, and of nothing that is not so anymore.

use chrono::TimeDelta;
use ticket_pool::server::services::{choices, event, request};

use super::receivers;
use crate::harness::{Town, event_form};

const HOUR: TimeDelta = TimeDelta::hours(1);

/// Lets time pass until an instant, and looks at the clock there.
async fn at(town: &Town, instant: &str) -> Vec<ticket_pool::server::mail::Letter> {
    town.wait(instant.parse::<chrono::DateTime<chrono::Utc>>().unwrap() - town.now());
    town.reminds().await
}

both! {
    /// Requests close on Friday at 18:00 in London: it is the Wednesday before.
    async fn who_has_not_answered_is_reminded_two_days_before_requests_close(town: Town) {
        town.reminds().await;
        let number = town.match_day().await;
        town.ask(number, &town.bram, &[2]).await.unwrap();
        choices::set(&town.site, &town.olga, choices::read_choice("closing-soon", "").unwrap(), false).await.unwrap();
        assert_eq!(at(&town, "2026-12-02T17:59:00Z").await.len(), 0);
        let letters = at(&town, "2026-12-02T18:00:00Z").await;
        assert_eq!(receivers(&letters), ["asha@example.org", "dana@example.org"]);
        assert_eq!(letters[0].subject, "Requests close soon: Rovers v United");
        assert!(letters[0].text.contains("/emails/"), "{}", letters[0].text);
        assert_eq!(at(&town, "2026-12-02T18:01:00Z").await.len(), 0, "once");
    }

    async fn whoever_withdrew_has_answered(town: Town) {
        town.reminds().await;
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        request::withdraw(&town.site, &town.asha, number, town.asha.person, "").await.unwrap();
        assert!(!receivers(&at(&town, "2026-12-02T18:00:00Z").await).contains(&"asha@example.org"));
    }

    async fn who_holds_tickets_is_reminded_a_day_before(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(0))]).await.unwrap();
        town.finalize(number, ticket_pool::server::services::allocation::Telling::Changed).await.unwrap();
        town.reminds().await;
        assert_eq!(at(&town, "2026-12-05T14:59:00Z").await.len(), 0);
        let letters = at(&town, "2026-12-05T15:00:00Z").await;
        assert_eq!(receivers(&letters), ["asha@example.org"]);
        assert_eq!(letters[0].subject, "Coming up: Rovers v United");
        assert!(letters[0].text.contains("You have 2 tickets."), "{}", letters[0].text);
        assert_eq!(at(&town, "2026-12-06T14:00:00Z").await.len(), 0);
    }

    async fn nobody_is_reminded_of_what_came_up_later_than_the_reminder(town: Town) {
        town.reminds().await;
        town.wait(TimeDelta::days(10) + HOUR * 7);
        town.match_day().await;
        town.post().await;
        assert_eq!(town.reminds().await.len(), 0);
        assert_eq!(at(&town, "2026-12-03T09:00:00Z").await.len(), 0);
    }

    async fn a_close_that_is_moved_is_reminded_of_anew(town: Town) {
        town.reminds().await;
        let number = town.match_day().await;
        let first = at(&town, "2026-12-02T18:00:00Z").await;
        assert!(receivers(&first).contains(&"asha@example.org"));
        let moved = ticket_pool::domain::event::EventForm { closes: "2026-12-06T12:00".into(), version: "0".into(), ..event_form("Rovers v United") };
        event::edit(&town.site, &town.otto, number, &moved).await.unwrap();
        town.post().await;
        assert_eq!(at(&town, "2026-12-04T11:59:00Z").await.len(), 0);
        assert!(receivers(&at(&town, "2026-12-04T12:00:00Z").await).contains(&"asha@example.org"));
    }

    async fn what_was_due_while_the_program_stood_still_goes_out_afterwards_in_the_daytime(town: Town) {
        town.reminds().await;
        town.match_day().await;
        town.wait(TimeDelta::days(10) + HOUR * 5);
        town.reminds().await;
        // From 17:00 to 23:30 nothing runs: it is night in London.
        assert_eq!(at(&town, "2026-12-02T23:30:00Z").await.len(), 0);
        assert!(receivers(&at(&town, "2026-12-03T08:00:00Z").await).contains(&"asha@example.org"));
    }

    async fn two_instances_remind_once(town: Town) {
        town.reminds().await;
        town.match_day().await;
        town.wait("2026-12-02T18:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap() - town.now());
        let both = tokio::join!(
            ticket_pool::server::services::remind::remind(&town.site),
            ticket_pool::server::services::remind::remind(&town.site)
        );
        assert!(both.0.is_ok() && both.1.is_ok());
        assert_eq!(town.count("outbox", &format!("kind = 'closing-soon' AND user_id = {}", town.asha.person)).await, 1);
    }
}
