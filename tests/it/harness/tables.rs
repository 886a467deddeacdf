//! Tables as they are, past all services.

use sea_orm::{DbBackend, FromQueryResult, JsonValue, Statement};
use ticket_pool::{
    domain::ids::EventId,
    server::db::{ConnectionTrait, DbErr},
};

use super::Town;

/// Everything that is not a passing note about a browser.
pub const DOMAIN: [&str; 25] = [
    "users",
    "emails_off",
    "sign_in_attempts",
    "sign_in_links",
    "sessions",
    "address_changes",
    "address_undos",
    "set_up_links",
    "pools",
    "pool_stewards",
    "events",
    "event_organizers",
    "requests",
    "request_tiers",
    "request_lists",
    "draws",
    "after_entries",
    "hand_requests",
    "holdings",
    "offers",
    "returns",
    "handouts",
    "guests",
    "outbox",
    "audit_log",
];

impl Town {
    /// The rows of a query, as JSON.
    pub async fn rows(&self, sql: &str) -> Vec<JsonValue> {
        let statement = Statement::from_string(self.site.db.backend(), sql);
        JsonValue::find_by_statement(statement).all(self.site.db.read()).await.unwrap()
    }

    /// How many rows a table has under a condition.
    pub async fn count(&self, table: &str, condition: &str) -> i64 {
        self.number(&format!("SELECT COUNT(*) FROM {table} WHERE {condition}")).await
    }

    /// The one number that a statement finds.
    pub async fn number(&self, sql: &str) -> i64 {
        let statement = Statement::from_string(self.site.db.backend(), sql);
        self.site.db.read().query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// Whole tables, to be compared with themselves later.
    pub async fn snapshot(&self, tables: &[&str]) -> Vec<(String, Vec<JsonValue>)> {
        let mut all = Vec::new();
        for &table in tables {
            all.push((table.to_owned(), self.rows(&format!("SELECT * FROM {table} ORDER BY 1, 2")).await));
        }
        all
    }

    /// Writes past all services.
    pub async fn force(&self, sql: &str) -> Result<u64, DbErr> {
        let tx = self.site.db.write_tx().await?;
        let written = tx.execute_unprepared(sql).await?.rows_affected();
        tx.commit().await?;
        Ok(written)
    }

    /// Sends everyone away, as nothing in the program can: the audit log forbids it.
    pub async fn empty(&self) {
        let everything = ["DELETE FROM outbox", "DELETE FROM audit_log", "DELETE FROM users"];
        let steps: Vec<String> = if self.site.db.backend() == DbBackend::Postgres {
            let trigger = |switch: &str| format!("ALTER TABLE audit_log {switch} TRIGGER audit_log_only_grows");
            [vec![trigger("DISABLE")], everything.map(ToOwned::to_owned).to_vec(), vec![trigger("ENABLE")]].concat()
        } else {
            let again = "CREATE TRIGGER audit_log_never_shrinks BEFORE DELETE ON audit_log \
                             BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END";
            let first = "DROP TRIGGER audit_log_never_shrinks";
            [first].into_iter().chain(everything).chain([again]).map(ToOwned::to_owned).collect()
        };
        for step in steps {
            self.force(&step).await.unwrap();
        }
    }

    /// Takes back everything that was stated, as nothing in the program can.
    pub async fn forget_statements(&self) {
        self.rewrite_statements("DELETE FROM statements").await;
    }

    /// Takes back what was stated after this number, and goes on from there: as a restored copy of the database would,
    /// or one who has key and database.
    pub async fn go_back_to_statement(&self, number: u64) {
        self.rewrite_statements(&format!("DELETE FROM statements WHERE number > {number}")).await;
        let link = format!("(SELECT link FROM statements WHERE number = {number})");
        self.force(&format!("UPDATE statement_head SET number = {number}, link = {link}")).await.unwrap();
    }

    /// Changes what was stated, past the triggers that forbid it.
    pub async fn rewrite_statements(&self, sql: &str) {
        let never = "BEGIN SELECT RAISE(ABORT, 'a statement is never changed'); END";
        let steps = if self.site.db.backend() == DbBackend::Postgres {
            let trigger = |switch: &str| format!("ALTER TABLE statements {switch} TRIGGER statements_never_change");
            vec![trigger("DISABLE"), sql.to_owned(), trigger("ENABLE")]
        } else {
            let trigger = |name: &str, on: &str| {
                format!("CREATE TRIGGER statements_never_{name} BEFORE {on} ON statements {never}")
            };
            vec![
                "DROP TRIGGER statements_never_change".to_owned(),
                "DROP TRIGGER statements_never_go".to_owned(),
                sql.to_owned(),
                trigger("change", "UPDATE"),
                trigger("go", "DELETE"),
            ]
        };
        for step in steps {
            self.force(&step).await.unwrap();
        }
    }

    /// What was noted about an event, oldest first.
    pub async fn noted(&self, event: EventId) -> Vec<String> {
        let rows = self.rows(&format!("SELECT action FROM audit_log WHERE event_id = {event} ORDER BY id")).await;
        rows.iter().map(|row| row["action"].as_str().unwrap().to_owned()).collect()
    }
}
