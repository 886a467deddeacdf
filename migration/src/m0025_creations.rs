use sea_orm_migration::{
    prelude::*,
    schema::{integer, string_len},
};

use crate::{index, instant, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Which form made which event, for a day: a form that is sent twice makes one.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let creations = Table::create()
            .table("creations")
            .col(integer("user_id"))
            .col(string_len("token", 64))
            .col(integer("event_id"))
            .col(instant("created_at"))
            .primary_key(Index::create().col("user_id").col("token"))
            .foreign_key(&mut points_at("creations", "user_id", "users", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("creations", "event_id", "events", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(creations).await?;
        manager.create_index(index("creations", &["event_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("creations").take()).await
    }
}
