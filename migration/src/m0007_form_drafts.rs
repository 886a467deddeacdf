use sea_orm_migration::{
    prelude::*,
    schema::{char_len, integer_null, string_len, text},
};

use crate::{index, instant, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What was typed into a form that could not be accepted, kept ten minutes for the page that shows it again.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drafts = Table::create()
            .table("form_drafts")
            .col(char_len("id", 32).primary_key())
            .col(integer_null("session_id"))
            .col(string_len("form", 40))
            .col(text("body"))
            .col(text("refusal"))
            .col(instant("expires_at"))
            .foreign_key(&mut points_at("form_drafts", "session_id", "sessions", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(drafts).await?;
        manager.create_index(index("form_drafts", &["expires_at"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("form_drafts").take()).await
    }
}
