use sea_orm_migration::prelude::*;

use crate::amount_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// With how many tickets an event was finalized, where there are more or fewer since; null: with as many as there are.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let add = Table::alter().table("events").add_column(amount_null("result_tickets")).take();
        manager.alter_table(add).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("events").drop_column("result_tickets").take()).await
    }
}
