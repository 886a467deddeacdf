use sea_orm_migration::{
    prelude::*,
    schema::{boolean, integer},
};

use crate::{index, instant, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Who keeps a season (a pool), and events that are in none.
///
/// An event without a season keeps its `pool_id`; `in_season` says whether that means anything. Everyone who owns an event of
/// a pool becomes its steward, so that whoever put events into a season still does.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let stewards = Table::create()
            .table("pool_stewards")
            .col(integer("pool_id"))
            .col(integer("user_id"))
            .col(instant("created_at"))
            .primary_key(Index::create().col("pool_id").col("user_id"))
            .foreign_key(&mut points_at("pool_stewards", "pool_id", "pools", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("pool_stewards", "user_id", "users", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(stewards).await?;
        manager.create_index(index("pool_stewards", &["user_id"])).await?;
        let in_season = &mut boolean("in_season").default(true).take();
        manager.alter_table(Table::alter().table("events").add_column(in_season).take()).await?;
        let owners = "INSERT INTO pool_stewards (pool_id, user_id, created_at) \
                      SELECT pool_id, owner_id, MIN(created_at) FROM events GROUP BY pool_id, owner_id";
        manager.get_connection().execute_unprepared(owners).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("events").drop_column("in_season").take()).await?;
        manager.drop_table(Table::drop().table("pool_stewards").take()).await
    }
}
