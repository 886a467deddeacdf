//! How many wrong codes are tried for one account.

use chrono::TimeDelta;
use ticket_pool::{
    domain::typed::Problem,
    server::services::{
        limit::{Limit, within_alone},
        sign_in::{self, Browser, redeem_code},
    },
};

use super::known_browser;
use crate::{
    harness::{Letter, Town},
    signing_in::{
        browser_at, code_in,
        codes::{problem, wrong},
        token_in,
    },
};

const ASHA: &str = "asha@example.org";

/// All wrong codes of today are used up.
async fn used_up(town: &Town) {
    while within_alone(&town.site, Limit::WrongCodes(ASHA)).await.unwrap() {}
}

/// Asha asks in a browser: the binding it gets, and the letter.
async fn asks(town: &Town, browser: &Browser) -> (Browser, Letter) {
    town.post().await;
    let asked = sign_in::ask(&town.site, ASHA, "/events", browser).await.unwrap();
    let letter = town.post().await.pop().expect("a letter");
    (Browser { binding: Some(asked.binding), ..browser.clone() }, letter)
}

both! {
    /// Mallory sits at one address all day, asks whenever a mail may leave, and tries wrong codes.
    async fn mallory_who_guesses_all_day_long_has_twenty_tries(town: Town) {
        let (mut tried, mut days) = (0, Vec::new());
        for minutes in 0..(2 * 24 * 12) {
            let asked = sign_in::ask(&town.site, ASHA, "/", &browser_at("203.0.113.9")).await.unwrap();
            let mallory = Browser { binding: Some(asked.binding), ..browser_at("203.0.113.9") };
            // No mail is made for it: what is counted is what would be hashed.
            let told = problem(redeem_code(&town.site, "0000 0000", &mallory).await);
            tried += i64::from(matches!(told, Problem::WrongCode { .. }));
            if minutes == 12 * 12 - 1 || minutes == 36 * 12 - 1 {
                days.push(tried);
            }
            town.wait(TimeDelta::minutes(5));
        }
        assert_eq!(days, [19, 38], "the twentieth says that only the link works; the next day has as many");
    }

    async fn twenty_wrong_codes_are_tried_a_day_and_the_twenty_first_is_refused_even_if_right(town: Town) {
        for number in 0..4 {
            let pair = town.mailed_pair(&town.asha, &browser_at(&format!("192.0.2.{number}"))).await;
            for left in (0..5).rev() {
                let told = problem(redeem_code(&town.site, &wrong(&pair.code), &pair.asker()).await);
                let expected = match (number, left) {
                    (3, 0) => Problem::OnlyByLink,
                    (_, 0) => Problem::NoMoreTries,
                    _ => Problem::WrongCode { left },
                };
                assert_eq!(told, expected, "{number}");
            }
        }
        let (phone, letter) = asks(&town, &browser_at("192.0.2.7")).await;
        town.wait(TimeDelta::minutes(1));
        assert!(letter.subject == "Sign in to Ticket Pool", "no code in the subject: {}", letter.subject);
        for typed in ["1234 5678", "8765 4321"] {
            assert_eq!(problem(redeem_code(&town.site, typed, &phone).await), Problem::OnlyByLink);
        }
        let link = sign_in::redeem(&town.site, &token_in(&letter.text), "", &phone).await.unwrap();
        assert_eq!((town.holder(&link.session).await.unwrap().name.as_str(), &*link.next), ("Asha", "/events"));
    }

    /// The clock stands at noon: at midnight (UTC) a new day begins.
    async fn codes_work_again_the_next_day(town: Town) {
        used_up(&town).await;
        town.wait(TimeDelta::hours(12) - TimeDelta::minutes(1));
        let (late, letter) = asks(&town, &browser_at("192.0.2.7")).await;
        assert!(!letter.text.lines().any(|line| line.len() == 9 && line.as_bytes()[4] == b' '), "{}", letter.text);
        assert_eq!(problem(redeem_code(&town.site, "1234 5678", &late).await), Problem::OnlyByLink);
        town.wait(TimeDelta::minutes(1));
        let (next, letter) = asks(&town, &browser_at("192.0.2.8")).await;
        redeem_code(&town.site, &code_in(&letter.text), &next).await.unwrap();
    }

    /// Only wrong ones count: whoever signs in by code often is not kept from it.
    async fn a_right_code_takes_none_of_the_wrong_ones(town: Town) {
        for _ in 0..25 {
            town.wait(TimeDelta::minutes(6));
            let pair = town.mailed_pair(&town.asha, &browser_at("192.0.2.7")).await;
            redeem_code(&town.site, &pair.code, &pair.asker()).await.unwrap();
        }
    }

    async fn page_and_mail_say_that_only_the_link_works(town: Town) {
        let says = "Too many wrong codes were entered for this address today. Use the button in your email instead. Codes \
                    work again after midnight UTC.";
        town.post().await;
        let mut browser = town.browser();
        let page = async |browser: &mut crate::harness::Browser, email: &str| {
            browser.post("/api/sign-in/ask", &[("email", email), ("next", "/events")]).await;
            let page = browser.get("/sign-in/check-mail").await;
            (page.text().contains(says), page.count("input#code"))
        };
        assert_eq!(page(&mut browser, ASHA).await, (false, 1));
        used_up(&town).await;
        while within_alone(&town.site, Limit::WrongCodes("nina@example.org")).await.unwrap() {}
        assert_eq!(page(&mut browser, ASHA).await, (true, 0));
        assert_eq!(page(&mut town.browser(), "nina@example.org").await, (true, 0), "known or not");
        assert_eq!(page(&mut town.browser(), "bram@example.org").await, (false, 1));
        let refused = browser.post_for_json("/api/sign-in/code", &[("code", "1234 5678")]).await;
        assert!(refused.body.contains(says), "{}", refused.body);
        let letters = town.post().await;
        let asha = letters.iter().rfind(|letter| letter.to_address == ASHA).unwrap();
        let why = "Someone entered too many wrong codes for your account today, so the sign-in page takes no more until \
                   midnight UTC.";
        assert!(asha.text.contains(why) && !asha.text.contains("Enter this code"), "{}", asha.text);
        let bram = letters.iter().rfind(|letter| letter.to_address == "bram@example.org").unwrap();
        assert!(bram.text.contains("Enter this code") && !bram.text.contains("too many"), "{}", bram.text);
    }

    async fn when_they_are_used_up_the_link_works_and_so_does_the_code_where_asha_was_before(town: Town) {
        used_up(&town).await;
        let (new, letter) = asks(&town, &browser_at("192.0.2.7")).await;
        let told = problem(redeem_code(&town.site, "1234 5678", &new).await);
        assert_eq!(told, Problem::OnlyByLink);
        let known = known_browser(&town, &town.asha, "192.0.2.8").await;
        let before = town.mailed_pair(&town.asha, &known).await;
        let bram = town.mailed_pair(&town.bram, &browser_at("192.0.2.9")).await;
        sign_in::redeem(&town.site, &token_in(&letter.text), "", &browser_at("192.0.2.7")).await.unwrap();
        let there = Browser { known: known.known.clone(), ..before.asker() };
        redeem_code(&town.site, &before.code, &there).await.unwrap();
        redeem_code(&town.site, &bram.code, &bram.asker()).await.unwrap();
    }

    /// A browser where Asha has signed in before has a limit of its own, and no more tries than that.
    async fn a_browser_that_is_known_has_twenty_of_its_own(town: Town) {
        let known = known_browser(&town, &town.asha, "192.0.2.8").await;
        let mut told = Vec::new();
        for _ in 0..5 {
            town.wait(TimeDelta::minutes(5));
            let pair = town.mailed_pair(&town.asha, &known).await;
            let there = Browser { known: known.known.clone(), ..pair.asker() };
            for _ in 0..5 {
                told.push(problem(redeem_code(&town.site, &wrong(&pair.code), &there).await));
            }
        }
        assert!(told[..19].iter().all(|told| *told != Problem::OnlyByLink), "{told:?}");
        assert!(told[19..].iter().all(|told| *told == Problem::OnlyByLink), "{told:?}");
        assert!(within_alone(&town.site, Limit::WrongCodes(ASHA)).await.unwrap(), "the account's own are whole");
    }

    async fn whoever_holds_the_link_is_not_kept_from_its_code_by_others(town: Town) {
        let town = town.with_settings(&[("LOGIN_UNBOUND", "code")]);
        used_up(&town).await;
        let (_, letter) = asks(&town, &browser_at("192.0.2.7")).await;
        let (token, code, elsewhere) = (token_in(&letter.text), code_in(&letter.text), browser_at("192.0.2.8"));
        assert!(letter.text.contains("The page behind it may ask for this code."), "{}", letter.text);
        problem(sign_in::redeem(&town.site, &token, &wrong(&code), &elsewhere).await);
        sign_in::redeem(&town.site, &token, &code, &elsewhere).await.unwrap();
    }

    async fn a_day_that_is_over_leaves_nothing_behind(town: Town) {
        used_up(&town).await;
        assert_eq!(town.count("limits", "1 = 1").await, 1);
        town.wait(TimeDelta::hours(12) + TimeDelta::seconds(1));
        ticket_pool::server::worker::tidy(&town.site).await.unwrap();
        assert_eq!(town.count("limits", "1 = 1").await, 0);
    }
}
