//! The one conditional update that holds that no ticket is there twice, whatever else would keep people apart.

use std::sync::Arc;

use ticket_pool::{
    domain::ids::EventId,
    error::Refusal,
    server::{
        db::{
            after::{self, Counts},
            held::{Held, hold_unattended},
        },
        services::after::{self as service, Answer},
    },
};
use tokio::{sync::Barrier, task::JoinSet};

use crate::harness::{DOMAIN, Town, refusal};

impl Town {
    /// The event as it stands, seen and not held: others may go on meanwhile.
    async fn seen(&self, event: EventId) -> Held {
        let tx = self.site.db.write_tx().await.unwrap();
        let held = hold_unattended(&tx, event).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        held
    }

    /// Moves the event on by one entry from what was seen of it, with these counts. Says whether that was done.
    async fn moves_on(&self, seen: &Held, (offered, on_table): (u32, u32)) -> bool {
        let tx = self.site.db.write_tx().await.unwrap();
        let sequence = seen.after.sequence;
        let counts = Counts { seen: sequence, sequence: sequence + 1, offered, on_table, due_at: None };
        let done = after::advance(&tx, seen, counts).await.unwrap();
        tx.commit().await.unwrap();
        done
    }
}

both! {
    async fn of_two_who_go_by_the_same_ledger_the_second_changes_nothing(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let seen = town.seen(event).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        let before = town.snapshot(&DOMAIN).await;
        assert!(!town.moves_on(&seen, (0, 0)).await, "somebody else was faster");
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        assert!(town.moves_on(&town.seen(event).await, (0, 0)).await);
    }

    async fn of_sixty_four_who_go_by_the_same_ledger_one_moves_on(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let (seen, barrier) = (Arc::new(town.seen(event).await), Arc::new(Barrier::new(64)));
        let mut all = JoinSet::new();
        for _ in 0..64 {
            let (town, seen, barrier) = (town.clone(), Arc::clone(&seen), Arc::clone(&barrier));
            all.spawn(async move {
                barrier.wait().await;
                town.moves_on(&seen, (0, 2)).await
            });
        }
        assert_eq!(all.join_all().await.into_iter().filter(|&done| done).count(), 1);
    }

    async fn all_that_there_is_fits_and_one_more_does_not(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        // Five tickets, of which people have three.
        for (offered, on_table, fits) in [(3, 0, false), (2, 1, false), (0, 3, false), (u32::MAX, 1, false), (1, 1, true), (2, 0, true)] {
            let seen = town.seen(event).await;
            assert_eq!(town.moves_on(&seen, (offered, on_table)).await, fits, "{offered} offered, {on_table} on the table");
        }
    }

    async fn what_would_be_more_than_there_is_is_refused_as_a_whole(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        // As no service would: the ledger still says that there are five.
        town.force(&format!("UPDATE events SET tickets = 4 WHERE id = {event}")).await.unwrap();
        let before = town.snapshot(&DOMAIN).await;
        let done = service::answer(&town.site, &town.bram, offer.id, Answer::Take).await;
        assert!(matches!(refusal(done), Refusal::Conflict { .. }));
        assert_eq!(town.snapshot(&DOMAIN).await, before, "no entry, no letter, no ticket");
    }

    async fn without_the_condition_two_have_the_same_ticket(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let barrier = Arc::new(Barrier::new(2));
        let mut all = JoinSet::new();
        for who in [town.bram.person, town.olga.person] {
            let (town, barrier) = (town.clone(), Arc::clone(&barrier));
            all.spawn(async move {
                let free = 5 - town.event(event).await.demand.given;
                barrier.wait().await;
                let more = format!(
                    "UPDATE requests SET allocated = COALESCE(allocated, 0) + {free} WHERE event_id = {event} AND user_id = {who}"
                );
                town.force(&more).await.unwrap();
            });
        }
        all.join_all().await;
        let held: u32 = town.held(event).await.iter().sum();
        assert_eq!(held, 7, "seven of five: this is what the condition is for");
    }
}
