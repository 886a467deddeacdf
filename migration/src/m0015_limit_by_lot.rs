use sea_orm_migration::{
    prelude::*,
    sea_orm::{DbBackend, Statement},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const BEFORE: &str = "fill_rule IN ('straight', 'turns', 'rising', 'most-people')";
const AFTER: &str = "fill_rule IN ('straight', 'turns', 'rising', 'most-people', 'limit')";

/// One more fill rule: limits by lot.
///
/// A draw is never erased: where one was made by that rule, there is no way back.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        change(manager, BEFORE, AFTER).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        change(manager, AFTER, BEFORE).await
    }

    /// On SQLite the table is made anew: all of it or nothing.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

async fn change(manager: &SchemaManager<'_>, from: &str, to: &str) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Postgres {
        let constraint = "CONSTRAINT draws_fill_rule_check";
        let change = format!("ALTER TABLE draws DROP {constraint}, ADD {constraint} CHECK ({to})");
        return manager.get_connection().execute_unprepared(&change).await.map(|_| ());
    }
    make_anew(manager, from, to).await
}

/// Copies the table into one made by the statement that made it, but for its check: SQLite cannot change a check. The trigger
/// that keeps a draw from being changed is made again as it was.
async fn make_anew(manager: &SchemaManager<'_>, from: &str, to: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let made = |kind: &str| {
        let statements = format!("SELECT sql FROM sqlite_master WHERE type = '{kind}' AND tbl_name = 'draws'");
        connection.query_all_raw(Statement::from_string(DbBackend::Sqlite, statements))
    };
    let (tables, triggers) = (made("table").await?, made("trigger").await?);
    let ([table], [trigger]) = (tables.as_slice(), triggers.as_slice()) else {
        return Err(DbErr::Migration("no table draws with one trigger".into()));
    };
    let (table, trigger): (String, String) = (table.try_get_by_index(0)?, trigger.try_get_by_index(0)?);
    let anew = table.replacen(from, to, 1).replacen("\"draws\"", "\"draws_new\"", 1);
    if !table.contains(from) || anew.matches("draws_new").count() != 1 {
        return Err(DbErr::Migration("the table draws does not look as it was made".into()));
    }
    let columns = "id, event_id, number, order_rule, fill_rule, code, public_input, reason, tickets, record, drawn_at, \
                   drawn_by";
    for step in [
        anew,
        format!("INSERT INTO draws_new ({columns}) SELECT {columns} FROM draws"),
        "DROP TABLE draws".to_owned(),
        "ALTER TABLE draws_new RENAME TO draws".to_owned(),
        trigger,
    ] {
        connection.execute_unprepared(&step).await?;
    }
    Ok(())
}
