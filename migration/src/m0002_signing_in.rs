use sea_orm_migration::{
    prelude::*,
    schema::{char_len, char_len_uniq, integer, integer_null, pk_auto, string_len},
};

use crate::{index, instant, instant_null, points_at, word};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Signing in. No secret stands here, only SHA-256 hashes of secrets (hex).
///
/// An attempt is one asking for a link, known address or not; a link belongs to a person; a session to a signed-in
/// browser; a set-up link makes the first admin of an empty system.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let attempts = Table::create()
            .table("sign_in_attempts")
            .col(pk_auto("id"))
            .col(string_len("email", 254))
            .col(integer_null("user_id"))
            .col(char_len("binding_hash", 64))
            .col(string_len("next", 500))
            .col(instant("created_at"))
            .col(instant("expires_at"))
            .foreign_key(&mut points_at("sign_in_attempts", "user_id", "users", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(attempts).await?;
        manager.create_index(index("sign_in_attempts", &["expires_at"])).await?;

        let links = Table::create()
            .table("sign_in_links")
            .col(pk_auto("id"))
            .col(integer("user_id"))
            .col(integer_null("attempt_id"))
            .col(char_len_uniq("token_hash", 64))
            .col(word("purpose", &["sign-in", "welcome", "command"]))
            .col(instant("created_at"))
            .col(instant("expires_at"))
            .col(instant_null("used_at"))
            .col(instant_null("voided_at"))
            .foreign_key(&mut points_at("sign_in_links", "user_id", "users", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("sign_in_links", "attempt_id", "sign_in_attempts", ForeignKeyAction::SetNull))
            .take();
        manager.create_table(links).await?;
        manager.create_index(index("sign_in_links", &["user_id"])).await?;

        let sessions = Table::create()
            .table("sessions")
            .col(pk_auto("id"))
            .col(integer("user_id"))
            .col(char_len_uniq("token_hash", 64))
            .col(string_len("device", 200))
            .col(instant("created_at"))
            .col(instant("last_seen_at"))
            .col(instant("expires_at"))
            .foreign_key(&mut points_at("sessions", "user_id", "users", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(sessions).await?;
        manager.create_index(index("sessions", &["user_id"])).await?;

        let set_up_links = Table::create()
            .table("set_up_links")
            .col(pk_auto("id"))
            .col(char_len_uniq("token_hash", 64))
            .col(instant("created_at"))
            .col(instant("expires_at"))
            .col(instant_null("used_at"))
            .take();
        manager.create_table(set_up_links).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["set_up_links", "sessions", "sign_in_links", "sign_in_attempts"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}
