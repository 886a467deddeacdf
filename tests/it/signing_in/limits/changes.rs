//! How much one session may change.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ticket_pool::{
    domain::ids::SessionId,
    server::services::limit::{Limit, within_alone},
};

use crate::{harness::Town, signing_in::codes::said};

const WORDS: &str = "That’s a lot of requests at once. Wait a minute and try again. Nothing was saved.";

/// Uses up what every session may change just now.
async fn all_are_hasty(town: &Town) {
    for session in town.rows("SELECT id FROM sessions").await {
        let session = SessionId::new(session["id"].as_i64().unwrap().try_into().unwrap());
        while within_alone(&town.site, Limit::Changes(session)).await.unwrap() {}
    }
}

both! {
    async fn the_121st_change_comes_back_with_what_was_typed(town: Town) {
        let number = town.match_day().await.to_string();
        let (mut laptop, mut phone) = (town.browser_of(&town.asha).await, town.browser_of(&town.asha).await);
        for n in 1..=120 {
            let saved = laptop.post("/api/account/rename", &[("name", &format!("Asha {n}"))]).await;
            assert_eq!(saved.location(), "/account", "{n}");
        }
        let wish =
            [("event", &*number), ("version", "0"), ("tiers[]", "4"), ("tiers[]", "2"), ("note", "We sit together")];
        let refused = laptop.post("/api/request/save", &wish).await;
        assert_eq!(refused.status, StatusCode::SEE_OTHER);
        assert!(refused.location().starts_with(&format!("/events/{number}/request?draft=")), "{refused:?}");
        let page = laptop.get(refused.location()).await;
        let text = page.text();
        assert!(text.contains(WORDS) && text.contains("We sit together"), "{text}");
        assert_eq!(page.count("input[name='tiers[]'][checked]"), 2);
        let refused = laptop.post_for_json("/api/request/save", &wish).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(said(&refused).starts_with(WORDS));
        assert_eq!(town.count("requests", "1 = 1").await, 0);

        let saved = phone.post("/api/account/rename", &[("name", "Asha Rao")]).await;
        assert_eq!(saved.location(), "/account", "another session is another limit");
        town.wait(TimeDelta::milliseconds(499));
        assert!(laptop.post("/api/request/save", &wish).await.location().contains("draft="));
        town.wait(TimeDelta::milliseconds(1));
        let saved = laptop.post("/api/request/save", &wish).await;
        assert_eq!(saved.location(), format!("/events/{number}"));
        assert_eq!(town.count("requests", "1 = 1").await, 1);
    }

    async fn the_account_page_says_it_too(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        all_are_hasty(&town).await;
        let refused = asha.post("/api/account/rename", &[("name", "Asha Rao")]).await;
        assert!(refused.location().starts_with("/account?draft="), "{refused:?}");
        let text = asha.get(refused.location()).await.text();
        assert!(text.contains("Asha Rao"), "{text}");
        assert!(text.contains(WORDS), "{text}");
        let refused = asha.post("/api/account/sign-out/others", &[]).await;
        assert!(asha.get(refused.location()).await.text().contains(WORDS));
    }

    async fn who_is_hasty_is_told_so_whatever_the_form_names(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        all_are_hasty(&town).await;
        for event in ["x", "4711"] {
            let refused = asha.post_for_json("/api/event/close", &[("event", event)]).await;
            assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS, "{event}");
            let refused = asha.post("/api/event/close", &[("event", event)]).await;
            assert_eq!(refused.location(), "/problem/too-many", "nothing is kept of what is not hers to do");
        }
    }

    async fn who_reads_or_leaves_is_never_hasty(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        all_are_hasty(&town).await;
        for page in ["/", "/account", "/events"] {
            assert_eq!(asha.get(page).await.status, StatusCode::OK, "{page}");
        }
        assert_eq!(asha.post("/api/sign-out", &[]).await.location(), "/sign-in");
        assert_eq!(town.count("sessions", "1 = 1").await, 0);
    }
}
