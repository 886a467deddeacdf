use sea_orm_migration::{
    prelude::*,
    schema::{boolean, string_len, string_len_null},
};

use crate::{amount, index, instant_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Link and code of one email are a pair: one row, two ways to spend it.
///
/// `code_hash` is argon2id with a salt of its own; a code is tried at most five times an attempt (`tries`). `client` is the
/// network someone asked from, `known` says that the person had signed in from that browser before.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut tries = amount("tries");
        let columns = [
            ("sign_in_attempts", string_len("client", 64).default("").take()),
            ("sign_in_attempts", tries.default(0).take()),
            ("sign_in_attempts", boolean("known").default(false).take()),
            ("sign_in_links", string_len_null("code_hash", 100).take()),
            ("sign_in_links", instant_null("code_expires_at")),
            ("sign_in_links", instant_null("code_used_at")),
        ];
        for (table, mut column) in columns {
            manager.alter_table(Table::alter().table(table).add_column(&mut column).take()).await?;
        }
        manager.create_index(index("sign_in_attempts", &["binding_hash"])).await?;
        manager.create_index(index("sign_in_links", &["attempt_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [("sign_in_links", "attempt_id"), ("sign_in_attempts", "binding_hash")] {
            let index = format!("ix_{table}_{column}");
            manager.drop_index(Index::drop().name(index).table(table).to_owned()).await?;
        }
        let columns = [
            ("sign_in_links", "code_used_at"),
            ("sign_in_links", "code_expires_at"),
            ("sign_in_links", "code_hash"),
            ("sign_in_attempts", "known"),
            ("sign_in_attempts", "tries"),
            ("sign_in_attempts", "client"),
        ];
        for (table, column) in columns {
            manager.alter_table(Table::alter().table(table).drop_column(column).take()).await?;
        }
        Ok(())
    }
}
