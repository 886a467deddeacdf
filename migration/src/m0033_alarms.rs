use sea_orm_migration::{
    prelude::*,
    schema::{boolean, char_len},
};

use crate::{instant, word};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What is wrong with the site since when, and on which day (UTC) its admins were last told; which admins are not told.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let alarms = Table::create()
            .table("alarms")
            .col(word("cause", &["queue", "failures", "backup", "disk", "admins"]).not_null().primary_key().take())
            .col(instant("since"))
            .col(char_len("told_on", 10))
            .take();
        manager.create_table(alarms).await?;
        let mut quiet = boolean("alarms_off").default(false).take();
        manager.alter_table(Table::alter().table("users").add_column(&mut quiet).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("users").drop_column("alarms_off").take()).await?;
        manager.drop_table(Table::drop().table("alarms").take()).await
    }
}
