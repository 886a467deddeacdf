use sea_orm_migration::{
    prelude::*,
    schema::{char_len_null, integer, text_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Draws of format 2.
///
/// `events.draw_format` is the format of an event's draws: 1 for those that were there before, whose requests were frozen by
/// its rules. With a list of format 2 the digests of the season and of who asked when are published too; `season` is the
/// ledger behind the one, as JSON in the database's own ids: what each event that counts added for whom.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut format = integer("draw_format").default(1).take();
        format.check(Expr::cust("draw_format IN (1, 2)"));
        let columns = [
            ("events", format),
            ("request_lists", char_len_null("season_digest", 64).take()),
            ("request_lists", char_len_null("ranks_digest", 64).take()),
            ("request_lists", text_null("season").take()),
        ];
        for (table, mut column) in columns {
            manager.alter_table(Table::alter().table(table).add_column(&mut column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            ("request_lists", "season"),
            ("request_lists", "ranks_digest"),
            ("request_lists", "season_digest"),
            ("events", "draw_format"),
        ];
        for (table, column) in columns {
            manager.alter_table(Table::alter().table(table).drop_column(column).take()).await?;
        }
        Ok(())
    }
}
