use sea_orm_migration::prelude::*;

use crate::instant_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// When a message failed for good. Of those that had failed before, nobody knows.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let add = Table::alter().table("outbox").add_column(instant_null("failed_at")).take();
        manager.alter_table(add).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("outbox").drop_column("failed_at").take()).await
    }
}
