//! Whether someone may still ask once requests are closed: found out by one look, and a fault of that look is no answer.

use sea_orm::DbBackend;
use ticket_pool::{
    domain::ids::EventId,
    error::{Obstacle, Refusal},
    server::services::{Fault, Refused, event, request},
};

use crate::harness::{Town, refusal, wish};

impl Town {
    /// From now on nobody can find out who runs an event; on PostgreSQL it still goes well one more time.
    async fn lose_the_organizers(&self) {
        let lost = "ALTER TABLE event_organizers RENAME TO lost_organizers";
        let steps = match self.site.db.backend() {
            DbBackend::Postgres => vec![
                lost,
                "CREATE SEQUENCE looks",
                "CREATE FUNCTION found() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN \
                 IF nextval('looks') > 1 THEN RAISE EXCEPTION 'nobody can look'; END IF; RETURN true; END $$",
                "CREATE VIEW event_organizers AS SELECT * FROM lost_organizers WHERE found()",
            ],
            _ => vec![lost],
        };
        for step in steps {
            self.force(step).await.unwrap();
        }
    }
}

both! {
    async fn a_fault_of_the_database_is_not_told_as_closed_requests(town: Town) {
        let number = town.closed_match().await;
        event::add_organizer(&town.site, &town.otto, number, &town.olga.person.to_string()).await.unwrap();
        let mut olga = town.browser_of(&town.olga).await;
        town.lose_the_organizers().await;
        if town.site.db.backend() == DbBackend::Postgres {
            // Whoever looks a second time for one act meets the fault in the middle of it.
            town.ask(number, &town.olga, &[1]).await.unwrap();
        }
        let version = town.count("requests", &format!("user_id = {}", town.olga.person)).await;
        let again = wish(&[2], version.try_into().unwrap());
        let done = request::save(&town.site, &town.olga, number, town.olga.person, &again).await;
        assert!(matches!(done, Err(Refused::Fault(Fault::Db(_)))), "{done:?}");
        let done = request::withdraw(&town.site, &town.olga, number, town.olga.person, "").await;
        assert!(matches!(done, Err(Refused::Fault(Fault::Db(_)))), "{done:?}");
        let (event, version) = (number.to_string(), version.to_string());
        let typed = [("event", &*event), ("version", &*version), ("tiers[]", "2")];
        let answer = olga.post_for_json("/api/request/save", &typed).await;
        assert_eq!(answer.status, 500, "{}", answer.body);
        assert!(!answer.body.contains("closed"), "{}", answer.body);
    }

    async fn who_may_ask_once_requests_are_closed_is_found_out_by_one_look(town: Town) {
        let (closed, finalized) = (town.closed_match().await, town.finalized_match().await);
        let statements = async |event: EventId, obstacle: Obstacle| {
            let before = town.site.db.statements();
            let asked = request::save(&town.site, &town.asha, event, town.asha.person, &wish(&[1], 1)).await;
            assert_eq!(refusal(asked), Refusal::NotNow { why: obstacle });
            let withdrawn = request::withdraw(&town.site, &town.asha, event, town.asha.person, "").await;
            assert_eq!(refusal(withdrawn), Refusal::NotNow { why: obstacle });
            town.site.db.statements() - before
        };
        let once = statements(finalized, Obstacle::Finalized).await;
        assert_eq!(statements(closed, Obstacle::RequestsClosed).await, once);
    }
}
