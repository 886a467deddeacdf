//! When someone is removed for good, or an event: what stays names nobody.

use chrono::TimeDelta;
use sea_orm::DbBackend;
use ticket_pool::server::{
    auth::Actor,
    db::after::OfferStatus,
    services::{
        after::{self as service, Answer},
        draw, event,
    },
    worker,
};

use crate::harness::Town;

/// Everything that is kept of what follows a result.
const TABLES: [&str; 4] = ["after_entries", "holdings", "offers", "returns"];

impl Town {
    /// Removes someone for good, as only whoever has the database can: the program keeps what people did.
    async fn remove(&self, who: &Actor) {
        let triggers: &[&str] = if self.site.db.backend() == DbBackend::Postgres {
            &["ALTER TABLE audit_log DISABLE TRIGGER audit_log_only_grows"]
        } else {
            &["DROP TRIGGER IF EXISTS audit_log_never_changes", "DROP TRIGGER IF EXISTS audit_log_never_shrinks"]
        };
        let id = who.person;
        let theirs = [
            format!("DELETE FROM audit_log WHERE user_id = {id} OR actor_id = {id}"),
            format!("DELETE FROM requests WHERE user_id = {id}"),
            format!("DELETE FROM users WHERE id = {id}"),
        ];
        for step in triggers.iter().map(ToString::to_string).chain(theirs) {
            self.force(&step).await.unwrap();
        }
    }
}

both! {
    async fn of_asha_and_bram_who_are_removed_the_ledger_keeps_what_stands_for_them_and_the_record_verifies(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        town.returned(event, &town.asha, 1).await;
        let olga = town.offered(event, &town.olga).await;
        assert!(olga.is_none() && town.event(event).await.after.on_table == 0, "one is not enough for Olga");
        service::give_back(&town.site, &town.bram, (event, town.bram.person), ("1", "", "")).await.unwrap();
        let entries = town.rows("SELECT what, label, number, hash FROM after_entries ORDER BY sequence").await;
        let before = draw::record(&town.site, &town.otto, event, 1).await.unwrap();

        town.remove(&town.asha).await;
        town.remove(&town.bram).await;
        for table in TABLES {
            for gone in [&town.asha, &town.bram] {
                assert_eq!(town.count(table, &format!("user_id = {}", gone.person)).await, 0, "{table}");
            }
        }
        assert_eq!(town.rows("SELECT what, label, number, hash FROM after_entries ORDER BY sequence").await, entries);
        let record = draw::record(&town.site, &town.otto, event, 1).await.unwrap();
        for text in [before, record.clone(), format!("{:?}", town.snapshot(&TABLES).await)] {
            for name in ["Asha", "Bram", "asha@", "bram@"] {
                assert!(!text.contains(name), "{name}: {text}");
            }
        }
        let record = town.record(event, 1).await;
        assert_eq!(record.check(&mut ()), Some(Vec::new()));
        assert_eq!(record.after.unwrap().len(), entries.len());
        let page = town.browser_of(&town.otto).await.get(&format!("/events/{event}")).await;
        assert_eq!(page.status, 200);
    }

    async fn what_was_offered_to_someone_who_is_removed_goes_on_when_its_time_is_over(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        town.remove(&town.bram).await;
        assert_eq!(town.all_offers(event).await, []);
        town.wait(offer.until - town.now());
        service::catch_up(&town.site).await.unwrap();
        let [next] = &town.all_offers(event).await[..] else { panic!("one offer") };
        assert_eq!((next.person, next.number, next.status), (town.olga.person, 2, OfferStatus::Open));
        assert_eq!(town.record(event, 1).await.check(&mut ()), Some(Vec::new()));
    }

    async fn an_event_in_the_trash_is_removed_with_all_that_followed_its_result(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        assert!(town.offered(event, &town.bram).await.is_some());
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("1", "", "")).await.unwrap();
        for table in TABLES {
            assert!(town.count(table, &format!("event_id = {event}")).await > 0, "{table}");
        }
        event::delete(&town.site, &town.dana, event).await.unwrap();
        town.wait(TimeDelta::days(31));
        worker::tidy(&town.site).await.unwrap();
        for table in TABLES {
            assert_eq!(town.count(table, "1 = 1").await, 0, "{table}");
        }
        assert_eq!(town.count("outbox", &format!("event_id = {event}")).await, 0);
        assert_eq!(service::catch_up(&town.site).await.unwrap(), 0);
        let stays = town.rows("SELECT details FROM audit_log WHERE action = 'event.purge'").await;
        let stays = stays[0]["details"].to_string();
        assert!(!stays.contains("Asha") && !stays.contains("Bram"), "{stays}");
    }
}
