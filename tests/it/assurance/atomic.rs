//! A step that breaks off leaves nothing behind, wherever it breaks off.

use sea_orm::DbBackend;
use ticket_pool::{
    domain::person::Role,
    server::services::{Fault, Refused, allocation::Telling, event, person, sign_in},
};

use crate::harness::{DOMAIN, Town, person_form};

impl Town {
    /// From now on nothing can be written into a table.
    async fn block(&self, table: &str) {
        let steps = match self.site.db.backend() {
            DbBackend::Postgres => vec![
                format!(
                    "CREATE OR REPLACE FUNCTION blocked() RETURNS trigger LANGUAGE plpgsql AS $$ \
                     BEGIN RAISE EXCEPTION 'broken off'; END $$"
                ),
                format!(
                    "CREATE TRIGGER blocked BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION blocked()"
                ),
            ],
            _ => ["INSERT", "UPDATE"]
                .map(|what| {
                    format!(
                        "CREATE TRIGGER blocked_{what} BEFORE {what} ON {table} BEGIN SELECT RAISE(ABORT, 'broken off'); END"
                    )
                })
                .to_vec(),
        };
        for step in steps {
            self.force(&step).await.unwrap();
        }
    }

    async fn unblock(&self, table: &str) {
        let steps = match self.site.db.backend() {
            DbBackend::Postgres => vec![format!("DROP TRIGGER blocked ON {table}")],
            _ => ["INSERT", "UPDATE"].map(|what| format!("DROP TRIGGER blocked_{what}")).to_vec(),
        };
        for step in steps {
            self.force(&step).await.unwrap();
        }
    }
}

/// Does it with each of these tables blocked: it fails, and nothing at all is written.
async fn breaks_off<T: std::fmt::Debug, F: Future<Output = Result<T, Refused>>>(
    town: &Town,
    tables: &[&str],
    step: impl Fn() -> F,
) {
    for table in tables {
        let before = town.snapshot(&DOMAIN).await;
        town.block(table).await;
        let done = step().await;
        town.unblock(table).await;
        assert!(matches!(done, Err(Refused::Fault(Fault::Db(_)))), "{table}: {done:?}");
        assert_eq!(town.snapshot(&DOMAIN).await, before, "{table}");
    }
}

both! {
    async fn whatever_breaks_off_in_the_middle_leaves_nothing_behind(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let (_, token) = town.mailed_link(&town.asha).await;
        breaks_off(&town, &["events", "requests", "outbox", "audit_log"], || town.finalize(number, Telling::All)).await;
        breaks_off(&town, &["events", "outbox", "audit_log"], || event::cancel(&town.site, &town.otto, number)).await;
        let cleo = person_form("Cleo", Role::Member);
        breaks_off(&town, &["users", "outbox", "audit_log"], || person::add(&town.site, &town.dana, &cleo)).await;
        let browser = sign_in::Browser::default();
        breaks_off(&town, &["sign_in_attempts", "outbox"], || {
            sign_in::ask(&town.site, "asha@example.org", "/", &browser)
        })
        .await;
        breaks_off(&town, &["sign_in_links", "sessions", "outbox", "audit_log"], || town.redeem(&token)).await;
        breaks_off(&town, &["users", "audit_log"], || {
            town.change_as(&town.dana, &town.asha, Role::Member, false)
        })
        .await;
        town.finalize(number, Telling::All).await.unwrap();
        town.redeem(&token).await.unwrap();
    }
}
