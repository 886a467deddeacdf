use sea_orm_migration::{prelude::*, schema::text};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// How a season went, kept where its page reads it: `pools.course` is JSON of how far apart people were after each of its
/// events, and of how often which kinds of requests got something. The next start computes it, with the standings.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut course = text("course").default("").take();
        manager.alter_table(Table::alter().table("pools").add_column(&mut course).take()).await?;
        let recount = Query::update().table("pools").value("recount", true).take();
        manager.execute(recount).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("pools").drop_column("course").take()).await
    }
}
