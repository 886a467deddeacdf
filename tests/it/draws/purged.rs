//! A draw that someone would rather not have made.

use ::allocation::Rule;
use chrono::TimeDelta;
use serde_json::Value;
use ticket_pool::server::{services::event, worker};

both! {
    async fn a_draw_cannot_be_made_to_vanish_by_way_of_the_trash(town: Town) {
        let number = town.closed_match().await;
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        town.draw(number, Rule::LOTTERY, "Bram did not like the first").await.unwrap();
        let records = [town.record(number, 1).await, town.record(number, 2).await];
        let (before, lists) = (town.event(number).await, town.rows("SELECT * FROM request_lists ORDER BY id").await);
        event::delete(&town.site, &town.dana, number).await.unwrap();
        town.wait(TimeDelta::days(31));
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(town.count("draws", "1 = 1").await, 0, "the event is gone");

        let entries = format!("SELECT details FROM audit_log WHERE action = 'event.purge' AND event_id = {number}");
        let entries = town.rows(&entries).await;
        assert_eq!(entries.len(), 1);
        let told: Value = serde_json::from_str(entries[0]["details"].as_str().unwrap()).unwrap();
        assert_eq!(told["name"], before.name);
        assert_eq!(told["public_id"], before.public_id);
        assert_eq!(told["commitment"], before.commitment.unwrap().0.to_string());
        let published = ["digest", "season_digest", "ranks_digest"];
        let digests: Vec<_> = lists.iter().flat_map(|list| published.map(|digest| list[digest].clone())).collect();
        assert!(!digests.is_empty());
        assert_eq!(told["fingerprints"], Value::from(digests));
        let codes: Vec<_> = told["draws"].as_array().unwrap().iter().map(|draw| draw["code"].clone()).collect();
        assert_eq!(codes, records.map(|record| Value::from(record.draw.code().to_string())));
        let text = entries[0]["details"].to_string();
        assert!(!text.contains("Bram") && !text.contains('@'), "{text}");
        // It is read where admins read the log, after the event is gone.
        let page = town.browser_of(&town.dana).await.get(&format!("/admin/audit?event={number}")).await.text();
        assert!(page.contains("Permanently deleted an event from the trash") && page.contains(&before.name), "{page}");
        assert!(page.contains(&before.commitment.unwrap().0.to_string()));
    }

    async fn of_two_instances_that_tidy_at_once_one_notes_it(town: Town) {
        let number = town.finalized_match().await;
        event::delete(&town.site, &town.dana, number).await.unwrap();
        town.wait(TimeDelta::days(31));
        let (one, other) = tokio::join!(worker::tidy(&town.site), worker::tidy(&town.site));
        one.unwrap();
        other.unwrap();
        assert_eq!(town.count("audit_log", "action = 'event.purge'").await, 1);
        assert_eq!(town.count("events", "1 = 1").await, 0);
    }
}
