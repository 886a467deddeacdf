use sea_orm_migration::{
    prelude::*,
    schema::{char_len_null, integer, pk_auto, string_len},
};

use crate::{amount, index, instant, instant_null, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Ways in that others cannot spoil, and a way back for whoever lost theirs.
///
/// Taking back a change of address is a row for each link that was mailed: the address someone had, and, once the email was
/// made, the SHA-256 of the link's token. Codes tried together with a link of an attempt are counted apart (`link_tries`).
/// `known_epoch` counts how often a person was signed out everywhere: browsers that knew them before do so no longer.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let (mut link_tries, mut known_epoch) = (amount("link_tries"), amount("known_epoch"));
        for (table, column) in [("sign_in_attempts", link_tries.default(0)), ("users", known_epoch.default(0))] {
            manager.alter_table(Table::alter().table(table).add_column(column).take()).await?;
        }
        let undos = Table::create()
            .table("address_undos")
            .col(pk_auto("id"))
            .col(integer("user_id"))
            .col(string_len("email", 254).check(Expr::cust("email = lower(email)")))
            .col(char_len_null("token_hash", 64).unique_key())
            .col(instant("expires_at"))
            .col(instant_null("used_at"))
            .foreign_key(&mut points_at("address_undos", "user_id", "users", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(undos).await?;
        manager.create_index(index("address_undos", &["user_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("address_undos").take()).await?;
        for (table, column) in [("users", "known_epoch"), ("sign_in_attempts", "link_tries")] {
            manager.alter_table(Table::alter().table(table).drop_column(column).take()).await?;
        }
        let newer = "DELETE FROM outbox WHERE kind IN ('address-undo', 'address-set', 'command')";
        manager.get_connection().execute_unprepared(newer).await.map(|_| ())
    }
}
