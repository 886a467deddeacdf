use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, char_len, char_len_null, integer, string_len, string_len_null, text, text_null},
    sea_orm::DbBackend,
};

use crate::{index, instant};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What the site said, in one chain that it signs.
///
/// `event` is the public id, not a reference: what was said of an event stays when the event is gone. `label` stands
/// for whom it is about. `key` is the public key behind the signature. The one row of `statement_head` is the end of
/// the chain, with the key that signs next, sealed under the secret key named by `sealed_with`; whoever writes a
/// statement locks it.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let statements = Table::create()
            .table("statements")
            .col(big_integer("number").primary_key())
            .col(string_len("kind", 20))
            .col(string_len_null("event", 64))
            .col(string_len_null("label", 64))
            .col(text("body"))
            .col(char_len("digest", 64))
            .col(char_len("link", 64))
            .col(char_len("key", 64))
            .col(char_len("signature", 128))
            .col(instant("made_at"))
            .take();
        manager.create_table(statements).await?;
        manager.create_index(index("statements", &["event"])).await?;
        manager.create_index(index("statements", &["label"])).await?;

        let head = Table::create()
            .table("statement_head")
            .col(integer("id").primary_key().check(Expr::cust("id = 1")))
            .col(big_integer("number").check(Expr::cust("number >= 0")))
            .col(char_len("link", 64))
            .col(char_len_null("key", 64))
            .col(text_null("sealed_seed"))
            .col(string_len_null("sealed_with", 16))
            .take();
        manager.create_table(head).await?;
        let start = Query::insert()
            .into_table("statement_head")
            .columns(["id", "number", "link"])
            .values_panic([1.into(), 0.into(), "0".repeat(64).into()])
            .take();
        manager.execute(start).await?;
        for statement in never_changed(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["statements", "statement_head"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        if manager.get_database_backend() == DbBackend::Postgres {
            manager.get_connection().execute_unprepared("DROP FUNCTION statements_never_change()").await?;
        }
        Ok(())
    }
}

/// What was said is not taken back.
const fn never_changed(backend: DbBackend) -> &'static [&'static str] {
    match backend {
        DbBackend::Postgres => &[
            "CREATE FUNCTION statements_never_change() RETURNS trigger LANGUAGE plpgsql AS $$ \
             BEGIN RAISE EXCEPTION 'a statement is never changed'; END $$",
            "CREATE TRIGGER statements_never_change BEFORE UPDATE OR DELETE ON statements \
             FOR EACH ROW EXECUTE FUNCTION statements_never_change()",
        ],
        _ => &[
            "CREATE TRIGGER statements_never_change BEFORE UPDATE ON statements \
             BEGIN SELECT RAISE(ABORT, 'a statement is never changed'); END",
            "CREATE TRIGGER statements_never_go BEFORE DELETE ON statements \
             BEGIN SELECT RAISE(ABORT, 'a statement is never changed'); END",
        ],
    }
}
