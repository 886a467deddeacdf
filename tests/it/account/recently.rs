//! Another address wants someone who has signed in within the last 15 minutes (ASVS 7.5.1).

use axum::http::StatusCode;
use chrono::TimeDelta;
use ticket_pool::{
    error::{Obstacle, Refusal},
    server::services::person::{ask_address, confirm_address},
};

use super::ask;
use crate::{
    harness::{Browser, DOMAIN, refusal},
    signing_in::{codes::asks, token_in},
};

const NEW: &str = "asha@example.net";
const AGAIN: Refusal = Refusal::NotNow { why: Obstacle::SignInAgain };

/// Where the page leads whoever has to sign in again.
fn way(page: &crate::harness::Answer) -> String {
    let (_, rest) = page.body.split_once("<a href=\"/sign-in?").expect("a way to sign in");
    format!("/sign-in?{}", rest.split_once('"').unwrap().0.replace("&amp;", "&"))
}

both! {
    /// A laptop that was left open: the session is Asha's, and nothing more is needed to take her account but an address.
    async fn mallory_at_a_session_left_open_changes_no_address(town: Town) {
        let mut laptop = town.browser_of(&town.asha).await;
        town.post().await;
        town.wait(TimeDelta::minutes(15));
        laptop.get("/account").await;
        let before = town.snapshot(&DOMAIN).await;
        let refused = ask(&mut laptop, "mallory@evil.example").await;
        assert!(refused.location().starts_with("/account?draft="), "{refused:?}");
        let json = laptop.post_for_json("/api/account/address/ask", &[("email", "mallory@evil.example")]).await;
        assert_eq!(json.status, StatusCode::CONFLICT);
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        assert!(town.post().await.is_empty());
        assert_eq!(laptop.get("/account").await.count("input#code"), 0);
    }

    async fn it_is_asked_for_until_fifteen_minutes_after_signing_in(town: Town) {
        town.wait(TimeDelta::minutes(15) - TimeDelta::milliseconds(1));
        ask_address(&town.site, &town.asha, NEW).await.unwrap();
        town.wait(TimeDelta::milliseconds(1));
        assert_eq!(refusal(ask_address(&town.site, &town.asha, NEW).await), AGAIN);
    }

    /// The code proves the address, and has ten minutes of its own.
    async fn a_code_that_was_asked_for_in_time_counts_later(town: Town) {
        town.wait(TimeDelta::minutes(14));
        let code = town.asks_for_address(&town.asha, NEW).await.unwrap();
        town.wait(TimeDelta::minutes(9));
        confirm_address(&town.site, &town.asha, &code).await.unwrap();
        assert_eq!(town.address_of(&town.asha).await, NEW);
    }

    async fn asha_signs_in_again_and_comes_back_to_what_she_typed(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        assert!(!asha.get("/account").await.text().contains("Sign in again"));
        town.wait(TimeDelta::hours(3));
        let page = asha.get("/account").await;
        let says = "To change your email address, you need to have signed in within the last 15 minutes. Sign in again. \
                    You’ll come back here, with what you typed.";
        assert!(page.text().contains(says), "{}", page.text());
        assert_eq!(way(&page), "/sign-in?next=%2Faccount");
        let refused = ask(&mut asha, NEW).await.location().to_owned();
        let page = asha.get(&refused).await;
        let why = "You signed in more than 15 minutes ago. Sign in again to change your email address. We’ve kept what you typed.";
        assert!(page.text().contains(why), "{}", page.text());
        assert_eq!(page.count(&format!("input#email[value='{NEW}']")), 1);
        let sign_in = asha.get(&way(&page)).await;
        assert_eq!(sign_in.count("input#email[value='asha@example.org']"), 1, "her address stands there");
        assert_eq!(sign_in.count(&format!("input[name='next'][value='{refused}']")), 1);
        // The mail takes its time.
        town.wait(TimeDelta::minutes(12));
        let (_, code) = asks(&mut asha, &town.asha, &refused).await;
        town.wait(TimeDelta::minutes(9));
        assert_eq!(asha.post("/api/sign-in/code", &[("code", &code)]).await.location(), refused);
        let page = asha.get(&refused).await;
        assert_eq!(page.count(&format!("input#email[value='{NEW}']")), 1, "{}", page.text());
        assert!(!page.text().contains("Sign in again"), "{}", page.text());
        assert_eq!(ask(&mut asha, NEW).await.location(), "/account");
    }

    /// What one typed does not go to whoever signs in there next.
    async fn what_asha_typed_does_not_go_along_to_bram(town: Town) {
        let mut shared = town.browser_of(&town.asha).await;
        town.wait(TimeDelta::hours(3));
        let refused = ask(&mut shared, NEW).await.location().to_owned();
        let (_, code) = asks(&mut shared, &town.bram, &refused).await;
        shared.post("/api/sign-in/code", &[("code", &code)]).await;
        let page = shared.get(&refused).await;
        assert!(page.text().contains("bram@example.org") && !page.body.contains(NEW), "{}", page.text());
    }

    async fn in_another_browser_that_a_link_opens_nothing_is_lost_but_what_was_typed(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        town.wait(TimeDelta::hours(3));
        let refused = ask(&mut asha, NEW).await.location().to_owned();
        town.post().await;
        asha.post("/api/sign-in/ask", &[("email", "asha@example.org"), ("next", &refused)]).await;
        let token = token_in(&town.post().await.pop().unwrap().text);
        let mut phone: Browser = town.browser_at("192.0.2.7");
        assert_eq!(phone.post("/api/sign-in/redeem", &[("token", &token)]).await.location(), refused);
        let page = phone.get(&refused).await;
        assert_eq!((page.status, page.count("input#email[value='']")), (StatusCode::OK, 1));
    }
}
