//! Cookies: which there are, and what each browser is told about them.

use axum::http::header;
use cookie::{Cookie, SameSite};
use ticket_pool::{domain::person::Email, server::services::set_up};

use crate::harness::{Answer, Browser, Town};

const DAY: i64 = 24 * 60 * 60;

/// Every cookie that an answer sets.
fn set_by(answer: &Answer) -> Vec<Cookie<'static>> {
    let all = answer.headers.get_all(header::SET_COOKIE).iter();
    all.map(|set| Cookie::parse(set.to_str().unwrap().to_owned()).unwrap()).collect()
}

/// What is set by each step of a visit: name, for how many seconds, and whether there is a value.
async fn visit(town: &Town, browser: &mut Browser) -> Vec<(Cookie<'static>, i64, bool)> {
    let token = set_up::command_link(&town.site, &Email::parse("asha@example.org").unwrap()).await.unwrap();
    let mut all = Vec::new();
    for answer in [
        browser.post("/api/sign-in/ask", &[("email", "asha@example.org")]).await,
        browser.post("/api/sign-in/redeem", &[("token", token.expose())]).await,
        browser.post("/api/account/rename", &[("name", "Asha Rao")]).await,
        browser.get("/account").await,
        browser.post("/api/sign-out", &[]).await,
    ] {
        for cookie in set_by(&answer) {
            let (seconds, full) = (cookie.max_age().unwrap().whole_seconds(), !cookie.value().is_empty());
            all.push((cookie, seconds, full));
        }
    }
    all
}

/// What a visit sets, in order: asking, signing in, a form that is done, the next page, signing out.
const EXPECTED: [(&str, i64, bool); 9] = [
    ("binding", 15 * 60, true),
    ("session", 365 * DAY, true),
    ("known", 365 * DAY, true),
    ("binding", 0, false),
    ("notice", 60, true),
    ("notice", 0, false),
    ("session", 0, false),
    ("binding", 0, false),
    ("notice", 60, true),
];

both! {
    async fn every_cookie_is_out_of_reach_of_scripts_and_other_sites(town: Town) {
        let mut browser = town.browser();
        let set = visit(&town, &mut browser).await;
        let seen: Vec<_> = set.iter().map(|(cookie, seconds, full)| (cookie.name(), *seconds, *full)).collect();
        assert_eq!(seen, EXPECTED);
        for (cookie, ..) in &set {
            assert_eq!((cookie.http_only(), cookie.same_site()), (Some(true), Some(SameSite::Lax)), "{cookie}");
            assert_eq!((cookie.path(), cookie.domain(), cookie.secure()), (Some("/"), None, None), "{cookie}");
            assert_eq!(cookie.expires(), None, "{cookie}");
        }
        let left: Vec<&str> = browser.cookies.keys().map(String::as_str).collect();
        assert_eq!(left, ["known", "notice"], "what stays after signing out");
    }

    async fn on_https_every_cookie_is_secure_and_bound_to_the_host(town: Town) {
        let town = town.with_settings(&[("APP_URL", "https://tickets.example.org"), ("MAIL_ENABLED", "true")]);
        let mut browser = town.browser();
        let set = visit(&town, &mut browser).await;
        let seen: Vec<_> =
            set.iter().map(|(cookie, seconds, full)| (cookie.name().to_owned(), *seconds, *full)).collect();
        let expected = EXPECTED.map(|(name, seconds, full)| (format!("__Host-{name}"), seconds, full));
        assert_eq!(seen, expected);
        for (cookie, ..) in &set {
            assert_eq!((cookie.http_only(), cookie.same_site()), (Some(true), Some(SameSite::Lax)), "{cookie}");
            assert_eq!((cookie.path(), cookie.domain(), cookie.secure()), (Some("/"), None, Some(true)), "{cookie}");
        }
    }

    async fn on_https_no_cookie_is_believed_under_its_plain_name(town: Town) {
        let town = town.with_settings(&[("APP_URL", "https://tickets.example.org"), ("MAIL_ENABLED", "true")]);
        let signed_in = town.browser_of(&town.asha).await;
        let mut plain = town.browser();
        for (name, value) in &signed_in.cookies {
            plain.cookies.insert(name.trim_start_matches("__Host-").to_owned(), value.clone());
        }
        plain.cookies.insert("notice".into(), "request-saved".into());
        assert_eq!(plain.get("/").await.location(), "/sign-in");
        assert!(!plain.get("/sign-in").await.text().contains("Request sent. Your result will show up here."));
    }

    async fn a_word_of_ours_is_shown_once_and_no_other_word_is(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        asha.post("/api/account/rename", &[("name", "Asha Rao")]).await;
        let saved = ticket_pool::words::notice(ticket_pool::words::Notice::NameSaved, true);
        assert!(asha.get("/account").await.text().contains(saved));
        assert!(!asha.get("/account").await.text().contains(saved));
        for forged in ["Your account was stolen", "<script>alert(1)</script>", "name-saved-", ""] {
            asha.cookies.insert("notice".into(), forged.into());
            let page = asha.get("/account").await;
            assert_eq!((page.count(".banner"), page.count("script:not([src])")), (0, 0), "{forged}");
            assert!(forged.is_empty() || !page.body.contains(forged), "{forged}");
        }
    }

    async fn signing_out_has_the_browser_forget_what_pages_stored(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        let answer = asha.post("/api/sign-out", &[]).await;
        assert_eq!(answer.headers["clear-site-data"], "\"storage\"");
        let mut asha = town.browser_of(&town.asha).await;
        let answer = asha.post("/api/account/sign-out/all", &[]).await;
        assert_eq!(answer.location(), "/sign-in");
        assert_eq!(answer.headers["clear-site-data"], "\"storage\"");
        assert_eq!(town.count("sessions", "1 = 1").await, 0);
    }
}
