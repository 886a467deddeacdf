//! `LOGIN_UNBOUND=code`: a mailed link wants the code of its mail in every browser but the one that asked.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ticket_pool::{
    domain::{person::Email, typed::Problem},
    error::{Obstacle, Refusal},
    paths,
    server::services::{
        set_up::command_link,
        sign_in::{self, Browser, redeem_code},
    },
};

use super::{
    browser_at, code_in,
    codes::{asks, problem, said, tries, wrong},
    token_in,
};
use crate::harness::{DOMAIN, Town, refusal};

const CODE: [(&str, &str); 1] = [("LOGIN_UNBOUND", "code")];

const SPENT: Refusal = Refusal::NotNow { why: Obstacle::LinkSpent };

/// How many codes were tried with the link of the latest asking.
async fn link_tries(town: &Town) -> i64 {
    town.rows("SELECT link_tries FROM sign_in_attempts ORDER BY id DESC").await[0]["link_tries"].as_i64().unwrap()
}

both! {
    /// Asha has a new phone. Mallory asks in her name from twenty networks, so that no mail of her own asking leaves, and
    /// tries five wrong codes each: the mails that Mallory set off sign her in all the same.
    async fn mallory_who_uses_up_every_code_does_not_keep_asha_from_a_new_device(town: Town) {
        let town = town.with_settings(&CODE);
        town.post().await;
        for number in 0..20 {
            let mallory = browser_at(&format!("203.0.113.{number}"));
            let asked = sign_in::ask(&town.site, "asha@example.org", "/", &mallory).await.unwrap();
            let mallory = Browser { binding: Some(asked.binding), ..mallory };
            for _ in 0..5 {
                problem(redeem_code(&town.site, "1234 5678", &mallory).await);
            }
        }
        let letters = town.post().await;
        assert_eq!(letters.len(), 10, "the limit for one address");
        let (latest, phone) = (letters.last().unwrap(), browser_at("192.0.2.7"));
        sign_in::ask(&town.site, "asha@example.org", "/", &phone).await.unwrap();
        assert_eq!(town.post().await.len(), 0, "hers brings none");
        let (token, code) = (token_in(&latest.text), code_in(&latest.text));
        let signed_in = sign_in::redeem(&town.site, &token, &code, &phone).await.unwrap();
        assert_eq!(town.holder(&signed_in.session).await.unwrap().name, "Asha");
    }

    /// Of a mail that came before, Mallory's tries and hers with its link are counted apart, too.
    async fn tries_in_the_browser_that_asked_and_with_the_link_are_counted_apart(town: Town) {
        let town = town.with_settings(&CODE);
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        for _ in 0..6 {
            problem(redeem_code(&town.site, &wrong(&pair.code), &pair.asker()).await);
        }
        let told = problem(sign_in::redeem(&town.site, &pair.token, &wrong(&pair.code), &Browser::default()).await);
        assert_eq!(told, Problem::WrongCode { left: 4 });
        assert_eq!((tries(&town, &town.asha).await, link_tries(&town).await), (5, 1));
        sign_in::redeem(&town.site, &pair.token, &pair.code, &Browser::default()).await.unwrap();
    }

    async fn elsewhere_the_page_asks_for_the_code_and_the_link_alone_is_worth_nothing(town: Town) {
        let town = town.with_settings(&CODE);
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        let before = town.snapshot(&DOMAIN).await;
        let mut other = town.browser();
        let landing = paths::link(&pair.token);
        let page = other.get(&landing).await;
        assert_eq!((page.count("main form"), page.count("main form input#code[required]")), (1, 1));
        assert_eq!((page.count("form[data-continue]"), page.count("script[src*='continue']")), (0, 0));
        let pressed = other.post("/api/sign-in/redeem", &[("token", &pair.token)]).await;
        assert!(pressed.location().starts_with(&format!("{landing}?draft=")), "{pressed:?}");
        assert!(pressed.cookie("session").is_none());
        let page = other.get(pressed.location()).await;
        assert!(page.text().contains("Fill this in."));
        assert_eq!(page.count("main form input#code[required]"), 1, "it can still be typed");
        assert_eq!(town.snapshot(&DOMAIN).await, before, "nothing spent, and no try used");
    }

    async fn a_wrong_code_uses_up_a_try_and_the_right_one_signs_in(town: Town) {
        let town = town.with_settings(&CODE);
        town.browser_of(&town.asha).await;
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        let mut other = town.browser();
        let no = other.post("/api/sign-in/redeem", &[("token", &pair.token), ("code", &wrong(&pair.code))]).await;
        assert!(no.cookie("session").is_none());
        let page = other.get(no.location()).await.text();
        assert!(page.contains("That code isn’t right or has expired. 4 tries left."), "{page}");
        assert_eq!((tries(&town, &town.asha).await, link_tries(&town).await), (0, 1));
        let done = other.post("/api/sign-in/redeem", &[("token", &pair.token), ("code", &pair.code)]).await;
        assert_eq!(done.location(), "/");
        assert!(other.get("/").await.text().contains("Hi, Asha"));
        let letters = town.post().await;
        let [told] = letters.as_slice() else { panic!("{letters:?}") };
        assert_eq!(told.subject, "New sign-in to Ticket Pool from Firefox on Linux", "the second device");
    }

    async fn together_they_end_the_pair_and_void_the_others(town: Town) {
        let town = town.with_settings(&CODE);
        let (one, two) = (
            town.mailed_pair(&town.asha, &Browser::default()).await,
            town.mailed_pair(&town.asha, &Browser::default()).await,
        );
        sign_in::redeem(&town.site, &one.token, &one.code, &Browser::default()).await.unwrap();
        let again = sign_in::redeem(&town.site, &one.token, &one.code, &Browser::default()).await;
        assert_eq!(refusal(again), SPENT);
        let again = redeem_code(&town.site, &one.code, &one.asker()).await;
        assert_eq!(problem(again), Problem::WrongCode { left: 4 });
        let other = redeem_code(&town.site, &two.code, &two.asker()).await;
        assert_eq!(problem(other), Problem::WrongCode { left: 4 });
        assert_eq!(refusal(sign_in::redeem(&town.site, &two.token, "", &two.asker()).await), SPENT);
        assert_eq!(town.count("sessions", "1 = 1").await, 1);
    }

    async fn the_code_of_another_mail_does_not_open_a_link(town: Town) {
        let town = town.with_settings(&CODE);
        let (one, two) = (
            town.mailed_pair(&town.asha, &Browser::default()).await,
            town.mailed_pair(&town.asha, &Browser::default()).await,
        );
        let done = sign_in::redeem(&town.site, &one.token, &two.code, &Browser::default()).await;
        assert_eq!(problem(done), Problem::WrongCode { left: 4 });
        sign_in::redeem(&town.site, &one.token, &one.code, &Browser::default()).await.unwrap();
    }

    async fn who_guesses_codes_at_a_link_ends_after_five_and_the_asker_still_gets_in(town: Town) {
        let town = town.with_settings(&CODE);
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        let mut told = Vec::new();
        for typed in [wrong(&pair.code), "12".to_owned(), String::new(), pair.code.clone()] {
            for _ in 0..5 {
                told.push(problem(sign_in::redeem(&town.site, &pair.token, &typed, &Browser::default()).await));
            }
        }
        let (left, no) = (|left| Problem::WrongCode { left }, Problem::NotACode);
        assert_eq!(told[..5], [left(4), left(3), left(2), left(1), Problem::NoMoreTries]);
        assert_eq!(told[5..10], vec![no; 5]);
        assert_eq!(told[10..15], vec![Problem::Missing; 5]);
        assert_eq!(told[15..], vec![Problem::NoMoreTries; 5]);
        assert_eq!((tries(&town, &town.asha).await, link_tries(&town).await), (0, 5));
        sign_in::redeem(&town.site, &pair.token, "", &pair.asker()).await.unwrap();
    }

    async fn the_browser_that_asked_goes_on_without_a_code(town: Town) {
        let town = town.with_settings(&CODE);
        let mut asha = town.browser();
        let (token, _) = asks(&mut asha, &town.asha, "/events").await;
        let page = asha.get(&paths::link(&token)).await;
        assert_eq!((page.count("form[data-continue]"), page.count("input[name='code']")), (1, 0));
        assert_eq!(asha.post("/api/sign-in/redeem", &[("token", &token)]).await.location(), "/events");
        assert!(asha.get("/").await.text().contains("Hi, Asha"));
    }

    async fn a_welcome_mail_carries_a_code_then_and_only_then(town: Town) {
        let letters = town.post().await;
        let bram = letters.iter().find(|letter| letter.to_address == "bram@example.org").unwrap();
        let code_like = |line: &str| line.len() == 9 && line.bytes().filter(u8::is_ascii_digit).count() == 8;
        assert!(!bram.text.contains("asks for this code") && !bram.text.lines().any(code_like));
        let town = town.with_settings(&CODE);
        town.newcomer("Cleo").await;
        let letters = town.post().await;
        let [cleo] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(cleo.text.contains("You’ll need this code to sign in:"));
        let (token, code) = (token_in(&cleo.text), code_in(&cleo.text));
        town.wait(TimeDelta::days(2));
        let without = sign_in::redeem(&town.site, &token, "", &Browser::default()).await;
        assert_eq!(problem(without), Problem::Missing);
        let session = sign_in::redeem(&town.site, &token, &code, &Browser::default()).await.unwrap().session;
        assert_eq!(town.holder(&session).await.unwrap().name, "Cleo");
    }

    async fn a_link_from_a_command_needs_no_code(town: Town) {
        let town = town.with_settings(&CODE);
        let token = command_link(&town.site, &Email::parse("dana@example.org").unwrap()).await.unwrap();
        let mut dana = town.browser();
        assert_eq!(dana.get(&paths::link(token.expose())).await.count("input[name='code']"), 0);
        assert_eq!(dana.post("/api/sign-in/redeem", &[("token", token.expose())]).await.location(), "/");
        assert!(dana.get("/").await.text().contains("Hi, Dana"));
    }

    async fn a_scanner_that_presses_the_button_gets_nothing_and_the_asker_gets_in(town: Town) {
        let town = town.with_settings(&CODE);
        for by_code in [true, false] {
            let mut asha = town.browser();
            let (token, code) = asks(&mut asha, &town.asha, "/events").await;
            let mut scanner = town.browser_at("203.0.113.9");
            scanner.get(&paths::link(&token)).await;
            for typed in ["", "  "] {
                let pressed = scanner.post_for_json("/api/sign-in/redeem", &[("token", &token), ("code", typed)]).await;
                assert_eq!(pressed.status, StatusCode::UNPROCESSABLE_ENTITY);
                assert_eq!(said(&pressed), "Fill this in.");
            }
            assert!(scanner.cookies.is_empty());
            assert_eq!((tries(&town, &town.asha).await, town.count("sessions", "1 = 1").await), (0, 0));
            let done = if by_code {
                asha.post("/api/sign-in/code", &[("code", &code)]).await
            } else {
                asha.post("/api/sign-in/redeem", &[("token", &token)]).await
            };
            assert_eq!(done.location(), "/events");
            asha.post("/api/sign-out", &[]).await;
        }
    }
}
