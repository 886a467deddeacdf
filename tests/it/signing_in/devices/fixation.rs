//! Cookies that someone else has planted in a browser give them nothing (ASVS 7.2.4).

use chrono::TimeDelta;
use ticket_pool::paths;

use super::{asks, is_out, signs_in};
use crate::harness::{Browser, Town};

/// A browser that holds one cookie of another.
fn with_cookie(town: &Town, name: &str, of: &Browser) -> Browser {
    let mut browser = town.browser();
    browser.cookies.insert(name.to_owned(), of.cookies[name].clone());
    browser
}

both! {
    async fn a_session_id_from_before_is_never_the_one_after(town: Town) {
        let mut mallory = town.browser();
        mallory.cookies.insert("session".to_owned(), "A".repeat(43));
        let mut asha = mallory.clone();
        signs_in(&mut asha, &town.asha).await;
        assert!(asha.get("/").await.text().contains("Hi, Asha"));
        assert_ne!(asha.cookies["session"], mallory.cookies["session"]);
        assert!(is_out(&mut mallory).await);
        assert_eq!(town.count("sessions", "1 = 1").await, 1);
    }

    async fn a_session_of_someone_elses_ends_where_asha_signs_in(town: Town) {
        let mut bram = town.browser_of(&town.bram).await;
        let mut asha = with_cookie(&town, "session", &bram);
        signs_in(&mut asha, &town.asha).await;
        assert!(asha.get("/").await.text().contains("Hi, Asha"));
        assert_ne!(asha.cookies["session"], bram.cookies["session"]);
        assert!(is_out(&mut bram).await);
        let of_asha = format!("user_id = {}", town.asha.person);
        assert_eq!((town.count("sessions", "1 = 1").await, town.count("sessions", &of_asha).await), (1, 1));
    }

    async fn ashas_own_session_ends_where_she_signs_in_again(town: Town) {
        let mut before = town.browser_of(&town.asha).await;
        let mut after = before.clone();
        signs_in(&mut after, &town.asha).await;
        assert_ne!(after.cookies["session"], before.cookies["session"]);
        assert!(is_out(&mut before).await && !is_out(&mut after).await);
    }

    async fn a_foreign_binding_opens_nothing(town: Town) {
        let (mut mallory, mut asha) = (town.browser(), town.browser());
        asks(&mut mallory, &town.bram, "/").await;
        let (token, code) = asks(&mut asha, &town.asha, "/").await;
        let mut planted = with_cookie(&town, "binding", &mallory);
        let page = planted.get(&paths::link(&token)).await;
        assert_eq!((page.count("form[data-continue]"), page.count("main form")), (0, 1), "it does not go on by itself");
        let refused = planted.post("/api/sign-in/code", &[("code", &code)]).await;
        assert!(refused.location().starts_with("/sign-in/check-mail?draft=") && refused.cookie("session").is_none());
        assert_eq!(town.count("sessions", "1 = 1").await, 0);
        assert_eq!(asha.post("/api/sign-in/code", &[("code", &code)]).await.location(), "/");
    }

    async fn a_planted_binding_does_not_become_ashas(town: Town) {
        let mut mallory = town.browser();
        asks(&mut mallory, &town.bram, "/").await;
        let mut asha = with_cookie(&town, "binding", &mallory);
        let (_, code) = asks(&mut asha, &town.asha, "/").await;
        assert_ne!(asha.cookies["binding"], mallory.cookies["binding"]);
        assert!(mallory.post("/api/sign-in/code", &[("code", &code)]).await.cookie("session").is_none());
        assert_eq!(asha.post("/api/sign-in/code", &[("code", &code)]).await.location(), "/");
    }

    async fn that_a_browser_is_known_is_no_way_in(town: Town) {
        let asha = town.browser_of(&town.asha).await;
        let mut mallory = with_cookie(&town, "known", &asha);
        assert!(is_out(&mut mallory).await);
        let (token, code) = asks(&mut town.browser(), &town.asha, "/").await;
        assert_eq!(mallory.get(&paths::link(&token)).await.count("form[data-continue]"), 0);
        let refused = mallory.post("/api/sign-in/code", &[("code", &code)]).await;
        assert!(refused.cookie("session").is_none());
    }

    async fn that_a_browser_is_known_cannot_be_made_up(town: Town) {
        let right = town.browser_of(&town.asha).await.cookies.remove("known").unwrap();
        let (bytes, mac) = right.split_once('.').unwrap();
        let zeros = |many| "0".repeat(many);
        for (cookie, counts) in [
            (format!("{bytes}.{}", zeros(64)), 0),
            (format!("{}.{mac}", zeros(32)), 0),
            (format!("{bytes}.{}.", &mac[..63]), 0),
            (zeros(97), 0),
            (town.browser_of(&town.bram).await.cookies.remove("known").unwrap(), 0),
            (right.clone(), 1),
        ] {
            let mut browser = town.browser();
            browser.cookies.insert("known".to_owned(), cookie.clone());
            browser.post("/api/sign-in/ask", &[("email", "asha@example.org")]).await;
            assert_eq!(town.count("sign_in_attempts", "known").await, counts, "{cookie}");
            town.wait(TimeDelta::minutes(6));
        }
        assert_eq!(town.count("sign_in_attempts", "email = 'asha@example.org'").await, 6);
    }
}
