use chrono::TimeDelta;
use ticket_pool::{domain::ids::EventId, server::services::after as service};

use crate::harness::Town;

async fn hours_before(town: &Town, event: EventId, hours: i64) {
    let starts_at = town.event(event).await.schedule.starts_at;
    town.wait(starts_at - TimeDelta::hours(hours) - town.now());
}

both! {
    async fn the_season_counts_what_nobody_used(town: Town) {
        let event = town.settled_match().await;
        let page = async || town.browser_of(&town.otto).await.get("/seasons/1").await.body;
        assert!(!page().await.contains("data-unused"), "it is still to come");
        hours_before(&town, event, 12).await;
        town.returned(event, &town.asha, 3).await;
        hours_before(&town, event, 1).await;
        service::give_back(&town.site, &town.bram, (event, town.bram.person), ("1", "", "")).await.unwrap();
        hours_before(&town, event, 0).await;
        service::catch_up(&town.site).await.unwrap();
        let page = page().await;
        assert!(page.contains("data-unused=\"4\""), "three that nobody had, and one of Bram’s: {page}");
    }
}
