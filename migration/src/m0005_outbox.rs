use sea_orm_migration::{
    prelude::*,
    schema::{integer_null, pk_auto, string_len_null, string_len_uniq, text},
};

use crate::{amount, index, instant, instant_null, points_at, word};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Messages to send, written in the transaction of what they tell.
///
/// `dedupe_key` makes telling twice impossible. `skipped` is a message that had nobody to go to anymore (unknown,
/// deactivated); `failed` stays, with its reason.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let outbox = Table::create()
            .table("outbox")
            .col(pk_auto("id"))
            .col(word("kind", &["sign-in", "welcome", "received", "result", "changed", "cancelled"]))
            .col(string_len_uniq("dedupe_key", 120))
            .col(integer_null("user_id"))
            .col(integer_null("event_id"))
            .col(integer_null("attempt_id"))
            .col(text("payload"))
            .col(word("status", &["waiting", "sending", "sent", "failed", "skipped"]))
            .col(amount("priority").default(1))
            .col(amount("attempts").default(0))
            .col(instant("created_at"))
            .col(instant("due_at"))
            .col(instant_null("leased_until"))
            .col(instant_null("sent_at"))
            .col(string_len_null("provider_id", 200))
            .col(string_len_null("reason", 500))
            .foreign_key(&mut points_at("outbox", "user_id", "users", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("outbox", "event_id", "events", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("outbox", "attempt_id", "sign_in_attempts", ForeignKeyAction::SetNull))
            .take();
        manager.create_table(outbox).await?;
        manager.create_index(index("outbox", &["status", "due_at"])).await?;
        manager.create_index(index("outbox", &["event_id"])).await?;
        manager.create_index(index("outbox", &["user_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("outbox").take()).await
    }
}
