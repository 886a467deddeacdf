//! However many ask at the same moment, and of however many instances, no more are admitted than the limit says.

use std::sync::Arc;

use ticket_pool::{
    domain::{ids::SessionId, person::Email},
    server::{
        auth::{Client, Secret},
        db::attempts::{self, NewAttempt},
        services::{
            limit::{Limit, within_alone},
            sign_in::BINDING_LASTS,
        },
    },
};
use tokio::{sync::Barrier, task::JoinSet};

use super::{admitted, asks_from};
use crate::harness::Town;

const ASHA: &str = "asha@example.org";

/// The same limit as someone writes it who does not think of two at once: count, then write.
async fn count_then_write(town: &Town, together: &Barrier) {
    let before = town.count("sign_in_attempts", "1 = 1").await;
    together.wait().await;
    if before < 3 {
        let email = Email::parse(ASHA).unwrap();
        let attempt = NewAttempt {
            email: &email,
            binding_hash: Secret::new(&*town.site.chance).hash(),
            next: "/".to_owned(),
            client: "192.0.2.7".to_owned(),
            known: false,
            created_at: town.now(),
            expires_at: town.now() + BINDING_LASTS,
        };
        let tx = town.site.db.write_tx().await.unwrap();
        attempts::insert(&tx, attempt).await.unwrap();
        tx.commit().await.unwrap();
    }
}

both! {
    async fn of_sixty_four_askings_at_once_three_are_admitted(town: Town) {
        let (mut all, together) = (JoinSet::new(), Arc::new(Barrier::new(64)));
        for _ in 0..64 {
            let (town, together) = (town.clone(), Arc::clone(&together));
            all.spawn(async move {
                together.wait().await;
                asks_from(&town, ASHA, "192.0.2.7").await;
            });
        }
        all.join_all().await;
        assert_eq!((admitted(&town, ASHA).await, town.count("outbox", "kind = 'sign-in'").await), (3, 3));
    }

    async fn of_sixty_four_clients_at_once_ten_are_admitted(town: Town) {
        let (mut all, together) = (JoinSet::new(), Arc::new(Barrier::new(64)));
        for number in 0..64 {
            let (town, together) = (town.clone(), Arc::clone(&together));
            all.spawn(async move {
                together.wait().await;
                asks_from(&town, ASHA, &format!("192.0.2.{number}")).await;
            });
        }
        all.join_all().await;
        assert_eq!((admitted(&town, ASHA).await, town.count("outbox", "kind = 'sign-in'").await), (10, 10));
    }

    /// What the two before would look like without the limit's single statement: the control that they can fail.
    async fn counting_first_and_writing_then_would_admit_all(town: Town) {
        let (mut all, together) = (JoinSet::new(), Arc::new(Barrier::new(16)));
        for _ in 0..16 {
            let (town, together) = (town.clone(), Arc::clone(&together));
            all.spawn(async move { count_then_write(&town, &together).await });
        }
        all.join_all().await;
        assert_eq!(town.count("sign_in_attempts", "1 = 1").await, 16);
    }

    async fn two_instances_share_what_may_be_asked(town: Town) {
        let other = town.with_settings(&[]);
        for number in 0..4 {
            let instance = if number % 2 == 0 { &town } else { &other };
            instance.browser_at("192.0.2.7").post("/api/sign-in/ask", &[("email", ASHA)]).await;
        }
        assert_eq!(admitted(&town, ASHA).await, 3);
    }

    async fn two_instances_at_once_share_what_may_be_changed(town: Town) {
        let mut all = JoinSet::new();
        for number in 0..200 {
            let instance = if number % 2 == 0 { town.clone() } else { town.with_settings(&[]) };
            all.spawn(async move { within_alone(&instance.site, Limit::Changes(SessionId::new(7))).await.unwrap() });
        }
        assert_eq!(all.join_all().await.into_iter().filter(|&within| within).count(), 120);
        assert!(within_alone(&town.site, Limit::Changes(SessionId::new(8))).await.unwrap());
        assert!(within_alone(&town.site, Limit::Reports(&Client::default())).await.unwrap());
    }

    /// A bucket that one instance has filled stays full for another whose clock is behind.
    async fn an_instance_whose_clock_is_a_second_behind_gives_no_more(town: Town) {
        while within_alone(&town.site, Limit::AskingFor(ASHA)).await.unwrap() {}
        for behind in [1, 30] {
            town.wait(chrono::TimeDelta::seconds(-behind));
            assert!(!within_alone(&town.site, Limit::AskingFor(ASHA)).await.unwrap(), "{behind}");
            town.wait(chrono::TimeDelta::seconds(behind));
        }
    }
}
