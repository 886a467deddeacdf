//! Mallory asks in other people's names, as often as they like: nobody is kept out (ASVS 6.1.1).

use chrono::TimeDelta;
use ticket_pool::{
    domain::person::Email,
    error::{Obstacle, Refusal},
    server::services::{
        set_up::command_link,
        sign_in::{self, redeem_code},
    },
};

use super::{asks_from, known_browser};
use crate::{
    harness::{Town, refusal},
    signing_in::browser_at,
};

const SPENT: Refusal = Refusal::NotNow { why: Obstacle::LinkSpent };

/// Mallory asks from thirty clients, a quarter of a minute apart; what they set off is sent. Says how often they were
/// admitted.
async fn mallory_asks(town: &Town, email: &str) -> i64 {
    for number in 0..30 {
        asks_from(town, email, &format!("203.0.113.{number}")).await;
        town.post().await;
        town.wait(TimeDelta::seconds(15));
    }
    let asked = "client LIKE '203.0.113.%' AND id IN (SELECT attempt_id FROM outbox)";
    town.count("sign_in_attempts", asked).await
}

both! {
    async fn what_asha_asked_for_where_she_was_before_stays_hers(town: Town) {
        let asha = known_browser(&town, &town.asha, "192.0.2.7").await;
        let (one, two) = (town.mailed_pair(&town.asha, &asha).await, town.mailed_pair(&town.asha, &asha).await);
        let new = town.mailed_pair(&town.asha, &browser_at("192.0.2.8")).await;
        assert_eq!(mallory_asks(&town, "asha@example.org").await, 10, "eleven, but one was asked for before");
        assert_eq!(refusal(town.redeem(&new.token).await), SPENT, "this one makes room for newer ones");
        // Elsewhere, so that the other stays.
        town.redeem(&one.token).await.unwrap();
        let session = redeem_code(&town.site, &two.code, &two.asker()).await.unwrap().session;
        assert_eq!(town.holder(&session).await.unwrap().name, "Asha");
    }

    async fn asha_still_gets_mail_where_she_was_before(town: Town) {
        let asha = known_browser(&town, &town.asha, "192.0.2.7").await;
        assert_eq!(mallory_asks(&town, "asha@example.org").await, 11);
        let pair = town.mailed_pair(&town.asha, &asha).await;
        sign_in::redeem(&town.site, &pair.token, "", &pair.asker()).await.unwrap();
    }

    async fn a_link_that_a_command_printed_stays_good(town: Town) {
        let token = command_link(&town.site, &Email::parse("dana@example.org").unwrap()).await.unwrap();
        assert_eq!(mallory_asks(&town, "dana@example.org").await, 11);
        let session = town.redeem(token.expose()).await.unwrap().session;
        assert_eq!(town.holder(&session).await.unwrap().name, "Dana");
    }
}
