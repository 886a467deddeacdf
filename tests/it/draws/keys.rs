use ::allocation::Rule;
use ticket_pool::{
    error::{Obstacle, Refusal},
    server::services::draw,
};

use crate::harness::refusal;

const OTHER: &str = "another-key-another-key-another-key-1";
const FIRST: &str = "0123456789abcdef0123456789abcdef";

both! {
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
