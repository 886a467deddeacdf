use sea_orm_migration::{prelude::*, schema::string_len, sea_orm::DbBackend};

use crate::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// The audit log says from where (a network, or the command line) and can only grow: whoever changes or removes an entry is
/// refused by the database itself, whichever way they come.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut client = string_len("client", 64);
        manager.alter_table(Table::alter().table("audit_log").add_column(client.default("")).take()).await?;
        manager.create_index(index("audit_log", &["user_id"])).await?;
        manager.create_index(index("audit_log", &["actor_id"])).await?;
        for statement in append_only(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        for statement in no_longer(manager.get_database_backend()) {
            connection.execute_unprepared(statement).await?;
        }
        for column in ["actor_id", "user_id"] {
            let index = format!("ix_audit_log_{column}");
            manager.drop_index(Index::drop().name(index).table("audit_log").to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("audit_log").drop_column("client").take()).await
    }
}

const fn append_only(backend: DbBackend) -> &'static [&'static str] {
    match backend {
        DbBackend::Postgres => &[
            "ALTER TABLE audit_log ADD CONSTRAINT audit_log_says_what CHECK (action <> '')",
            "CREATE FUNCTION audit_log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$ \
             BEGIN RAISE EXCEPTION 'the audit log only grows'; END $$",
            "CREATE TRIGGER audit_log_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log \
             FOR EACH STATEMENT EXECUTE FUNCTION audit_log_only_grows()",
        ],
        _ => &[
            "CREATE TRIGGER audit_log_says_what BEFORE INSERT ON audit_log WHEN NEW.action = '' \
             BEGIN SELECT RAISE(ABORT, 'an entry says what was done'); END",
            // What INSERT OR REPLACE removes is not told to a trigger for DELETE.
            "CREATE TRIGGER audit_log_replaces_nothing BEFORE INSERT ON audit_log \
             WHEN EXISTS (SELECT 1 FROM audit_log WHERE id = NEW.id) \
             BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END",
            "CREATE TRIGGER audit_log_never_changes BEFORE UPDATE ON audit_log \
             BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END",
            "CREATE TRIGGER audit_log_never_shrinks BEFORE DELETE ON audit_log \
             BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END",
        ],
    }
}

const fn no_longer(backend: DbBackend) -> &'static [&'static str] {
    match backend {
        DbBackend::Postgres => &[
            "DROP TRIGGER audit_log_only_grows ON audit_log",
            "DROP FUNCTION audit_log_only_grows()",
            "ALTER TABLE audit_log DROP CONSTRAINT audit_log_says_what",
        ],
        _ => &[
            "DROP TRIGGER audit_log_says_what",
            "DROP TRIGGER audit_log_replaces_nothing",
            "DROP TRIGGER audit_log_never_changes",
            "DROP TRIGGER audit_log_never_shrinks",
        ],
    }
}
