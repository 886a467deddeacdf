//! Strangers cannot fill the log, which only grows.

use chrono::TimeDelta;
use ticket_pool::server::services::sign_in;

use crate::{harness::Town, signing_in::browser_at};

/// Mallory tries a link that was used, from so many networks.
async fn knocks(town: &Town, token: &str, from: std::ops::Range<u32>) {
    for number in from {
        let [high, low] = [number / 250, number % 250];
        let mallory = browser_at(&format!("10.9.{high}.{low}"));
        sign_in::redeem(&town.site, token, "", &mallory).await.unwrap_err();
    }
}

both! {
    async fn mallory_from_a_thousand_networks_leaves_a_hundred_notes_and_one_that_more_were_left_out(town: Town) {
        let (_, token) = town.mailed_link(&town.asha).await;
        town.redeem(&token).await.unwrap();
        let before = town.count("audit_log", "1 = 1").await;
        knocks(&town, &token, 0..1_000).await;
        assert_eq!(town.count("audit_log", "action = 'sign-in.spent-link'").await, 100);
        assert_eq!(town.count("audit_log", "action = 'sign-in.left-out'").await, 1);
        assert_eq!(town.count("audit_log", "1 = 1").await - before, 101);
        let left_out = town.rows("SELECT client, actor_id, user_id FROM audit_log WHERE action = 'sign-in.left-out'").await;
        assert_eq!(left_out[0], serde_json::json!({ "client": "", "actor_id": null, "user_id": null }));
        town.wait(TimeDelta::seconds(59));
        knocks(&town, &token, 1_000..1_010).await;
        assert_eq!(town.count("audit_log", "action = 'sign-in.left-out'").await, 1, "one a minute");
        town.wait(TimeDelta::seconds(1));
        knocks(&town, &token, 1_010..1_020).await;
        assert_eq!(town.count("audit_log", "action = 'sign-in.left-out'").await, 2);
        town.wait(TimeDelta::minutes(4));
        knocks(&town, &token, 1_020..1_030).await;
        assert_eq!(town.count("audit_log", "action = 'sign-in.spent-link'").await, 101, "then one in five minutes");
    }

    /// What people who are signed in do is always noted.
    async fn what_someone_does_is_noted_all_the_same(town: Town) {
        let (_, token) = town.mailed_link(&town.asha).await;
        town.redeem(&token).await.unwrap();
        knocks(&town, &token, 0..200).await;
        let before = town.count("audit_log", "action = 'session.start'").await;
        town.browser_of(&town.bram).await;
        assert_eq!(town.count("audit_log", "action = 'session.start'").await, before + 1);
    }
}
