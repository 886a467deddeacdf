use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, char_len, string_len},
};

use crate::{index, instant};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Limits that hold for all instances together, and things that are only counted.
///
/// A limit's row is named by a keyed hash, so no address and no network stands here. `theoretical` is the arrival time of
/// the generic cell rate algorithm (ITU-T I.371), in milliseconds since 1970. Counters are by day (UTC).
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let limits = Table::create()
            .table("limits")
            .col(char_len("key", 64).primary_key())
            .col(big_integer("theoretical"))
            .col(instant("expires_at"))
            .take();
        manager.create_table(limits).await?;
        manager.create_index(index("limits", &["expires_at"])).await?;

        let counters = Table::create()
            .table("counters")
            .col(string_len("name", 60))
            .col(char_len("day", 10))
            .col(big_integer("count"))
            .primary_key(Index::create().col("name").col("day"))
            .take();
        manager.create_table(counters).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["counters", "limits"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}
