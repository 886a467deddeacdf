//! The closing time takes effect by itself.

use chrono::TimeDelta;
use ticket_pool::{
    domain::event::EventStatus,
    error::{Obstacle, Refusal},
    server::{
        services::{allocation::Telling, event},
        worker,
    },
};

use crate::harness::{event_form, refusal};

const CLOSED: Refusal = Refusal::NotNow { why: Obstacle::RequestsClosed };

both! {
    async fn the_closing_time_counts_before_anybody_writes_it_down(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        // December 4, 18:00 in London.
        town.wait(TimeDelta::days(12) + TimeDelta::hours(6) - TimeDelta::milliseconds(1));
        town.ask(number, &town.asha, &[2, 1]).await.unwrap();
        town.wait(TimeDelta::milliseconds(1));
        assert_eq!(refusal(town.ask(number, &town.asha, &[1]).await), CLOSED);
        assert_eq!(refusal(town.ask(number, &town.bram, &[1]).await), CLOSED);
        assert_eq!(town.event(number).await.status, EventStatus::Open, "not written down yet");
        assert_eq!(town.status(number).await, EventStatus::Closed);
        assert_eq!(event::view(&town.site, &town.asha, number).await.unwrap().status, EventStatus::Closed);
        assert_eq!(event::dashboard(&town.site, &town.asha).await.unwrap()[0].status, EventStatus::Closed);
        town.give(number, &[(&town.asha, Some(1))]).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        assert_eq!(town.event(number).await.status, EventStatus::Finalized);
        assert_eq!(event::close_due(&town.site).await.unwrap(), 0);
    }

    async fn what_is_due_is_closed_once_and_noted(town: Town) {
        let due = town.match_day().await;
        let mut form = event_form("Without a closing time");
        form.closes = String::new();
        let until_it_begins = event::create(&town.site, &town.otto, &form).await.unwrap();
        assert_eq!(event::close_due(&town.site).await.unwrap(), 0);
        town.wait(TimeDelta::days(13));
        assert_eq!(event::close_due(&town.site).await.unwrap(), 1);
        assert_eq!(town.event(due).await.status, EventStatus::Closed);
        assert_eq!(town.noted(due).await, ["event.create", "event.close-due"]);
        assert_eq!(town.event(until_it_begins).await.status, EventStatus::Open);
        town.wait(TimeDelta::days(2));
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(town.event(until_it_begins).await.status, EventStatus::Closed);
        assert_eq!(event::close_due(&town.site).await.unwrap(), 0);
    }

    async fn opened_again_after_its_closing_time_it_stays_open_until_it_begins(town: Town) {
        let number = town.match_day().await;
        town.wait(TimeDelta::days(13));
        assert_eq!(event::close_due(&town.site).await.unwrap(), 1);
        event::open_again(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(event::close_due(&town.site).await.unwrap(), 0);
        town.ask(number, &town.asha, &[1]).await.unwrap();
        assert_eq!(town.event(number).await.schedule.closes_at, None);
        town.wait(TimeDelta::days(2));
        assert_eq!(refusal(town.ask(number, &town.bram, &[1]).await), CLOSED);
        let again = event::open_again(&town.site, &town.otto, number).await;
        assert_eq!(refusal(again), Refusal::NotNow { why: Obstacle::EventBegan });
    }

    async fn closed_by_hand_and_opened_again_it_keeps_its_closing_time(town: Town) {
        let number = town.match_day().await;
        event::close(&town.site, &town.otto, number).await.unwrap();
        event::open_again(&town.site, &town.otto, number).await.unwrap();
        assert!(town.event(number).await.schedule.closes_at.is_some());
        town.wait(TimeDelta::days(13));
        assert_eq!(town.status(number).await, EventStatus::Closed);
    }

    async fn an_event_leaves_the_bin_for_good_after_thirty_days(town: Town) {
        let number = town.finalized_match().await;
        event::delete(&town.site, &town.dana, number).await.unwrap();
        town.wait(TimeDelta::days(30));
        worker::tidy(&town.site).await.unwrap();
        event::restore(&town.site, &town.dana, number).await.unwrap();
        event::delete(&town.site, &town.dana, number).await.unwrap();
        town.wait(TimeDelta::days(30) + TimeDelta::seconds(1));
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(town.count("events", "1 = 1").await, 0);
        assert_eq!(town.count("audit_log", "action = 'event.purge'").await, 1);
        assert_eq!(refusal(event::restore(&town.site, &town.dana, number).await), Refusal::NotFound);
    }
}
