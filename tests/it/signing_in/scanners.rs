//! Programs that read mail before people do: whatever they do with a link, nobody is locked out.

use axum::{
    body::Body,
    http::{HeaderValue, Method, StatusCode},
};
use chrono::TimeDelta;
use ticket_pool::{
    paths,
    server::{auth::Secret, services::sign_in},
};

use super::codes::asks;
use crate::harness::{Answer, Browser, Town};

/// How often each of them is met, with fresh emails.
const RUNS: u32 = 25;

/// Everything that signing in could leave a trace in.
const WAYS_IN: [&str; 5] = ["sign_in_attempts", "sign_in_links", "sessions", "outbox", "audit_log"];

/// What a scanner does with a link.
#[derive(Clone, Copy, Debug)]
enum Scanner {
    /// Asks for the headers only.
    Head,
    Get,
    /// Opens it and runs its scripts.
    Scripts,
    Twice,
    /// Opens it and presses the button.
    Button,
    /// Fetches it before anyone clicks.
    Prefetch,
    /// Has rewritten it: it is opened by way of a proxy, with something added.
    Proxy,
    /// Shows a small picture of it in a chat.
    Preview,
}

impl Scanner {
    /// Does it, in a browser that has never been here.
    async fn scan(self, town: &Town, token: &str) -> Browser {
        let mut browser = town.browser_at("203.0.113.9");
        let page = paths::link(token);
        match self {
            Self::Head => {
                open(&mut browser, Method::HEAD, &page, None).await;
            }
            Self::Get => {
                open(&mut browser, Method::GET, &page, None).await;
            }
            Self::Scripts => {
                // What continue.js does.
                if open(&mut browser, Method::GET, &page, None).await.count("form[data-continue]") > 0 {
                    browser.post("/api/sign-in/redeem", &[("token", token)]).await;
                }
            }
            Self::Twice => {
                for _ in 0..2 {
                    open(&mut browser, Method::GET, &page, None).await;
                }
            }
            Self::Button => {
                open(&mut browser, Method::GET, &page, None).await;
                browser.post("/api/sign-in/redeem", &[("token", token)]).await;
            }
            Self::Prefetch => {
                open(&mut browser, Method::GET, &page, Some(("sec-purpose", "prefetch;prerender"))).await;
            }
            Self::Proxy => {
                browser.address = "198.51.100.77".parse().unwrap();
                open(&mut browser, Method::GET, &format!("{page}?utm=1"), None).await;
            }
            Self::Preview => {
                let bot = "Mozilla/5.0 (compatible; Slackbot-LinkExpanding 1.0; +https://api.slack.com/robots)";
                open(&mut browser, Method::GET, &page, Some(("user-agent", bot))).await;
            }
        }
        browser
    }
}

/// Opens a page with a header of one's own; it is there.
async fn open(
    browser: &mut Browser,
    method: Method,
    page: &str,
    header: Option<(&'static str, &'static str)>,
) -> Answer {
    let mut request = browser.request(method, page).body(Body::empty()).unwrap();
    if let Some((name, value)) = header {
        request.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    let answer = browser.send(request).await;
    assert_eq!(answer.status, StatusCode::OK);
    answer
}

/// The person a browser is signed in as leaves again; returns who that was.
async fn leaves(browser: &Browser) -> String {
    let session = Secret::presented(&browser.cookies["session"]).unwrap();
    let who = browser.town.holder(&session).await.unwrap();
    sign_in::sign_out(&browser.town.site, &session, Some(&who)).await.unwrap();
    who.name
}

/// A scanner has every mail before Asha: it gets nothing, nothing changes, and she gets in with the browser that asked,
/// by the code and by the link.
async fn gets_nothing_and_changes_nothing(town: &Town, scanner: Scanner) {
    for run in 0..RUNS {
        for by_code in [true, false] {
            let mut asha = town.browser_at(&format!("192.0.2.{run}"));
            let (token, code) = asks(&mut asha, &town.asha, "/events").await;
            let before = town.snapshot(&WAYS_IN).await;
            let left = scanner.scan(town, &token).await;
            assert!(left.cookies.is_empty(), "run {run}: {:?}", left.cookies);
            assert_eq!(town.snapshot(&WAYS_IN).await, before, "run {run}");
            let done = if by_code {
                asha.post("/api/sign-in/code", &[("code", &code)]).await
            } else {
                assert_eq!(asha.get(&paths::link(&token)).await.count("form[data-continue]"), 1);
                asha.post("/api/sign-in/redeem", &[("token", &token)]).await
            };
            assert_eq!(done.location(), "/events", "run {run}, by code: {by_code}");
            assert_eq!(leaves(&asha).await, "Asha");
        }
        town.wait(TimeDelta::minutes(20));
    }
    assert_eq!(town.count("outbox", "kind = 'device'").await, 0, "no device but hers was signed in");
}

both! {
    async fn one_that_sends_head_changes_nothing(town: Town) {
        gets_nothing_and_changes_nothing(&town, Scanner::Head).await;
    }

    async fn one_that_opens_the_link_changes_nothing(town: Town) {
        gets_nothing_and_changes_nothing(&town, Scanner::Get).await;
    }

    async fn one_that_runs_scripts_changes_nothing(town: Town) {
        gets_nothing_and_changes_nothing(&town, Scanner::Scripts).await;
    }

    async fn one_that_opens_the_link_twice_changes_nothing(town: Town) {
        gets_nothing_and_changes_nothing(&town, Scanner::Twice).await;
    }

    async fn one_that_fetches_ahead_changes_nothing(town: Town) {
        gets_nothing_and_changes_nothing(&town, Scanner::Prefetch).await;
    }

    async fn one_that_rewrites_the_link_changes_nothing(town: Town) {
        gets_nothing_and_changes_nothing(&town, Scanner::Proxy).await;
    }

    async fn one_that_shows_a_preview_changes_nothing(town: Town) {
        gets_nothing_and_changes_nothing(&town, Scanner::Preview).await;
    }

    async fn one_that_presses_the_button_gets_nothing_where_the_code_is_wanted(town: Town) {
        let town = town.with_settings(&[("LOGIN_UNBOUND", "code")]);
        gets_nothing_and_changes_nothing(&town, Scanner::Button).await;
    }

    async fn one_that_presses_the_button_gets_a_session_and_asha_is_told_and_gets_in_by_code(town: Town) {
        for run in 0..RUNS {
            let mut asha = town.browser_at(&format!("192.0.2.{run}"));
            let (token, code) = asks(&mut asha, &town.asha, "/events").await;
            let mut scanner = Scanner::Button.scan(&town, &token).await;
            assert!(scanner.get("/").await.text().contains("Hi, Asha"), "run {run}");
            let letters = town.post().await;
            let [told] = letters.as_slice() else { panic!("run {run}: {letters:?}") };
            assert_eq!(told.to_address, "asha@example.org");
            assert_eq!(told.subject, "New sign-in to Ticket Pool from Firefox on Linux");
            let done = asha.post("/api/sign-in/code", &[("code", &code)]).await;
            assert_eq!(done.location(), "/events", "run {run}");
            let ended = asha.post("/api/account/sign-out/others", &[]).await;
            assert_eq!(ended.location(), "/account");
            assert_eq!(scanner.get("/").await.location(), "/sign-in", "run {run}");
            assert_eq!(leaves(&asha).await, "Asha");
            town.wait(TimeDelta::minutes(20));
        }
    }
}
