//! Where what people ask to hand on is told to those who run the event, and in one's own data.

use serde_json::{Value, from_str};
use ticket_pool::{domain::after::HandOn, server::services::remind};

use crate::{
    harness::Town,
    pages::languages::{KNOWN, asked_in, strange},
};

both! {
    async fn otto_sees_at_home_and_in_the_morning_that_asha_waits(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        remind::remind(&town.site).await.unwrap();
        town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap();
        let said = "1 request to hand on tickets";
        let home = town.browser_of(&town.otto).await.get("/").await;
        assert!(home.text().contains(said), "{}", home.text());
        assert!(home.body.contains(&format!("href=\"/events/{event}\"")));
        for who in [&town.asha, &town.bram] {
            assert!(!town.browser_of(who).await.get("/").await.text().contains(said), "{}", who.name);
        }
        for _ in 0..30 {
            town.wait(chrono::TimeDelta::hours(1));
            remind::remind(&town.site).await.unwrap();
        }
        let letters = town.post().await;
        let digest = letters.iter().find(|letter| letter.to_name == "Otto" && letter.text.contains(said));
        assert!(digest.is_some(), "{letters:?}");
        ticket_pool::server::services::after::confirm_hand_request(&town.site, &town.otto, event, town.asha.person).await.unwrap();
        assert!(!town.browser_of(&town.otto).await.get("/").await.text().contains(said));
    }

    async fn what_was_handed_on_and_waits_to_be_is_in_ones_own_data(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        town.lets_hand_on(event, HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap();
        let data_of = async |who| {
            let file = town.browser_of(who).await.get("/account/data.json").await.body;
            (from_str::<Value>(&file).unwrap(), file)
        };
        let (asha, file) = data_of(&town.asha).await;
        let waits = &asha["tickets_offered_to_you_or_being_given_back_or_handed_on"][0];
        assert_eq!((&waits["what"], &waits["tickets"], &waits["status"]), (&"hand-on".into(), &2.into(), &"open".into()));
        assert_eq!((&asha["requests"][0]["tickets_handed_on"], &waits["event"]), (&1.into(), &event.get().into()));
        assert!(!file.contains("Bram") && !file.contains("bram@"));
        let (bram, file) = data_of(&town.bram).await;
        assert_eq!(bram["requests"][0]["tickets_handed_on_to_you"], 1);
        assert!(!file.contains("Asha"));
    }

    async fn all_of_it_is_in_the_catalog(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        let asking = town.handable(HandOn::Confirm).await;
        town.hand_on(asking, (&town.asha, &town.bram), 2).await.unwrap();
        let mut found = Vec::new();
        for who in [&town.asha, &town.bram, &town.otto] {
            let mut browser = town.browser_of(who).await;
            for path in ["/".to_owned(), format!("/events/{event}"), format!("/events/{asking}")] {
                let page = asked_in(&mut browser, "en-XA", &path).await;
                assert!(page.body.contains("lang=\"en-XA\""), "{path}: {}", page.status);
                found.extend(strange(&page).into_iter().map(|text| format!("{} at {path}: {text}", who.name)));
            }
        }
        found.retain(|text| !KNOWN.iter().any(|known| text.ends_with(&format!(": {known}"))));
        assert!(found.is_empty(), "{}", found.join("\n"));
    }

    async fn whoever_follows_a_forwarded_link_reads_that_handing_on_is_the_way(town: Town) {
        let says = "Did someone forward this link to you? It’s for Bram";
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let path = super::answering::link_of_bram(&town).await;
        assert!(!town.browser_of(&town.olga).await.get(&path).await.text().contains(says), "here nobody can");
        town.lets_hand_on(event, HandOn::Confirm).await;
        assert!(town.browser_of(&town.olga).await.get(&path).await.text().contains(says));
        let token = path.rsplit('/').next().unwrap().to_owned();
        town.browser_of(&town.bram).await.post("/api/offers/answer", &[("token", &*token), ("how", "take")]).await;
        assert!(!town.browser_of(&town.olga).await.get(&path).await.text().contains(says), "it is answered");
    }

    async fn a_page_costs_one_statement_more_where_tickets_can_be_handed_on(town: Town) {
        let event = town.settled_match().await;
        let path = format!("/events/{event}");
        for who in [&town.asha, &town.otto] {
            town.lets_hand_on(event, HandOn::Off).await;
            let before = cost(&town, who, &path).await;
            town.lets_hand_on(event, HandOn::Confirm).await;
            assert_eq!(cost(&town, who, &path).await - before, 1, "{}", who.name);
        }
    }
}

async fn cost(town: &Town, who: &ticket_pool::server::auth::Actor, path: &str) -> u64 {
    let mut browser = town.browser_of(who).await;
    browser.get(path).await;
    let before = town.site.db.statements();
    browser.get(path).await;
    town.site.db.statements() - before
}
