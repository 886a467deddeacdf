//! The browsers someone is signed in with: seen, ended, told of.

mod at_once;
mod fixation;
mod forgotten;
mod half_way;
mod told;

use axum::http::StatusCode;
use cookie::time::Duration;
use ticket_pool::{
    domain::typed::Problem,
    error::{Obstacle, Refusal},
    paths,
    server::{
        auth::Actor,
        services::sign_in::{self, redeem_code},
    },
};

use super::codes::{asks, problem, said};
use crate::harness::{Answer, Browser, DOMAIN, Town, refusal};

/// The same for a session that has ended and for one that was never theirs.
const GONE: &str = "That device is already signed out.";

const SPENT: Refusal = Refusal::NotNow { why: Obstacle::LinkSpent };

/// The numbers of someone's sessions, the first begun first.
async fn sessions(town: &Town, who: &Actor) -> Vec<String> {
    let rows = town.rows(&format!("SELECT id FROM sessions WHERE user_id = {} ORDER BY id", who.person)).await;
    rows.iter().map(|row| row["id"].as_i64().unwrap().to_string()).collect()
}

/// Signs in by the code of an email.
async fn signs_in(browser: &mut Browser, who: &Actor) {
    let (_, code) = asks(browser, who, "/").await;
    assert_eq!(browser.post("/api/sign-in/code", &[("code", &code)]).await.location(), "/");
}

/// Whether nobody is signed in there anymore.
async fn is_out(browser: &mut Browser) -> bool {
    let answer = browser.get("/").await;
    answer.status == StatusCode::SEE_OTHER && answer.location() == "/sign-in"
}

/// That the browser is told to forget what it kept, and these cookies by name.
fn forgets(answer: &Answer, cookies: [&str; 2]) {
    assert_eq!(answer.headers["clear-site-data"], "\"storage\"");
    for name in cookies {
        let cookie = answer.cookie(name).unwrap();
        assert_eq!((cookie.value(), cookie.max_age(), cookie.path()), ("", Some(Duration::ZERO), Some("/")), "{name}");
    }
}

