//! What was held up, by an outage or otherwise, is looked at again when it leaves: whether it is night by then, and whether it
//! is still so.

use chrono::{DateTime, Utc};
use ticket_pool::{
    domain::event::EventForm,
    server::services::{allocation::Telling, remind::remind},
};

use super::receivers;
use crate::harness::{Letter, Town, event_form};

/// Moves the clock to an instant.
fn moved_to(town: &Town, instant: &str) {
    town.wait(instant.parse::<DateTime<Utc>>().unwrap() - town.now());
}

/// The clock is looked at at the one instant, and no email leaves until the other; what leaves then.
async fn held_up(town: &Town, from: &str, until: &str) -> Vec<Letter> {
    moved_to(town, from);
    remind(&town.site).await.unwrap();
    moved_to(town, until);
    town.post_due().await
}

both! {
    /// Requests close on Friday at 18:00 in London.
    async fn a_reminder_that_is_held_up_into_the_night_leaves_in_the_morning(town: Town) {
        town.reminds().await;
        town.match_day().await;
        town.post().await;
        assert_eq!(held_up(&town, "2026-12-02T18:00:00Z", "2026-12-02T23:30:00Z").await.len(), 0);
        moved_to(&town, "2026-12-03T07:59:59Z");
        assert_eq!(town.post_due().await.len(), 0);
        moved_to(&town, "2026-12-03T08:00:00Z");
        assert!(receivers(&town.post_due().await).contains(&"asha@example.org"));
        assert_eq!(town.count("outbox", "kind = 'closing-soon' AND status <> 'sent'").await, 0);
    }

    /// The match begins at 6 on Sunday, so whoever has tickets is reminded on Friday evening.
    async fn a_reminder_that_would_come_too_late_in_the_morning_is_not_sent(town: Town) {
        town.reminds().await;
        let form = EventForm { starts: "2026-12-06T06:00".into(), ..event_form("Rovers v United") };
        let number = town.closed_match_like(&form).await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(0))]).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        town.post().await;
        moved_to(&town, "2026-12-04T19:00:00Z");
        town.reminds().await;
        assert_eq!(held_up(&town, "2026-12-04T20:00:00Z", "2026-12-05T23:00:00Z").await.len(), 0);
        assert_eq!(town.left_out("coming-up").await, ["It was held up into the night, and the morning is too late."]);
        moved_to(&town, "2026-12-06T09:00:00Z");
        assert_eq!(town.post_due().await.len(), 0);
    }

    async fn a_summary_that_is_held_up_into_the_night_leaves_in_the_morning(town: Town) {
        let number = town.match_day().await;
        town.reminds().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        town.post().await;
        assert_eq!(held_up(&town, "2026-11-23T08:00:00Z", "2026-11-23T21:00:00Z").await.len(), 0);
        assert_eq!(town.count("outbox", "kind = 'digest' AND status = 'waiting' AND reason IS NULL").await, 1);
        moved_to(&town, "2026-11-24T08:00:00Z");
        assert_eq!(receivers(&town.post_due().await), ["otto@example.org"]);
    }
}
