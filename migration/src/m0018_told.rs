use sea_orm_migration::{
    prelude::*,
    schema::{integer_null, text},
    sea_orm::DbBackend,
};

use crate::amount_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What others did to a request, for its person to see.
///
/// `removed_by` removed it (`withdrawn_at` says when), `removed_because` says why; who withdrew their own leaves both empty.
/// `changed_from` is the number the person had been told before the one in `told`, `changed_by` finalized the change (at
/// `told_at`), `changed_because` is the reason.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            person("removed_by"),
            text("removed_because").default("").take(),
            amount_null("changed_from"),
            person("changed_by"),
            text("changed_because").default("").take(),
        ];
        for mut column in columns {
            manager.alter_table(Table::alter().table("requests").add_column(&mut column).take()).await?;
        }
        for statement in within_four_digits(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        if manager.get_database_backend() == DbBackend::Postgres {
            connection.execute_unprepared("ALTER TABLE events DROP CONSTRAINT events_starts_at_within").await?;
        } else {
            connection.execute_unprepared("DROP TRIGGER events_begin_within").await?;
            connection.execute_unprepared("DROP TRIGGER events_move_within").await?;
        }
        for column in ["changed_because", "changed_by", "changed_from", "removed_because", "removed_by"] {
            manager.alter_table(Table::alter().table("requests").drop_column(column).take()).await?;
        }
        Ok(())
    }
}

/// A start whose year has five digits is refused: SQLite keeps instants as text, and such a text sorts before all others. What
/// stands there already is left alone.
const fn within_four_digits(backend: DbBackend) -> &'static [&'static str] {
    match backend {
        DbBackend::Postgres => &["ALTER TABLE events ADD CONSTRAINT events_starts_at_within \
                                  CHECK (starts_at < '10000-01-01') NOT VALID"],
        _ => &[
            "CREATE TRIGGER events_begin_within BEFORE INSERT ON events WHEN NEW.starts_at NOT LIKE '____-__-__%' \
             BEGIN SELECT RAISE(ABORT, 'an event begins before the year 10000'); END",
            "CREATE TRIGGER events_move_within BEFORE UPDATE OF starts_at ON events \
             WHEN NEW.starts_at NOT LIKE '____-__-__%' \
             BEGIN SELECT RAISE(ABORT, 'an event begins before the year 10000'); END",
        ],
    }
}

fn person(name: &'static str) -> ColumnDef {
    integer_null(name).extra("REFERENCES users (id) ON DELETE SET NULL").take()
}
