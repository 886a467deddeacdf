//! The code of an email: where it signs in, how it may be typed, what it ends.

pub mod alike;
mod at_once;
mod elsewhere;
mod hashes;
mod secrets;
mod tried;

use std::fmt::Debug;

use axum::http::StatusCode;
use chrono::TimeDelta;
use ticket_pool::{
    api::Reply,
    domain::typed::Problem,
    error::{Obstacle, Refusal},
    paths,
    server::{
        auth::Actor,
        services::{
            Done,
            sign_in::{self, Browser, redeem_code},
        },
    },
};

use super::{code_in, token_in};
use crate::harness::{self, Answer, Town, refusal};

const SPENT: Refusal = Refusal::NotNow { why: Obstacle::LinkSpent };

/// The same code but for its last digit.
pub fn wrong(code: &str) -> String {
    let (rest, last) = code.split_at(code.len() - 1);
    format!("{rest}{}", if last == "0" { '1' } else { '0' })
}

/// What is wrong with the code, as its field says it.
#[track_caller]
pub fn problem<T: Debug>(done: Done<T>) -> Problem {
    match refusal(done) {
        Refusal::Invalid { mut fields } if fields.len() == 1 && fields[0].field == "code" => fields.remove(0).problem,
        other => panic!("{other:?}"),
    }
}

/// What an island is told instead of being answered.
#[track_caller]
pub(super) fn said(answer: &Answer) -> String {
    match serde_json::from_str::<Reply>(&answer.body).unwrap() {
        Reply::Refused { said, .. } => said,
        done @ Reply::Done { .. } => panic!("{done:?}"),
    }
}

/// Someone asks on the sign-in page and reads the email: the token of the link, and the code.
pub async fn asks(browser: &mut harness::Browser, who: &Actor, next: &str) -> (String, String) {
    browser.town.post().await;
    let asked = browser.post("/api/sign-in/ask", &[("email", &who.email), ("next", next)]).await;
    assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, paths::CHECK_MAIL));
    let letters = browser.town.post().await;
    let letter = letters.iter().rfind(|letter| letter.to_address == who.email).expect("a letter");
    (token_in(&letter.text), code_in(&letter.text))
}

/// How many codes were tried after someone's latest asking.
pub(super) async fn tries(town: &Town, who: &Actor) -> i64 {
    let latest = format!("SELECT tries FROM sign_in_attempts WHERE email = '{}' ORDER BY id DESC", who.email);
    town.rows(&latest).await[0]["tries"].as_i64().unwrap()
}

both! {
    async fn a_code_signs_in_in_the_browser_that_asked(town: Town) {
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        let signed_in = redeem_code(&town.site, &pair.code, &pair.asker()).await.unwrap();
        assert_eq!(town.holder(&signed_in.session).await.unwrap().name, "Asha");
        assert_eq!((signed_in.next.as_str(), town.count("sessions", "1 = 1").await), ("/", 1));
    }

    async fn over_http_a_code_leads_on_to_the_page_that_was_wanted(town: Town) {
        let mut browser = town.browser();
        let (_, code) = asks(&mut browser, &town.asha, "/events?x=1").await;
        let page = browser.get("/sign-in/check-mail").await;
        assert!(page.text().contains("Email is off: if asha@example.org has an account here, its code is printed"));
        let done = browser.post("/api/sign-in/code", &[("code", &code)]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/events?x=1"));
        assert_eq!(done.cookie("session").unwrap().value().len(), 43);
        assert!(!browser.cookies.contains_key("binding"), "the binding is spent");
        assert!(browser.get("/").await.text().contains("Hi, Asha"));
    }

    async fn a_code_may_be_typed_with_a_space_a_hyphen_or_neither(town: Town) {
        for between in [" ", "-", "", " - "] {
            let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
            let typed = format!("\t{}\n", pair.code.replace(' ', between));
            let session = redeem_code(&town.site, &typed, &pair.asker()).await.unwrap().session;
            assert_eq!(town.holder(&session).await.unwrap().name, "Asha", "{between:?}");
            town.wait(TimeDelta::minutes(5));
        }
    }

    async fn a_code_ends_its_pair_and_voids_the_others(town: Town) {
        let elsewhere = town.mailed_pair(&town.asha, &Browser::default()).await;
        let here = town.mailed_pair(&town.asha, &Browser::default()).await;
        let bram = town.mailed_pair(&town.bram, &Browser::default()).await;
        redeem_code(&town.site, &here.code, &here.asker()).await.unwrap();
        for (pair, left) in [(&here, 3), (&elsewhere, 4)] {
            assert_eq!(sign_in::look(&town.site, &pair.token, None).await.unwrap(), None);
            assert_eq!(refusal(sign_in::redeem(&town.site, &pair.token, "", &pair.asker()).await), SPENT);
            let again = redeem_code(&town.site, &pair.code, &pair.asker()).await;
            assert_eq!(problem(again), Problem::WrongCode { left });
        }
        assert_eq!(town.count("sessions", "1 = 1").await, 1);
        redeem_code(&town.site, &bram.code, &bram.asker()).await.unwrap();
    }

    async fn a_code_works_for_ten_minutes_and_the_link_for_fifteen(town: Town) {
        let mut pairs = Vec::new();
        for _ in 0..2 {
            pairs.push(town.mailed_pair(&town.asha, &Browser::default()).await);
        }
        let bram = town.mailed_pair(&town.bram, &Browser::default()).await;
        town.wait(TimeDelta::minutes(10) - TimeDelta::milliseconds(1));
        redeem_code(&town.site, &bram.code, &bram.asker()).await.unwrap();
        town.wait(TimeDelta::milliseconds(1));
        let late = redeem_code(&town.site, &pairs[0].code, &pairs[0].asker()).await;
        assert_eq!(problem(late), Problem::WrongCode { left: 4 });
        town.wait(TimeDelta::minutes(5) - TimeDelta::milliseconds(1));
        // Elsewhere, so that the other pair stays.
        town.redeem(&pairs[0].token).await.unwrap();
        town.wait(TimeDelta::milliseconds(1));
        assert_eq!(refusal(sign_in::redeem(&town.site, &pairs[1].token, "", &pairs[1].asker()).await), SPENT);
    }

    async fn asking_again_in_the_same_browser_leaves_the_code_of_the_first_mail_alive(town: Town) {
        let first = town.mailed_pair(&town.asha, &Browser::default()).await;
        let second = town.mailed_pair(&town.asha, &first.asker()).await;
        assert_eq!(first.asked.binding.expose(), second.asked.binding.expose());
        let session = redeem_code(&town.site, &first.code, &second.asker()).await.unwrap().session;
        assert_eq!(town.holder(&session).await.unwrap().name, "Asha");
        let other = redeem_code(&town.site, &second.code, &second.asker()).await;
        assert_eq!(problem(other), Problem::WrongCode { left: 3 });
    }

    async fn asking_for_another_address_gives_the_browser_another_binding(town: Town) {
        let asha = town.mailed_pair(&town.asha, &Browser::default()).await;
        let bram = town.mailed_pair(&town.bram, &asha.asker()).await;
        assert_ne!(asha.asked.binding.expose(), bram.asked.binding.expose());
        let before = redeem_code(&town.site, &asha.code, &bram.asker()).await;
        assert_eq!(problem(before), Problem::WrongCode { left: 4 });
        let session = redeem_code(&town.site, &bram.code, &bram.asker()).await.unwrap().session;
        assert_eq!(town.holder(&session).await.unwrap().name, "Bram");
    }
}
