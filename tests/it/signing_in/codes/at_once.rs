//! Many at once with one email: five tries and no more, one session and no more.

use chrono::TimeDelta;
use ticket_pool::{
    domain::typed::Problem,
    error::Refusal,
    server::services::{
        Done,
        sign_in::{self, Browser, SignedIn, redeem_code},
    },
};
use tokio::task::JoinSet;

use super::{SPENT, problem, tries, wrong};
use crate::{
    harness::{Town, refusal},
    signing_in::Pair,
};

/// One code so many times at the same moment, in the browser that asked.
async fn all_at_once(town: &Town, pair: &Pair, code: &str, many: usize) -> Vec<Done<SignedIn>> {
    let mut all = JoinSet::new();
    for _ in 0..many {
        let (town, asker, code) = (town.clone(), pair.asker(), code.to_owned());
        all.spawn(async move { redeem_code(&town.site, &code, &asker).await });
    }
    all.join_all().await
}

/// However many wrong codes are tried at once, five are tried.
async fn five_are_tried_of(town: &Town, many: usize) {
    let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
    let told: Vec<_> = all_at_once(town, &pair, &wrong(&pair.code), many).await.into_iter().map(problem).collect();
    let wrongs = told.iter().filter(|problem| matches!(problem, Problem::WrongCode { .. })).count();
    let over = told.iter().filter(|&problem| *problem == Problem::NoMoreTries).count();
    assert_eq!((told.len(), wrongs + over), (many, many), "{told:?}");
    assert!((1..=5).contains(&wrongs), "{told:?}");
    assert_eq!(tries(town, &town.asha).await, 5);
    assert_eq!(town.count("audit_log", "action = 'sign-in.wrong-code'").await, 5);
    assert_eq!(problem(redeem_code(&town.site, &pair.code, &pair.asker()).await), Problem::NoMoreTries);
    sign_in::redeem(&town.site, &pair.token, "", &pair.asker()).await.unwrap();
}

/// One of them got a session; the others were refused as it befits who comes too late.
async fn one_got_in(town: &Town, all: Vec<Done<SignedIn>>) {
    let (mut won, lost): (Vec<_>, Vec<_>) = all.into_iter().partition(Result::is_ok);
    assert_eq!((won.len(), town.count("sessions", "1 = 1").await), (1, 1));
    let session = won.remove(0).unwrap().session;
    assert_eq!(town.holder(&session).await.unwrap().name, "Asha");
    for one in lost {
        match refusal(one) {
            spent if spent == SPENT => {}
            Refusal::Invalid { fields } => match &fields[0].problem {
                Problem::WrongCode { .. } | Problem::NoMoreTries => {}
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }
}

both! {
    async fn of_six_wrong_codes_at_once_five_are_tried(town: Town) {
        five_are_tried_of(&town, 6).await;
    }

    async fn of_sixty_four_wrong_codes_at_once_five_are_tried(town: Town) {
        five_are_tried_of(&town, 64).await;
    }

    async fn of_five_right_codes_at_once_one_gets_a_session(town: Town) {
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        let all = all_at_once(&town, &pair, &pair.code, 5).await;
        one_got_in(&town, all).await;
    }

    /// ASVS 6.5.1.
    async fn of_sixty_four_by_link_and_by_code_at_once_one_gets_a_session(town: Town) {
        let pair = town.mailed_pair(&town.asha, &Browser::default()).await;
        let mut all = JoinSet::new();
        for number in 0..64 {
            let (town, asker) = (town.clone(), pair.asker());
            let (token, code) = (pair.token.clone(), pair.code.clone());
            all.spawn(async move {
                if number % 2 == 0 {
                    redeem_code(&town.site, &code, &asker).await
                } else {
                    sign_in::redeem(&town.site, &token, "", &asker).await
                }
            });
        }
        one_got_in(&town, all.join_all().await).await;
        let both_halves = "used_at IS NOT NULL AND code_used_at IS NOT NULL AND purpose = 'sign-in'";
        assert_eq!(town.count("sign_in_links", both_halves).await, 1);
    }

    /// Each voids the other, and neither waits for the other forever.
    async fn of_two_mails_used_at_once_one_gets_a_session(town: Town) {
        for _ in 0..16 {
            let one = town.mailed_pair(&town.asha, &Browser::default()).await;
            let two = town.mailed_pair(&town.asha, &Browser::default()).await;
            let (one_asker, two_asker) = (one.asker(), two.asker());
            let (first, second) = tokio::join!(
                sign_in::redeem(&town.site, &one.token, "", &one_asker),
                sign_in::redeem(&town.site, &two.token, "", &two_asker),
            );
            one_got_in(&town, vec![first, second]).await;
            town.force("DELETE FROM sessions").await.unwrap();
            town.wait(TimeDelta::minutes(15));
        }
    }
}
