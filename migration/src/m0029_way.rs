use sea_orm_migration::{
    prelude::*,
    schema::{string_len, string_len_null},
};

use crate::{amount, index, instant_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// How the ways to send stand, for all instances together: one row each. Who holds a message, when it was handed over, and how
/// often nobody learned what became of it.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let ways = Table::create()
            .table("ways")
            .col(string_len("name", 20).primary_key())
            .col(instant_null("down_since"))
            .col(string_len_null("reason", 500))
            .col(instant_null("probe_at"))
            .col(instant_null("up_since"))
            .col(amount("slowness").default(0))
            .col(instant_null("slowed_at"))
            .col(instant_null("spent_until"))
            .col(instant_null("rest_spent_until"))
            .take();
        manager.create_table(ways).await?;
        for mut column in [string_len_null("holder", 32), instant_null("handed_at"), amount("unsure").default(0).take()]
        {
            manager.alter_table(Table::alter().table("outbox").add_column(&mut column).take()).await?;
        }
        manager.create_index(index("outbox", &["status", "priority", "due_at", "id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let by_turn = Index::drop().name("ix_outbox_status_priority_due_at_id").table("outbox").to_owned();
        manager.drop_index(by_turn).await?;
        for column in ["unsure", "handed_at", "holder"] {
            manager.alter_table(Table::alter().table("outbox").drop_column(column).take()).await?;
        }
        manager.drop_table(Table::drop().table("ways").take()).await
    }
}
