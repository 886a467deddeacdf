use sea_orm_migration::{
    prelude::*,
    schema::{boolean, integer},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// `since_result`: whether the number of a request came about after a result, by what its person gave back or took. What someone
/// would have with an offer follows from what they have: nothing of it is stored anymore.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut since_result = boolean("since_result").default(false).take();
        manager.alter_table(Table::alter().table("requests").add_column(&mut since_result).take()).await?;
        manager.alter_table(Table::alter().table("offers").drop_column("would_have").take()).await?;
        let moved = "UPDATE requests SET since_result = TRUE WHERE told = allocated AND EXISTS (SELECT 1 FROM holdings h \
             WHERE h.event_id = requests.event_id AND h.user_id = requests.user_id \
             AND (h.given <> requests.allocated OR requests.joined_after))";
        manager.get_connection().execute_unprepared(moved).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut would_have = integer("would_have").default(0).take();
        manager.alter_table(Table::alter().table("offers").add_column(&mut would_have).take()).await?;
        manager.alter_table(Table::alter().table("requests").drop_column("since_result").take()).await
    }
}
