use sea_orm_migration::{
    prelude::*,
    schema::{integer_null, pk_auto, string_len, text},
};

use crate::{index, instant, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Who did what, to which event or person, when. `details` is JSON without names or addresses.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let log = Table::create()
            .table("audit_log")
            .col(pk_auto("id"))
            .col(instant("at"))
            .col(integer_null("actor_id"))
            .col(string_len("action", 40))
            .col(integer_null("event_id"))
            .col(integer_null("user_id"))
            .col(text("details"))
            .foreign_key(&mut points_at("audit_log", "actor_id", "users", ForeignKeyAction::SetNull))
            .take();
        manager.create_table(log).await?;
        manager.create_index(index("audit_log", &["event_id"])).await?;
        manager.create_index(index("audit_log", &["at"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("audit_log").take()).await
    }
}
