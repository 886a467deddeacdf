use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const BEFORE: &str = "'sign-in', 'welcome', 'received', 'result', 'changed', 'cancelled'";
const AFTER: &str = "'sign-in', 'welcome', 'received', 'result', 'changed', 'cancelled', 'device'";

/// A kind of message more: someone signed in with another device.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        accept(manager, AFTER).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DELETE FROM outbox WHERE kind = 'device'").await?;
        accept(manager, BEFORE).await
    }

    /// On SQLite the table is made anew: all of it or nothing.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Lets `outbox.kind` be one of these. SQLite cannot change a check, so there the table is copied into one that has it.
async fn accept(manager: &SchemaManager<'_>, kinds: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if manager.get_database_backend() == DbBackend::Postgres {
        connection.execute_unprepared("ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check").await?;
        let check = format!("ALTER TABLE outbox ADD CONSTRAINT outbox_kind_check CHECK (kind IN ({kinds}))");
        return connection.execute_unprepared(&check).await.map(|_| ());
    }
    let sql = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'outbox'".to_owned();
    let found = connection.query_one_raw(sea_orm_migration::sea_orm::Statement::from_string(DbBackend::Sqlite, sql));
    let sql: String = found.await?.ok_or_else(|| DbErr::Migration("no table outbox".into()))?.try_get_by_index(0)?;
    let other = if kinds == AFTER { BEFORE } else { AFTER };
    let new = sql.replacen("\"outbox\"", "\"outbox_new\"", 1).replacen(other, kinds, 1);
    if new.matches("outbox_new").count() != 1 || !new.contains(kinds) {
        return Err(DbErr::Migration("the table outbox does not look as it was made".into()));
    }
    let columns = "id, kind, dedupe_key, user_id, event_id, attempt_id, payload, status, priority, attempts, created_at, \
                   due_at, leased_until, sent_at, provider_id, reason";
    for step in [
        new,
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
