use sea_orm_migration::{prelude::*, schema::string_len_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// In which language someone reads the site and its emails, by its tag (RFC 5646); nothing: in that of their browser. Which
/// languages there are is the program's to know.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut language = string_len_null("language", 35);
        language.check(Expr::cust("language <> ''"));
        manager.alter_table(Table::alter().table("users").add_column(&mut language).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("users").drop_column("language").take()).await
    }
}
