use std::{fs, path::Path, sync::Arc};

use ::allocation::{
    Rule,
    statement::{Kind, Statement},
};
use ticket_pool::{
    error::{Obstacle, Refusal},
    server::{
        config::{Settings, Source},
        services::{draw, statements},
    },
};

use crate::harness::{Town, refusal};

const OTHER: &str = "another-key-another-key-another-key-1";
const FIRST: &str = "0123456789abcdef0123456789abcdef";

/// The town as it starts with the key beside this file, made if there is none.
fn started_beside(town: &Town, database: &Path) -> Town {
    let named =
        [("DATABASE", database.to_str().unwrap()), ("APP_URL", "http://localhost:5000"), ("DRAND_URLS", "none")];
    let mut settings = Settings::read(&Source::of(named)).unwrap();
    settings.secret_key.keep_beside(&settings.database).unwrap();
    let mut started = town.with_settings(&[]);
    started.site.settings = Arc::new(settings);
    started
}

both! {
    /// tickets.key is removed between two starts: the second makes a new one.
    async fn whoever_loses_the_key_file_draws_nothing_that_was_promised_and_signs_with_a_key_that_says_so(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("tickets.db");
        let town = started_beside(&town, &database);
        let number = town.closed_match().await;
        let before = statements::head(&town.site).await.unwrap();
        let again = started_beside(&town, &database);
        draw::catch_up(&again.site).await.unwrap();
        assert_eq!(draw::keys_missing(&again.site).await.unwrap(), 0, "the same key at the next start");

        fs::remove_file(database.with_extension("key")).unwrap();
        let lost = started_beside(&town, &database);
        draw::catch_up(&lost.site).await.unwrap();
        assert_eq!(draw::keys_missing(&lost.site).await.unwrap(), 1);
        assert_eq!(refusal(lost.draw(number, Rule::LOTTERY, "").await), Refusal::NotNow { why: Obstacle::SecretSealed });
        let mut otto = lost.browser_of(&lost.otto).await;
        let (event, version) = (number.to_string(), lost.event(number).await.board_version.to_string());
        let fields = [("event", &*event), ("version", &version), ("rule", "equal.limit")];
        let refused = otto.post("/api/draw/make", &fields).await;
        let page = otto.get(refused.location()).await.text();
        assert!(page.contains("SECRET_KEY"), "{page}");

        let next = lost.match_day().await;
        let head = statements::head(&lost.site).await.unwrap();
        assert_eq!(head.number, before.number + 2, "the new key, and the new event");
        let said = lost.rows("SELECT body FROM statements WHERE kind = 'key' ORDER BY number DESC LIMIT 1").await;
        let said = Statement::parse(said[0]["body"].as_str().unwrap()).unwrap();
        let (old, new) = (before.key.unwrap().0.to_string(), head.key.unwrap().0.to_string());
        assert_ne!(old, new);
        assert_eq!((said.kind(), said.get("key"), said.get("before")), (Kind::Key, Some(&*new), Some(&*old)));
        let told = lost.browser().get("/.well-known/ticket-pool.json").await.body;
        assert!(told.contains(&new) && !told.contains(&old), "{told}");
        lost.close(next).await;
        assert_eq!(lost.draw(next, Rule::LOTTERY, "").await.unwrap(), 1, "what is new is drawn as ever");
    }

    async fn with_another_key_nothing_is_drawn_and_with_the_old_one_beside_it_everything_is(town: Town) {
        let number = town.closed_match().await;
        let sealed = town.rows("SELECT sealed_secret FROM events").await;
        let changed = town.with_settings(&[("SECRET_KEY", OTHER)]);
        assert_eq!(draw::keys_missing(&changed.site).await.unwrap(), 1);
        draw::catch_up(&changed.site).await.unwrap();
        assert_eq!(town.rows("SELECT sealed_secret FROM events").await, sealed, "nothing is overwritten");
        let drawn = changed.draw(number, Rule::LOTTERY, "").await;
        assert_eq!(refusal(drawn), Refusal::NotNow { why: Obstacle::SecretSealed });
        assert_eq!(town.count("draws", "1 = 1").await, 0);
        let both = town.with_settings(&[("SECRET_KEY", OTHER), ("SECRET_KEY_PREVIOUS", FIRST)]);
        assert_eq!(both.draw(number, Rule::LOTTERY, "").await.unwrap(), 1);
        draw::catch_up(&both.site).await.unwrap();
        assert_eq!(draw::keys_missing(&changed.site).await.unwrap(), 0, "sealed anew");
        assert_eq!(changed.draw(number, Rule::LOTTERY, "Once more").await.unwrap(), 2);
        assert_eq!(town.record(number, 2).await.draw.commitment(), town.record(number, 1).await.draw.commitment());
    }

    async fn events_from_before_there_were_draws_publish_late_and_can_be_drawn(town: Town) {
        let number = town.closed_match().await;
        town.force("UPDATE events SET commitment = NULL, committed_at = NULL, sealed_secret = NULL, sealed_with = NULL").await.unwrap();
        town.force("DELETE FROM request_lists").await.unwrap();
        town.wait(chrono::TimeDelta::hours(2));
        draw::catch_up(&town.site).await.unwrap();
        let event = town.event(number).await;
        assert_eq!(event.commitment.unwrap().1, town.now());
        assert_eq!(town.count("request_lists", "1 = 1").await, 1);
        draw::catch_up(&town.site).await.unwrap();
        assert_eq!(town.event(number).await.commitment, event.commitment);
        assert_eq!(town.draw(number, Rule::LOTTERY, "").await.unwrap(), 1);
    }

    async fn the_database_alone_does_not_hold_the_secret(town: Town) {
        let number = town.closed_match().await;
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        let code = town.record(number, 1).await.draw.code();
        let sealed = town.rows("SELECT sealed_secret FROM events").await[0]["sealed_secret"].to_string();
        // Whatever is stored, hashing it does not lead to the code.
        assert!(!sealed.contains(&code.to_string()));
        assert!(sealed.len() > 80, "{sealed}");
    }
}
