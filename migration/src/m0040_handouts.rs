use sea_orm_migration::{
    prelude::*,
    schema::{blob, integer, string_len, string_len_null},
};

use crate::{amount, index, instant, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What an organizer hands out to those who have tickets: a line, such as where their seats are, and a PDF.
///
/// `number`: how many tickets they had when it was handed out. `file_name` is null where there is no file;
/// Files stand apart, so that nobody reads them along with a list.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let key = || Index::create().col("event_id").col("user_id").take();
        let handouts = Table::create()
            .table("handouts")
            .col(integer("event_id"))
            .col(integer("user_id"))
            .col(string_len("line", 200))
            .col(amount("number"))
            .col(string_len_null("file_name", 120))
            .col(amount("file_size"))
            .col(instant("updated_at"))
            .primary_key(&mut key())
            .foreign_key(&mut points_at("handouts", "event_id", "events", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("handouts", "user_id", "users", ForeignKeyAction::Cascade))
            .take();
        let files = Table::create()
            .table("handout_files")
            .col(integer("event_id"))
            .col(integer("user_id"))
            .col(blob("content"))
            .primary_key(&mut key())
            .foreign_key(&mut points_at("handout_files", "event_id", "events", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("handout_files", "user_id", "users", ForeignKeyAction::Cascade))
            .take();
        for table in [handouts, files] {
            manager.create_table(table).await?;
        }
        for table in ["handouts", "handout_files"] {
            manager.create_index(index(table, &["user_id"]).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["handout_files", "handouts"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}
