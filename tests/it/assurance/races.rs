//! Sixty-four at once; and the same without the guard, to see that the race is one.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, Statement};
use ticket_pool::{
    domain::ids::EventId,
    error::{Obstacle, Refusal},
    server::{
        auth::Secret,
        services::{
            allocation,
            sign_in::{self, Browser},
        },
    },
};
use tokio::{sync::Barrier, task::JoinSet};

use crate::harness::{Town, board, finalizing, refusal};

const MANY: usize = 64;

/// What is given of an event.
async fn given(town: &Town, event: EventId) -> i64 {
    number(town, &format!("SELECT CAST(COALESCE(SUM(allocated), 0) AS BIGINT) FROM requests WHERE event_id = {event}"))
        .await
}

async fn number(town: &Town, sql: &str) -> i64 {
    let statement = Statement::from_string(town.site.db.backend(), sql);
    town.site.db.read().query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

/// Does the same in many tasks, all of which look first and then, when all have looked, act.
async fn look_then_act<F, G>(many: usize, step: impl Fn(usize, Arc<Barrier>) -> F) -> usize
where
    F: Future<Output = G> + Send + 'static,
    G: Into<bool> + Send + 'static,
{
    let barrier = Arc::new(Barrier::new(many));
    let mut all = JoinSet::new();
    for n in 0..many {
        all.spawn(step(n, Arc::clone(&barrier)));
    }
    all.join_all().await.into_iter().filter_map(|acted| acted.into().then_some(())).count()
}

both! {
    async fn sixty_four_allocations_racing_finalize_never_give_more_than_there_is(town: Town) {
        let event = town.closed_match().await;
        let (asha, bram) = (town.request(event, &town.asha).await.id, town.request(event, &town.bram).await.id);
        let mut all = JoinSet::new();
        for n in 0..MANY {
            let town = town.clone();
            all.spawn(async move {
                let version = town.event(event).await.board_version;
                let gives = if n % 2 == 0 { [(asha, Some(4)), (bram, Some(1))] } else { [(asha, Some(2)), (bram, Some(3))] };
                let saved = allocation::save(&town.site, &town.otto, event, &board(version, &gives)).await;
                if n % 8 == 0 {
                    let version = (version + 1).to_string();
                    let _ = allocation::finalize(&town.site, &town.otto, event, finalizing(&version)).await;
                }
                saved.is_ok()
            });
        }
        let saved = all.join_all().await.into_iter().filter(|saved| *saved).count();
        assert!(saved >= 1 && given(&town, event).await <= 5, "{saved} saved");
    }

    async fn without_the_check_inside_the_transaction_more_is_given_than_there_is(town: Town) {
        let event = town.closed_match().await;
        let (asha, bram) = (town.request(event, &town.asha).await.id, town.request(event, &town.bram).await.id);
        let acted = look_then_act(2, |n, barrier| {
            let town = town.clone();
            let (request, tickets) = if n == 0 { (asha, 4) } else { (bram, 3) };
            async move {
                let fits = given(&town, event).await + tickets <= 5;
                barrier.wait().await;
                if fits {
                    town.force(&format!("UPDATE requests SET allocated = {tickets} WHERE id = {request}")).await.unwrap();
                }
                fits
            }
        })
        .await;
        assert_eq!((acted, given(&town, event).await), (2, 7), "six or seven of five: this is what the check is for");
    }

    async fn of_sixty_four_redemptions_of_one_link_one_gets_a_session(town: Town) {
        let (_, token) = town.mailed_link(&town.asha).await;
        let mut all = JoinSet::new();
        for _ in 0..MANY {
            let (town, token) = (town.clone(), token.clone());
            all.spawn(async move { sign_in::redeem(&town.site, &token, "", &Browser::default()).await });
        }
        let (won, lost): (Vec<_>, Vec<_>) = all.join_all().await.into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), town.count("sessions", "1 = 1").await), (1, 1));
        for lost in lost {
            assert_eq!(refusal(lost), Refusal::NotNow { why: Obstacle::LinkSpent });
        }
    }

    async fn without_the_conditional_update_one_link_gives_many_sessions(town: Town) {
        let (_, token) = town.mailed_link(&town.asha).await;
        let hash = Secret::presented(&token).unwrap().hash();
        let acted = look_then_act(8, |n, barrier| {
            let (town, hash) = (town.clone(), hash.clone());
            async move {
                let unused = town.count("sign_in_links", &format!("token_hash = '{hash}' AND used_at IS NULL")).await == 1;
                barrier.wait().await;
                if unused {
                    let now = "'2026-11-22 12:00:00+00:00'";
                    let used = format!("UPDATE sign_in_links SET used_at = {now} WHERE token_hash = '{hash}'");
                    let session = format!(
                        "INSERT INTO sessions (user_id, token_hash, device, created_at, last_seen_at, expires_at) \
                         VALUES ({}, 'naive{n}', '', {now}, {now}, {now})",
                        town.asha.person
                    );
                    town.force(&used).await.unwrap();
                    town.force(&session).await.unwrap();
                }
                unused
            }
        })
        .await;
        assert_eq!((acted, town.count("sessions", "1 = 1").await), (8, 8), "this is what the condition is for");
    }

    async fn without_the_lock_two_admins_remove_each_other(town: Town) {
        town.change(&town.otto, ticket_pool::domain::person::Role::Admin, true).await;
        let admins = "role = 'admin' AND status = 'active'";
        let acted = look_then_act(2, |n, barrier| {
            let town = town.clone();
            async move {
                let others = town.count("users", admins).await > 1;
                barrier.wait().await;
                let who = if n == 0 { town.dana.person } else { town.otto.person };
                if others {
                    town.force(&format!("UPDATE users SET role = 'member' WHERE id = {who}")).await.unwrap();
                }
                others
            }
        })
        .await;
        assert_eq!((acted, town.count("users", admins).await), (2, 0), "this is what the lock is for");
    }
}
