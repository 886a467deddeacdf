use chrono::TimeDelta;
use ticket_pool::{
    domain::person::Role,
    error::{Obstacle, Refusal},
    server::services::sign_in::{self, Browser},
};
use tokio::task::JoinSet;

use super::{browser_at, token_in};
use crate::harness::{DOMAIN, refusal};

const SPENT: Refusal = Refusal::NotNow { why: Obstacle::LinkSpent };

both! {
    async fn a_link_can_be_looked_at_twice_and_still_works(town: Town) {
        let (asked, token) = town.mailed_link(&town.asha).await;
        let before = town.snapshot(&DOMAIN).await;
        for _ in 0..2 {
            let landing = sign_in::look(&town.site, &token, None).await.unwrap().unwrap();
            assert_eq!((landing.name.as_str(), landing.same_browser), ("Asha", false));
        }
        assert!(sign_in::look(&town.site, &token, Some(&asked.binding)).await.unwrap().unwrap().same_browser);
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        let signed_in = town.redeem(&token).await.unwrap();
        assert_eq!(town.holder(&signed_in.session).await.unwrap().name, "Asha");
    }

    async fn a_link_is_spent_once(town: Town) {
        let (_, token) = town.mailed_link(&town.asha).await;
        town.redeem(&token).await.unwrap();
        assert_eq!(refusal(town.redeem(&token).await), SPENT);
        assert_eq!(sign_in::look(&town.site, &token, None).await.unwrap(), None);
        assert_eq!(town.count("sessions", "1 = 1").await, 1);
    }

    async fn of_sixteen_redemptions_at_once_one_gets_a_session(town: Town) {
        let (_, token) = town.mailed_link(&town.asha).await;
        let mut all = JoinSet::new();
        for _ in 0..16 {
            let (town, token) = (town.clone(), token.clone());
            all.spawn(async move { town.redeem(&token).await });
        }
        let mut sessions = 0;
        while let Some(done) = all.join_next().await {
            match done.unwrap() {
                Ok(_) => sessions += 1,
                other => assert_eq!(refusal(other), SPENT),
            }
        }
        assert_eq!((sessions, town.count("sessions", "1 = 1").await), (1, 1));
    }

    async fn a_link_works_for_fifteen_minutes_from_sending(town: Town) {
        let (_, first) = town.mailed_link(&town.asha).await;
        town.wait(TimeDelta::minutes(14));
        let (_, second) = town.mailed_link(&town.asha).await;
        town.wait(TimeDelta::minutes(1));
        assert_eq!(refusal(town.redeem(&first).await), SPENT);
        town.wait(TimeDelta::minutes(13));
        town.redeem(&second).await.unwrap();
    }

    async fn deactivating_asha_voids_her_links_for_good(town: Town) {
        let (_, token) = town.mailed_link(&town.asha).await;
        town.change(&town.asha, Role::Member, false).await;
        assert_eq!(refusal(town.redeem(&token).await), SPENT);
        town.change(&town.asha, Role::Member, true).await;
        assert_eq!(refusal(town.redeem(&token).await), SPENT);
    }

    async fn redeemed_where_it_was_asked_for_a_link_voids_the_others(town: Town) {
        let (_, elsewhere) = town.mailed_link(&town.asha).await;
        let (asked, here) = town.mailed_link(&town.asha).await;
        let browser = Browser { binding: Some(asked.binding), ..Browser::default() };
        sign_in::redeem(&town.site, &here, "", &browser).await.unwrap();
        assert_eq!(refusal(town.redeem(&elsewhere).await), SPENT);
    }

    async fn redeemed_elsewhere_a_link_leaves_the_others_alone(town: Town) {
        let (_, scanned) = town.mailed_link(&town.asha).await;
        let (_, own) = town.mailed_link(&town.asha).await;
        let (other, _) = town.mailed_link(&town.bram).await;
        let browser = Browser { binding: Some(other.binding), ..Browser::default() };
        sign_in::redeem(&town.site, &scanned, "", &browser).await.unwrap();
        town.redeem(&own).await.unwrap();
    }

    async fn at_most_three_links_of_a_person_live(town: Town) {
        let mut tokens = Vec::new();
        for number in 0..4 {
            let browser = browser_at(&format!("192.0.2.{number}"));
            tokens.push(town.mailed_pair(&town.asha, &browser).await.token);
        }
        assert_eq!(refusal(town.redeem(&tokens[0]).await), SPENT);
        for token in &tokens[1..] {
            town.redeem(token).await.unwrap();
        }
    }

    async fn an_unknown_address_leaves_the_same_rows_but_no_person(town: Town) {
        for address in ["asha@example.org", " NOBODY@example.org "] {
            sign_in::ask(&town.site, address, "/events/1", &Browser::default()).await.unwrap();
        }
        let attempts =
            town.rows("SELECT email, user_id, next, created_at, expires_at FROM sign_in_attempts ORDER BY id").await;
        let columns = "kind, user_id, event_id, payload, status, priority, created_at, due_at";
        let outbox = town.rows(&format!("SELECT {columns} FROM outbox WHERE kind = 'sign-in' ORDER BY id")).await;
        assert_eq!((attempts.len(), outbox.len()), (2, 2));
        assert_eq!((&attempts[0]["user_id"], &attempts[1]["user_id"]), (&serde_json::Value::Null, &serde_json::Value::Null));
        assert_eq!(attempts[1]["email"], "nobody@example.org");
        assert_eq!(outbox[0], outbox[1]);
        let letters = town.post().await;
        assert_eq!(
            letters
                .iter()
                .filter(|letter| letter.text.contains("/sign-in/link/"))
                .filter(|letter| letter.to_address == "asha@example.org")
                .count(),
            2,
            "welcome and sign-in"
        );
        assert!(letters.iter().all(|letter| letter.to_address != "nobody@example.org"));
        assert_eq!(town.count("outbox", "status = 'skipped' AND user_id IS NULL").await, 1);
    }

    async fn a_link_leads_on_to_the_page_that_was_wanted_if_it_is_ours(town: Town) {
        town.post().await;
        for (wanted, led) in [
            ("/events/3?x=1", "/events/3?x=1"),
            ("https://evil.example", "/"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("/api/sign-out", "/"),
            ("", "/"),
        ] {
            let browser = browser_at(&format!("192.0.2.{}", wanted.len()));
            sign_in::ask(&town.site, "asha@example.org", wanted, &browser).await.unwrap();
            let letters = town.post().await;
            let token = token_in(&letters.iter().find(|letter| letter.subject.ends_with("code")).unwrap().text);
            assert_eq!(town.redeem(&token).await.unwrap().next, led, "{wanted}");
        }
    }

    async fn the_welcome_mail_signs_someone_new_in(town: Town) {
        let letters = town.post().await;
        let letter = letters.iter().find(|letter| letter.to_address == "bram@example.org").unwrap();
        town.wait(TimeDelta::days(2));
        let session = town.redeem(&token_in(&letter.text)).await.unwrap().session;
        assert_eq!(town.holder(&session).await.unwrap().name, "Bram");
    }
}
