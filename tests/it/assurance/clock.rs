//! Clocks are put forward and back, by people and by mistake.

use chrono::TimeDelta;
use ticket_pool::{
    domain::typed::Problem,
    error::{Obstacle, Refusal},
    server::services::sign_in,
};

use crate::{harness::refusal, signing_in::browser_at};

both! {
    async fn an_hour_back_locks_nobody_out(town: Town) {
        let pair = town.mailed_pair(&town.asha, &browser_at("192.0.2.9")).await;
        let mut asha = town.browser_of(&town.asha).await;
        for _ in 0..120 {
            asha.post("/api/account/rename", &[("name", "Asha")]).await;
        }
        assert!(asha.post("/api/account/rename", &[("name", "Asha")]).await.location().contains("draft="));
        for _ in 0..3 {
            sign_in::ask(&town.site, "asha@example.org", "/", &browser_at("192.0.2.8")).await.unwrap();
        }
        town.wait(TimeDelta::hours(-1));
        assert_eq!(asha.post("/api/account/rename", &[("name", "Asha Rao")]).await.location(), "/account");
        let before = town.count("sign_in_attempts", "1 = 1").await;
        sign_in::ask(&town.site, "asha@example.org", "/", &browser_at("192.0.2.8")).await.unwrap();
        assert_eq!(town.count("sign_in_attempts", "1 = 1").await, before + 1);
        assert!(asha.get("/").await.text().contains("Hi, Asha"));
        sign_in::redeem_code(&town.site, &pair.code, &pair.asker()).await.unwrap();
    }

    async fn an_hour_forward_ends_what_was_on_its_way_and_nothing_else(town: Town) {
        let pair = town.mailed_pair(&town.asha, &browser_at("192.0.2.9")).await;
        let session = town.session_of(&town.bram).await;
        town.wait(TimeDelta::hours(1));
        let code = sign_in::redeem_code(&town.site, &pair.code, &pair.asker()).await;
        assert_eq!(refusal(code), Refusal::field("code", Problem::WrongCode { left: 4 }));
        assert_eq!(refusal(town.redeem(&pair.token).await), Refusal::NotNow { why: Obstacle::LinkSpent });
        assert_eq!(town.holder(&session).await.unwrap().name, "Bram");
        let fresh = town.mailed_pair(&town.asha, &browser_at("192.0.2.9")).await;
        sign_in::redeem_code(&town.site, &fresh.code, &fresh.asker()).await.unwrap();
    }

    /// In London the clocks are put back on October 25, 2026, and forward on March 28, 2027.
    async fn the_nights_when_clocks_change_are_minutes_like_others(town: Town) {
        for night in ["2026-10-25T00:50:00Z", "2027-03-28T00:50:00Z"] {
            let night: chrono::DateTime<chrono::Utc> = night.parse().unwrap();
            town.wait(night - town.now());
            let pair = town.mailed_pair(&town.asha, &browser_at("192.0.2.9")).await;
            town.wait(TimeDelta::minutes(14));
            town.redeem(&pair.token).await.unwrap();
            let pair = town.mailed_pair(&town.asha, &browser_at("192.0.2.9")).await;
            town.wait(TimeDelta::minutes(15));
            assert!(town.redeem(&pair.token).await.is_err());
        }
    }
}
