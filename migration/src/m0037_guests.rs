use sea_orm_migration::{
    prelude::*,
    schema::{integer, string_len},
};

use crate::{amount_null, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Who uses tickets, and whether they did. `guests`: the names that someone gave for their tickets, the first ticket at position
/// 1; removed 30 days after the event. `requests.came`: how many of someone's tickets were used, as noted at the door (null: nobody
/// said).
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create();
        table
            .table("guests")
            .col(integer("event_id"))
            .col(integer("user_id"))
            .col(integer("position").check(Expr::cust("position >= 1")))
            .col(string_len("name", 100))
            .col(string_len("note", 100))
            .primary_key(Index::create().col("event_id").col("user_id").col("position"))
            .foreign_key(&mut points_at("guests", "event_id", "events", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("guests", "user_id", "users", ForeignKeyAction::Cascade));
        manager.create_table(table.take()).await?;
        manager.create_index(crate::index("guests", &["user_id"]).take()).await?;
        let mut came = amount_null("came");
        manager.alter_table(Table::alter().table("requests").add_column(&mut came).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("requests").drop_column("came").take()).await?;
        manager.drop_table(Table::drop().table("guests").take()).await
    }
}
