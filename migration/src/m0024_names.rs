use sea_orm_migration::{
    prelude::*,
    schema::{small_integer, text},
};

use crate::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// How names are sorted and searched, computed by the program: databases know ASCII letters, or a language of their own.
/// `name_keys` says by which rules a row has been computed; 0: not yet.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut rules = small_integer("name_keys").default(0).take();
        for mut column in [text("sort_key").default("").take(), text("search_key").default("").take()] {
            manager.alter_table(Table::alter().table("users").add_column(&mut column).take()).await?;
        }
        manager.alter_table(Table::alter().table("users").add_column(&mut rules).take()).await?;
        manager.create_index(index("users", &["sort_key", "id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_users_sort_key_id").table("users").to_owned()).await?;
        for column in ["sort_key", "search_key", "name_keys"] {
            manager.alter_table(Table::alter().table("users").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
