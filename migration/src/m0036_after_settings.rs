use sea_orm_migration::prelude::*;

use crate::{instant_null, word};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What an organizer sets about the time after the result: whether tickets can be handed on, whether guests are named, and until
/// when (`guests_until`; null: as long as tickets can be given back).
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut column in [
            word("hand_on", &["off", "confirm", "free"]).default("off").take(),
            word("guests", &["off", "optional", "required"]).default("off").take(),
            instant_null("guests_until"),
        ] {
            manager.alter_table(Table::alter().table("events").add_column(&mut column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["guests_until", "guests", "hand_on"] {
            manager.alter_table(Table::alter().table("events").drop_column(name).take()).await?;
        }
        Ok(())
    }
}
