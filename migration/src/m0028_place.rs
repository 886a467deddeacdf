use sea_orm_migration::{prelude::*, schema::string_len};

use crate::instant_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Where an event takes place, and when it ends: nothing, where nobody said.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut ends_at = instant_null("ends_at");
        ends_at.check(Expr::cust("ends_at > starts_at"));
        for mut column in [string_len("place", 160).default("").take(), ends_at] {
            manager.alter_table(Table::alter().table("events").add_column(&mut column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["ends_at", "place"] {
            manager.alter_table(Table::alter().table("events").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
