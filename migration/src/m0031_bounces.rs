use sea_orm_migration::{
    prelude::*,
    schema::{string_len, string_len_null},
};

use crate::{index, instant, instant_null, word};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// To whom emails do not get, since when and why; who complained of one. Which messages of Amazon SNS have come, for a while: each
/// is believed once. `taken` is the `Message-ID` of an email that the email service says it took.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let why = word("failing_why", &["bounced", "refused"]).null().take();
        for mut column in [instant_null("failing_since"), why, instant_null("complained_at")] {
            manager.alter_table(Table::alter().table("users").add_column(&mut column).take()).await?;
        }
        let messages = Table::create()
            .table("sns_messages")
            .col(string_len("id", 100).primary_key())
            .col(instant("at"))
            .col(string_len_null("taken", 200))
            .take();
        manager.create_table(messages).await?;
        manager.create_index(index("sns_messages", &["at"])).await?;
        manager.create_index(index("sns_messages", &["taken"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("sns_messages").take()).await?;
        for column in ["complained_at", "failing_why", "failing_since"] {
            manager.alter_table(Table::alter().table("users").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