both! {
    async fn the_account_page_lists_the_devices_and_says_which_is_this(town: Town) {
        let (mut laptop, _phone) = (town.browser_of(&town.asha).await, town.browser_of(&town.asha).await);
        town.browser_of(&town.bram).await;
        let page = laptop.get("/account").await;
        assert_eq!(page.count("section[aria-labelledby='devices'] li"), 2);
        let text = page.text();
        assert_eq!(text.matches("Firefox on Linux").count(), 2, "{text}");
        assert_eq!(text.matches("This device · Signed in Sun Nov 22").count(), 1, "{text}");
        let [this, other]: [String; 2] = sessions(&town, &town.asha).await.try_into().unwrap();
        assert_eq!(page.count(&format!("li input[name='device'][value='{other}']")), 1);
        assert_eq!(page.count(&format!("li input[name='device'][value='{this}']")), 0);
        assert_eq!(page.count("form[action='/api/account/sign-out/others'], form[action='/api/account/sign-out/all']"), 2);
    }

    async fn with_one_device_there_are_no_others_to_end(town: Town) {
        let page = town.browser_of(&town.asha).await.get("/account").await;
        assert_eq!(page.count("section[aria-labelledby='devices'] li"), 1);
        assert_eq!(page.count("form[action^='/api/account/sign-out/']"), 0);
    }

    async fn one_device_is_ended_from_another(town: Town) {
        let (mut laptop, mut phone) = (town.browser_of(&town.asha).await, town.browser_of(&town.asha).await);
        let mut tablet = town.browser_of(&town.asha).await;
        let number = sessions(&town, &town.asha).await.remove(1);
        let ended = laptop.post("/api/account/sign-out/one", &[("device", &number)]).await;
        assert_eq!(ended.location(), "/account");
        assert!(!ended.headers.contains_key("clear-site-data"), "this browser stays signed in");
        assert!(laptop.get("/account").await.text().contains("That device is signed out."));
        assert!(is_out(&mut phone).await && !is_out(&mut tablet).await);
    }

    async fn ending_all_others_also_voids_what_is_on_its_way(town: Town) {
        let (mut laptop, mut phone) = (town.browser_of(&town.asha).await, town.browser_of(&town.asha).await);
        let pair = town.mailed_pair(&town.asha, &sign_in::Browser::default()).await;
        let ended = laptop.post("/api/account/sign-out/others", &[]).await;
        assert_eq!(ended.location(), "/account");
        assert!(laptop.get("/account").await.text().contains("All other devices are signed out."));
        assert!(is_out(&mut phone).await);
        assert_eq!(refusal(town.redeem(&pair.token).await), SPENT);
        let coded = redeem_code(&town.site, &pair.code, &pair.asker()).await;
        assert_eq!(problem(coded), Problem::WrongCode { left: 4 });
    }

    async fn ending_all_leads_to_signing_in(town: Town) {
        let (mut laptop, mut phone) = (town.browser_of(&town.asha).await, town.browser_of(&town.asha).await);
        let mut bram = town.browser_of(&town.bram).await;
        let ended = laptop.post("/api/account/sign-out/all", &[]).await;
        assert_eq!((ended.status, ended.location()), (StatusCode::SEE_OTHER, "/sign-in"));
        forgets(&ended, ["session", "binding"]);
        assert!(!laptop.cookies.contains_key("session") && !laptop.cookies.contains_key("known"));
        assert!(laptop.get("/sign-in").await.text().contains("You’re signed out."));
        assert!(is_out(&mut laptop).await && is_out(&mut phone).await && !is_out(&mut bram).await);
        assert_eq!(town.count("sessions", "1 = 1").await, 1);
    }

    async fn ending_this_one_by_its_number_is_signing_out(town: Town) {
        let (mut laptop, mut phone) = (town.browser_of(&town.asha).await, town.browser_of(&town.asha).await);
        let number = sessions(&town, &town.asha).await.remove(0);
        let ended = laptop.post("/api/account/sign-out/one", &[("device", &number)]).await;
        assert_eq!(ended.location(), "/sign-in");
        forgets(&ended, ["session", "binding"]);
        assert!(is_out(&mut laptop).await && !is_out(&mut phone).await);
    }

    async fn someone_elses_session_is_as_good_as_gone_and_stays(town: Town) {
        let (mut asha, mut bram) = (town.browser_of(&town.asha).await, town.browser_of(&town.bram).await);
        let of_bram = sessions(&town, &town.bram).await.remove(0);
        let before = town.snapshot(&DOMAIN).await;
        let one = "/api/account/sign-out/one";
        for number in [of_bram.as_str(), "4711"] {
            let refused = asha.post(one, &[("device", number)]).await;
            assert!(refused.location().starts_with("/account?draft="), "{refused:?}");
            assert!(asha.get(refused.location()).await.text().contains(GONE), "{number}");
            let refused = asha.post_for_json(one, &[("device", number)]).await;
            assert_eq!((refused.status, said(&refused)), (StatusCode::CONFLICT, GONE.to_owned()), "{number}");
        }
        for garbled in ["0", "-1", "", "x", "ALL", "all", "others"] {
            assert_eq!(asha.post(one, &[("device", garbled)]).await.location(), "/problem/not-found", "{garbled}");
            let refused = asha.post_for_json(one, &[("device", garbled)]).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{garbled}");
        }
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        assert!(!is_out(&mut bram).await && !is_out(&mut asha).await);
    }

    async fn the_cookie_of_an_ended_session_is_nobodys(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        let mut replayed = asha.clone();
        assert_eq!(asha.post("/api/sign-out", &[]).await.location(), "/sign-in");
        let before = town.snapshot(&DOMAIN).await;
        assert!(is_out(&mut replayed).await);
        assert_eq!(replayed.get("/account").await.location(), "/sign-in?next=%2Faccount");
        let renamed = replayed.post("/api/account/rename", &[("name", "Mallory")]).await;
        assert_eq!(renamed.location(), "/sign-in");
        let renamed = replayed.post_for_json("/api/account/rename", &[("name", "Mallory")]).await;
        assert_eq!(renamed.status, StatusCode::UNAUTHORIZED);
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn signing_out_leaves_nothing_in_the_browser_but_that_it_is_known(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        let out = asha.post("/api/sign-out", &[]).await;
        forgets(&out, ["session", "binding"]);
        assert!(out.cookie("known").is_none());
        assert!(asha.cookies.contains_key("known") && !asha.cookies.contains_key("session"));
        let town = town.with_settings(&[("APP_URL", "https://tickets.example.org"), ("MAIL_ENABLED", "true")]);
        let mut asha = town.browser_of(&town.asha).await;
        let out = asha.post("/api/sign-out", &[]).await;
        forgets(&out, ["__Host-session", "__Host-binding"]);
        assert_eq!(out.cookie("__Host-session").unwrap().secure(), Some(true), "without it the name is not taken");
    }

    async fn an_admin_signs_asha_out_everywhere(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let (mut laptop, mut phone) = (town.browser_of(&town.asha).await, town.browser_of(&town.asha).await);
        let mut bram = town.browser_of(&town.bram).await;
        let pair = town.mailed_pair(&town.asha, &sign_in::Browser::default()).await;
        let (number, page) = (town.asha.person.to_string(), paths::person(town.asha.person));
        assert_eq!(dana.post("/api/people/sign-out", &[("person", &number)]).await.location(), page);
        let notice = "They’re signed out everywhere. Links and codes they haven’t used no longer work.";
        assert!(dana.get(&page).await.text().contains(notice));
        assert!(is_out(&mut laptop).await && is_out(&mut phone).await);
        assert!(!is_out(&mut bram).await && !is_out(&mut dana).await);
        assert_eq!(refusal(town.redeem(&pair.token).await), SPENT);
        let coded = redeem_code(&town.site, &pair.code, &pair.asker()).await;
        assert_eq!(problem(coded), Problem::WrongCode { left: 4 });
        let by = town.dana.person;
        let noted = format!("action = 'person.revoke-sessions' AND actor_id = {by} AND user_id = {number}");
        assert_eq!(town.count("audit_log", &noted).await, 1);
    }

    async fn nobody_but_an_admin_signs_others_out(town: Town) {
        let mut bram = town.browser_of(&town.bram).await;
        let number = town.bram.person.to_string();
        for who in [&town.otto, &town.asha, &town.bram] {
            let mut browser = town.browser_of(who).await;
            let before = town.snapshot(&DOMAIN).await;
            let refused = browser.post("/api/people/sign-out", &[("person", &number)]).await;
            assert_eq!(refused.location(), "/problem/forbidden");
            let refused = browser.post_for_json("/api/people/sign-out", &[("person", &number)]).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN);
            assert_eq!(town.snapshot(&DOMAIN).await, before);
        }
        assert_eq!(town.browser().post("/api/people/sign-out", &[("person", &number)]).await.location(), "/sign-in");
        assert!(!is_out(&mut bram).await);
    }
}
