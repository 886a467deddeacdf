//! Signing in, signing out and being shut out, all at the same moment.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::http::StatusCode;
use ticket_pool::{
    domain::person::{Email, Role},
    server::{
        auth::Secret,
        services::{
            set_up::command_link,
            sign_in::{self, Browser},
        },
    },
};
use tokio::{sync::Barrier, task::JoinSet, time::sleep};

use crate::harness::Town;

/// A link for Asha from a command.
async fn link(town: &Town) -> Secret {
    command_link(&town.site, &Email::parse("asha@example.org").unwrap()).await.unwrap()
}

/// Signs Asha in by a link, in a browser that may have a session.
async fn signs_in(town: &Town, link: &Secret, before: Option<Secret>) -> Secret {
    let browser = Browser { session: before, ..Browser::default() };
    sign_in::redeem(&town.site, link.expose(), "", &browser).await.unwrap().session
}

async fn signs_out(town: &Town, session: &Secret) {
    sign_in::sign_out(&town.site, session, Some(&town.asha)).await.unwrap();
}

both! {
    async fn of_sixty_four_who_sign_in_and_out_at_once_no_session_is_left(town: Town) {
        let (mut all, together) = (JoinSet::new(), Arc::new(Barrier::new(64)));
        for _ in 0..64 {
            let (town, together) = (town.clone(), Arc::clone(&together));
            all.spawn(async move {
                together.wait().await;
                let session = signs_in(&town, &link(&town).await, None).await;
                assert_eq!(town.holder(&session).await.unwrap().name, "Asha");
                signs_out(&town, &session).await;
                town.holder(&session).await.is_none()
            });
        }
        assert_eq!(all.join_all().await, [true; 64]);
        assert_eq!(town.count("sessions", "1 = 1").await, 0);
        for noted in ["action = 'session.start'", "action = 'session.end'"] {
            assert_eq!(town.count("audit_log", noted).await, 64);
        }
    }

    async fn of_signing_in_and_out_with_one_cookie_at_once_that_session_never_stays(town: Town) {
        let mut all = JoinSet::new();
        for _ in 0..64 {
            let town = town.clone();
            all.spawn(async move {
                let (one, two) = (link(&town).await, link(&town).await);
                let first = signs_in(&town, &one, None).await;
                let again = signs_in(&town, &two, Some(first.clone()));
                let (second, ()) = tokio::join!(again, signs_out(&town, &first));
                assert!(town.holder(&first).await.is_none());
                assert_eq!(town.holder(&second).await.unwrap().name, "Asha");
                second
            });
        }
        let left = all.join_all().await;
        assert_eq!(town.count("sessions", "1 = 1").await, 64, "those that were begun last, and no other");
        for session in left {
            signs_out(&town, &session).await;
        }
        assert_eq!(town.count("sessions", "1 = 1").await, 0);
    }

    async fn once_asha_is_deactivated_none_of_fifty_browsers_is_answered_as_hers(town: Town) {
        let (mut all, together) = (JoinSet::new(), Arc::new(Barrier::new(51)));
        let over = Arc::new(AtomicBool::new(false));
        for number in 0..50_usize {
            let mut browser = town.browser_of(&town.asha).await;
            let (together, over) = (Arc::clone(&together), Arc::clone(&over));
            all.spawn(async move {
                assert!(browser.get("/").await.text().contains("Hi, Asha"));
                together.wait().await;
                loop {
                    let after = over.load(Ordering::SeqCst);
                    let answer = if number % 2 == 0 {
                        browser.get("/account").await
                    } else {
                        browser.post("/api/account/sign-out/one", &[("device", "0")]).await
                    };
                    if after {
                        return (number % 2, answer);
                    }
                }
            });
        }
        together.wait().await;
        sleep(Duration::from_millis(100)).await;
        town.change(&town.asha, Role::Member, false).await;
        over.store(true, Ordering::SeqCst);
        for (kind, answer) in all.join_all().await {
            let led = ["/sign-in?next=%2Faccount", "/sign-in"][kind];
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, led));
        }
        assert_eq!(town.count("sessions", "1 = 1").await, 0);
    }
}
