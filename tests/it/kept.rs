//! What is kept although it follows from requests is what they come to: after every act, and after a season of them.

use std::ops::Range;

use ticket_pool::{
    domain::ids::{EventId, PersonId, SeasonId},
    server::{
        chance::{Chance, SeededChance},
        db::settle::Recount,
        services::recount,
    },
};

use crate::{
    harness::Town,
    no_silent_change::{
        acts::{MOVES, make},
        states::{STATES, in_state},
    },
};

/// Which seasons are made up; `TICKET_POOL_HISTORIES` names others: "10000" the first so many, "5000..10000" those.
fn histories() -> Range<u64> {
    let named = std::env::var("TICKET_POOL_HISTORIES").unwrap_or_else(|_| "60".to_owned());
    let (from, to) = named.split_once("..").unwrap_or(("0", &named));
    from.parse().unwrap()..to.parse().unwrap()
}

/// What is not kept as it is.
async fn wrong(town: &Town) -> Recount {
    recount::run(&town.site).await.unwrap()
}

async fn forget_all_events(town: &Town) {
    for table in ["outbox", "events"] {
        town.force(&format!("DELETE FROM {table}")).await.unwrap();
    }
    wrong(town).await;
}

both! {
    async fn no_act_in_any_state_leaves_anything_behind(town: Town) {
        let mut left = Vec::new();
        for state in STATES {
            for this in MOVES {
                let event = in_state(&town, state).await;
                drop(make(&town, event, this).await);
                let found = wrong(&town).await;
                if found != Recount::default() {
                    left.push(format!("{state:?}, {this:?}: {found:?}"));
                }
            }
            forget_all_events(&town).await;
        }
        assert!(left.is_empty(), "{} left something:\n{}", left.len(), left.join("\n"));
    }

    async fn made_up_seasons_are_kept_as_a_recount_has_them(town: Town) {
        for seed in histories() {
            let chance = SeededChance::new(seed);
            let below = |count: usize| usize::from(u16::from_le_bytes([chance.bytes()[0], chance.bytes()[1]])) % count;
            let mut events: Vec<EventId> = Vec::new();
            let mut story = Vec::new();
            for _ in 0..2 + below(3) {
                let state = STATES[below(STATES.len())];
                story.push(format!("{state:?}"));
                events.push(in_state(&town, state).await);
            }
            for _ in 0..3 + below(6) {
                let (event, this) = (events[below(events.len())], MOVES[below(MOVES.len())]);
                let done = make(&town, event, this).await;
                story.push(format!("{event} {this:?} {}", done.is_ok()));
            }
            assert_eq!(wrong(&town).await, Recount::default(), "season {seed}: {}", story.join(", "));
            forget_all_events(&town).await;
        }
    }

    async fn what_was_forgotten_is_found_and_mended(town: Town) {
        let event = town.finalized_match().await;
        assert_eq!(wrong(&town).await, Recount::default());
        for (sql, events, standings) in [
            ("UPDATE events SET people = people + 1", 1, 0),
            ("UPDATE events SET requested = 0", 1, 0),
            ("UPDATE events SET smallest = 9", 1, 0),
            ("UPDATE events SET given = 0", 1, 0),
            ("UPDATE events SET undecided = 1", 1, 0),
            ("UPDATE standings SET balance = balance + 1", 0, 2),
            ("UPDATE standings SET losses = 7 WHERE user_id = (SELECT MAX(user_id) FROM standings)", 0, 1),
            ("UPDATE standings SET recent = '', latest = ''", 0, 2),
            ("DELETE FROM standings WHERE user_id = (SELECT MIN(user_id) FROM standings)", 0, 1),
            ("INSERT INTO standings SELECT pool_id, 1, asked, got, losses, counting, balance, recent, latest FROM standings \
              WHERE user_id = (SELECT MIN(user_id) FROM standings)", 0, 1),
            ("UPDATE requests SET withdrawn_at = told_at, allocated = NULL", 1, 0),
            ("UPDATE requests SET told = 0 WHERE user_id = (SELECT MIN(user_id) FROM standings)", 0, 2),
        ] {
            town.force(sql).await.unwrap();
            let found = wrong(&town).await;
            assert_eq!((found.events.len(), found.standings.len()), (events, standings), "{sql}: {found:?}");
            assert!(found.events.iter().all(|&wrong| wrong == event), "{sql}");
            assert!(found.standings.iter().all(|wrong| wrong.season == SeasonId::new(1) && wrong.person > PersonId::new(0)));
            assert_eq!(wrong(&town).await, Recount::default(), "{sql}: mended");
        }
    }
}
