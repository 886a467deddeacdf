use sea_orm_migration::{
    prelude::*,
    schema::{integer, pk_auto, text},
};

use crate::{amount, index, instant, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What people ask to hand on to somebody, where that has to be confirmed: who (`user_id`), to whom, how many, and their line to them.
/// A row goes when it is answered, taken back, or can no longer be.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("hand_requests")
            .col(pk_auto("id"))
            .col(integer("event_id"))
            .col(integer("user_id"))
            .col(integer("to_user_id"))
            .col(amount("number"))
            .col(text("line"))
            .col(instant("made_at"))
            .foreign_key(&mut points_at("hand_requests", "event_id", "events", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("hand_requests", "user_id", "users", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("hand_requests", "to_user_id", "users", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(table).await?;
        // One at a time of a person for an event.
        manager.create_index(index("hand_requests", &["event_id", "user_id"]).unique().take()).await?;
        manager.create_index(index("hand_requests", &["user_id"]).take()).await?;
        manager.create_index(index("hand_requests", &["to_user_id"]).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("hand_requests").take()).await
    }
}
