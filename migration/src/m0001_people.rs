use sea_orm_migration::{
    prelude::*,
    schema::{char_len_uniq, integer, pk_auto, string_len, string_len_uniq},
};

use crate::{instant, word};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// People. The address is lower-cased before it comes here, so one person has one; the random public id never changes.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let people = Table::create()
            .table("users")
            .col(pk_auto("id"))
            .col(char_len_uniq("public_id", 32))
            .col(string_len("name", 100).check(Expr::cust("name <> ''")))
            .col(string_len_uniq("email", 254).check(Expr::cust("email = lower(email)")))
            .col(word("role", &["member", "organizer", "admin"]))
            .col(word("status", &["active", "inactive"]))
            .col(integer("version").default(0))
            .col(instant("created_at"))
            .take();
        manager.create_table(people).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("users").take()).await
    }
}
