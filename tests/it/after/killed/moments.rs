//! Moments at which the program dies.

use std::time::Duration;

use sea_orm::DbBackend;
use tokio::time::{Instant, sleep};

use crate::harness::Town;

/// When it is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// At any time.
    Any,
    /// As soon as somebody else can see that something happened: after the commit, before anyone was answered or mailed.
    Committed,
    /// While it writes into this table, with more to come, or nothing but the commit.
    Writing(&'static str),
    /// After the program said "commit", before the database did. (In SQLite, which is a part of the program, the two are one.)
    Committing,
}

impl Moment {
    /// All of them, in the order in which a transaction comes by.
    pub const ALL: [Self; 10] = [
        Self::Any,
        Self::Committed,
        Self::Writing("outbox"),
        Self::Committing,
        Self::Writing("after_entries"),
        Self::Writing("requests"),
        Self::Writing("holdings"),
        Self::Writing("offers"),
        Self::Writing("returns"),
        Self::Writing("audit_log"),
    ];

    /// Has the database take its time there, so that it can be hit.
    pub async fn prepare(self, town: &Town) {
        let postgres = town.site.db.backend() == DbBackend::Postgres;
        let steps = match (self, postgres) {
            (Self::Any | Self::Committed, _) | (Self::Committing, false) => return,
            (Self::Writing(table), false) => {
                let slow = |what: &str| {
                    format!(
                        "CREATE TRIGGER slow_{what} AFTER {what} ON {table} BEGIN \
                         SELECT COUNT(*) FROM slow a, slow b, slow c WHERE a.n + b.n + c.n < 0; END"
                    )
                };
                let many = (1..=250).map(|n| format!("({n})")).collect::<Vec<_>>().join(", ");
                vec![
                    "CREATE TABLE slow (n INTEGER)".to_owned(),
                    format!("INSERT INTO slow VALUES {many}"),
                    slow("INSERT"),
                    slow("UPDATE"),
                ]
            }
            (Self::Writing(table), true) => vec![
                SLEEP.to_owned(),
                format!("CREATE TRIGGER slow AFTER INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION slow()"),
            ],
            (Self::Committing, true) => vec![
                SLEEP.to_owned(),
                "CREATE CONSTRAINT TRIGGER slow AFTER UPDATE ON events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW \
                 WHEN (OLD.after_sequence <> NEW.after_sequence OR OLD.after_due_at IS DISTINCT FROM NEW.after_due_at) \
                 EXECUTE FUNCTION slow()"
                    .to_owned(),
            ],
        };
        for step in steps {
            town.force(&step).await.unwrap();
        }
    }

    /// Waits for it, for a second at most. `before`: how much had [happened] when it began; `chance`, from 0 to 1, says how long
    /// where any time will do.
    pub async fn come(self, town: &Town, before: i64, chance: f64) {
        let began = Instant::now();
        match self {
            Self::Committed => {
                while happened(town).await == before && began.elapsed() < Duration::from_secs(1) {
                    sleep(Duration::from_millis(1)).await;
                }
            }
            Self::Any => sleep(Duration::from_secs_f64(chance * 0.4)).await,
            Self::Writing(_) | Self::Committing => sleep(Duration::from_secs_f64(0.1 + chance * 0.4)).await,
        }
    }

    /// Takes it back.
    pub async fn clear(self, town: &Town) {
        let postgres = town.site.db.backend() == DbBackend::Postgres;
        let steps: &[&str] = match (self, postgres) {
            (Self::Any | Self::Committed, _) | (Self::Committing, false) => return,
            (Self::Writing(_), false) => &["DROP TRIGGER slow_INSERT", "DROP TRIGGER slow_UPDATE", "DROP TABLE slow"],
            (_, true) => &["DROP FUNCTION slow CASCADE"],
        };
        // Whoever was killed there still stands there for PostgreSQL, row by row, and would be waited for.
        let stand =
            "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";
        while postgres && town.number(stand).await > 0 {
            sleep(Duration::from_millis(50)).await;
        }
        for step in steps {
            town.force(step).await.unwrap();
        }
    }
}

/// How much was done so far that anybody can see.
pub async fn happened(town: &Town) -> i64 {
    let all = "SELECT (SELECT COUNT(*) FROM after_entries) + (SELECT COUNT(*) FROM returns) + (SELECT COUNT(*) FROM audit_log)";
    town.number(all).await
}

const SLEEP: &str = "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS \
                     $$ BEGIN PERFORM pg_sleep(0.3); RETURN NEW; END $$";
