use sea_orm_migration::{
    prelude::*,
    sea_orm::{DbBackend, Statement},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const CHECK: &str = "CHECK (kind IN ('sign-in', 'welcome', 'received', 'result', 'changed', 'cancelled', 'device', \
                     'address-code', 'address-changed', 'test'))";

/// The table of messages lists their kinds no longer: the program's own list, and what reads it, hold the rule, so that a
/// new kind needs no new table.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Postgres {
            let drop = "ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check";
            return manager.get_connection().execute_unprepared(drop).await.map(|_| ());
        }
        make_anew(manager, |made| made.replacen(&format!(" {CHECK}"), "", 1)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let unknown = CHECK.replacen("CHECK (kind IN", "DELETE FROM outbox WHERE (kind NOT IN", 1);
        connection.execute_unprepared(&unknown).await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            let add = format!("ALTER TABLE outbox ADD CONSTRAINT outbox_kind_check {CHECK}");
            return connection.execute_unprepared(&add).await.map(|_| ());
        }
        let kind = "\"kind\" varchar(20) NOT NULL";
        make_anew(manager, |made| made.replacen(kind, &format!("{kind} {CHECK}"), 1)).await
    }

    /// On SQLite the table is made anew: all of it or nothing.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Copies the table into one made by the statement that made it, but for a `change`: SQLite cannot change a check.
async fn make_anew(manager: &SchemaManager<'_>, change: impl Fn(&str) -> String) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let made = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'outbox'";
    let made = connection.query_one_raw(Statement::from_string(DbBackend::Sqlite, made)).await?;
    let made: String = made.ok_or_else(|| DbErr::Migration("no table outbox".into()))?.try_get_by_index(0)?;
    let changed = change(&made);
    let anew = changed.replacen("\"outbox\"", "\"outbox_new\"", 1);
    if changed == made || anew.matches("outbox_new").count() != 1 {
        return Err(DbErr::Migration("the table outbox does not look as it was made".into()));
    }
    let columns = "id, kind, dedupe_key, user_id, event_id, attempt_id, payload, status, priority, attempts, created_at, \
                   due_at, leased_until, sent_at, provider_id, reason";
    for step in [
        anew,
        format!("INSERT INTO outbox_new ({columns}) SELECT {columns} FROM outbox"),
        "DROP TABLE outbox".to_owned(),
        "ALTER TABLE outbox_new RENAME TO outbox".to_owned(),
        "CREATE INDEX ix_outbox_status_due_at ON outbox (status, due_at)".to_owned(),
        "CREATE INDEX ix_outbox_event_id ON outbox (event_id)".to_owned(),
        "CREATE INDEX ix_outbox_user_id ON outbox (user_id)".to_owned(),
    ] {
        connection.execute_unprepared(&step).await?;
    }
    Ok(())
}
