//! How many codes can be tried for one account.

use chrono::TimeDelta;
use ticket_pool::{
    domain::typed::Problem,
    server::services::{
        limit::{Limit, within_alone},
        sign_in::{self, Browser, redeem_code},
    },
};

use super::known_browser;
use crate::signing_in::{
    browser_at,
    codes::{problem, tries, wrong},
};

both! {
    async fn thirty_codes_are_tried_for_an_account_then_one_in_two_minutes(town: Town) {
        for number in 0..6 {
            let pair = town.mailed_pair(&town.asha, &browser_at(&format!("192.0.2.{number}"))).await;
            for left in (0..5).rev() {
                let told = problem(redeem_code(&town.site, &wrong(&pair.code), &pair.asker()).await);
                assert_eq!(told, if left == 0 { Problem::NoMoreTries } else { Problem::WrongCode { left } });
            }
        }
        let pair = town.mailed_pair(&town.asha, &browser_at("192.0.2.6")).await;
        for (wait, tried) in [(0, 1), (119, 2)] {
            town.wait(TimeDelta::seconds(wait));
            let told = problem(redeem_code(&town.site, &pair.code, &pair.asker()).await);
            assert_eq!((told, tries(&town, &town.asha).await), (Problem::NoMoreTries, tried));
        }
        town.wait(TimeDelta::seconds(1));
        let session = redeem_code(&town.site, &pair.code, &pair.asker()).await.unwrap().session;
        assert_eq!(town.holder(&session).await.unwrap().name, "Asha");
    }

    async fn when_they_are_used_up_the_link_works_and_so_does_the_code_where_asha_was_before(town: Town) {
        for _ in 0..30 {
            assert!(within_alone(&town.site, Limit::Codes("asha@example.org")).await.unwrap());
        }
        assert!(!within_alone(&town.site, Limit::Codes("asha@example.org")).await.unwrap());
        let new = town.mailed_pair(&town.asha, &browser_at("192.0.2.7")).await;
        let told = problem(redeem_code(&town.site, &new.code, &new.asker()).await);
        assert_eq!(told, Problem::NoMoreTries);
        let known = known_browser(&town, &town.asha, "192.0.2.8").await;
        let before = town.mailed_pair(&town.asha, &known).await;
        let bram = town.mailed_pair(&town.bram, &browser_at("192.0.2.9")).await;
        sign_in::redeem(&town.site, &new.token, "", &browser_at("192.0.2.7")).await.unwrap();
        let there = Browser { known: known.known.clone(), ..before.asker() };
        redeem_code(&town.site, &before.code, &there).await.unwrap();
        redeem_code(&town.site, &bram.code, &bram.asker()).await.unwrap();
    }

    /// A browser where Asha has signed in before has a limit of its own, and no more tries than that.
    async fn a_browser_that_is_known_has_thirty_of_its_own(town: Town) {
        let known = known_browser(&town, &town.asha, "192.0.2.8").await;
        let mut told = Vec::new();
        for _ in 0..7 {
            town.wait(TimeDelta::minutes(5));
            let pair = town.mailed_pair(&town.asha, &known).await;
            let there = Browser { known: known.known.clone(), ..pair.asker() };
            for _ in 0..5 {
                told.push(problem(redeem_code(&town.site, &wrong(&pair.code), &there).await));
            }
        }
        let admitted = told.iter().filter(|told| matches!(told, Problem::WrongCode { .. })).count();
        assert_eq!(told.len(), 35);
        assert!(admitted <= 28, "each fifth says that no more are left");
        assert!(within_alone(&town.site, Limit::Codes("asha@example.org")).await.unwrap(), "the account's own is whole");
    }

    async fn whoever_holds_the_link_is_not_kept_from_its_code_by_others(town: Town) {
        let town = town.with_settings(&[("LOGIN_UNBOUND", "code")]);
        while within_alone(&town.site, Limit::Codes("asha@example.org")).await.unwrap() {}
        let pair = town.mailed_pair(&town.asha, &browser_at("192.0.2.7")).await;
        let elsewhere = browser_at("192.0.2.8");
        sign_in::redeem(&town.site, &pair.token, &pair.code, &elsewhere).await.unwrap();
    }
}
