use ticket_pool::{
    domain::ids::EventId,
    server::db::{
        after::{self, Counts},
        held::hold_unattended,
    },
};

use crate::harness::Town;

/// Whether an event may move on to these counts from this entry; nothing stays of it.
async fn moves(town: &Town, event: EventId, (seen, offered, on_table): (u32, u32, u32)) -> bool {
    let tx = town.site.db.write_tx().await.unwrap();
    let held = hold_unattended(&tx, event).await.unwrap().unwrap();
    let counts = Counts { seen, sequence: seen + 1, offered, on_table, due_at: None };
    after::advance(&tx, &held, counts).await.unwrap()
}

both! {
    async fn no_statement_promises_more_tickets_than_there_are_or_overlooks_what_came_between(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let now = town.event(event).await.after.sequence;
        assert!(now > 0);
        // Of five, Asha has two and Bram one: two are left.
        for (offered, on_table) in [(0, 0), (2, 0), (0, 2), (1, 1)] {
            assert!(moves(&town, event, (now, offered, on_table)).await, "{offered} {on_table}");
        }
        for (offered, on_table) in [(3, 0), (0, 3), (2, 1), (1, 2), (u32::MAX, 1)] {
            assert!(!moves(&town, event, (now, offered, on_table)).await, "{offered} {on_table}");
        }
        for seen in [0, now - 1, now + 1] {
            assert!(!moves(&town, event, (seen, 1, 0)).await, "{seen}");
        }
    }
}
