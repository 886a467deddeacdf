use sea_orm_migration::{
    prelude::*,
    schema::{integer_uniq, pk_auto, string_len, string_len_null},
    sea_orm::{DbBackend, Statement},
};

use crate::{amount, instant, instant_null, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

const BEFORE: &str = "'sign-in', 'welcome', 'received', 'result', 'changed', 'cancelled', 'device'";
const AFTER: &str = "'sign-in', 'welcome', 'received', 'result', 'changed', 'cancelled', 'device', 'address-code', \
                     'address-changed', 'test'";

/// One's own account: a zone of one's own, and changing one's own address.
///
/// A change of address that is under way is a row, one a person: the address wished for, and, once the email to it was
/// made, the argon2id hash of its code. It is gone when the address changed, when it was canceled, or when it ran out. Three
/// kinds of messages more: the code to the new address, the notice to the old one, a test message.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        accept(manager, BEFORE, AFTER).await?;
        let mut zone = string_len_null("zone", 64);
        zone.check(Expr::cust("zone <> ''"));
        manager.alter_table(Table::alter().table("users").add_column(&mut zone).take()).await?;
        let mut tries = amount("tries");
        let changes = Table::create()
            .table("address_changes")
            .col(pk_auto("id"))
            .col(integer_uniq("user_id"))
            .col(string_len("email", 254).check(Expr::cust("email = lower(email)")))
            .col(string_len_null("code_hash", 100))
            .col(instant_null("code_expires_at"))
            .col(tries.default(0))
            .col(instant("asked_at"))
            .col(instant("expires_at"))
            .foreign_key(&mut points_at("address_changes", "user_id", "users", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(changes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("address_changes").take()).await?;
        manager.alter_table(Table::alter().table("users").drop_column("zone").take()).await?;
        let newer = "DELETE FROM outbox WHERE kind IN ('address-code', 'address-changed', 'test')";
        manager.get_connection().execute_unprepared(newer).await?;
        accept(manager, AFTER, BEFORE).await
    }

    /// On SQLite the table of messages is made anew: all of it or nothing.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Lets `outbox.kind` be one of `new` instead of `old`. SQLite cannot change a check, so there the table is copied into
/// one that has it.
async fn accept(manager: &SchemaManager<'_>, old: &str, new: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if manager.get_database_backend() == DbBackend::Postgres {
        connection.execute_unprepared("ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check").await?;
        let check = format!("ALTER TABLE outbox ADD CONSTRAINT outbox_kind_check CHECK (kind IN ({new}))");
        return connection.execute_unprepared(&check).await.map(|_| ());
    }
    let made = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'outbox'";
    let made = connection.query_one_raw(Statement::from_string(DbBackend::Sqlite, made)).await?;
    let made: String = made.ok_or_else(|| DbErr::Migration("no table outbox".into()))?.try_get_by_index(0)?;
    let anew = made.replacen("\"outbox\"", "\"outbox_new\"", 1).replacen(&format!("({old})"), &format!("({new})"), 1);
    if anew.matches("outbox_new").count() != 1 || !anew.contains(&format!("({new})")) {
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
