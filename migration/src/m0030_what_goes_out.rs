use sea_orm_migration::{
    prelude::*,
    schema::{integer, integer_null, pk_auto, string_len, text_null},
};

use crate::{index, instant, instant_null, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What emails someone does not want, and what the emails that go out by themselves need to know.
///
/// `emails_off`: a topic that someone turned off, in one season or (`pool_id` is null) in all. `events.dates_since` says since
/// when the event begins and closes when it does, where that was changed after it was created; `events.announced_at` when
/// everyone was written to about it. `requests.told_starts_at`, `told_ends_at` and `told_place` are what the person was told last
/// of when and where; null, where they were told nothing yet. The one row of `reminders` says until when everyone was reminded of what
/// was due; null: nobody ever was, and nobody is of what was due before.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let off = Table::create()
            .table("emails_off")
            .col(pk_auto("id"))
            .col(integer("user_id"))
            .col(string_len("topic", 20))
            .col(integer_null("pool_id"))
            .col(instant("since"))
            .foreign_key(&mut points_at("emails_off", "user_id", "users", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("emails_off", "pool_id", "pools", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(off).await?;
        manager.create_index(index("emails_off", &["user_id"])).await?;
        manager.create_index(index("emails_off", &["pool_id"])).await?;
        let once = "CREATE UNIQUE INDEX ux_emails_off ON emails_off (user_id, topic, COALESCE(pool_id, 0))";
        manager.get_connection().execute_unprepared(once).await?;
        let reminders = Table::create().table("reminders").col(pk_auto("id")).col(instant_null("until")).take();
        manager.create_table(reminders).await?;
        manager.get_connection().execute_unprepared("INSERT INTO reminders (id) VALUES (1)").await?;
        for (table, column) in COLUMNS {
            let mut column = match column {
                "told_place" => text_null(column),
                _ => instant_null(column),
            };
            manager.alter_table(Table::alter().table(table).add_column(&mut column).take()).await?;
        }
        // Whoever was told a result was told when and where, as it stands: a final event is not moved.
        let told = "UPDATE requests SET \
                    told_starts_at = (SELECT e.starts_at FROM events e WHERE e.id = requests.event_id), \
                    told_ends_at = (SELECT e.ends_at FROM events e WHERE e.id = requests.event_id), \
                    told_place = (SELECT e.place FROM events e WHERE e.id = requests.event_id) \
                    WHERE told IS NOT NULL";
        manager.get_connection().execute_unprepared(told).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in COLUMNS.into_iter().rev() {
            manager.alter_table(Table::alter().table(table).drop_column(column).take()).await?;
        }
        for table in ["reminders", "emails_off"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

const COLUMNS: [(&str, &str); 5] = [
    ("events", "announced_at"),
    ("events", "dates_since"),
    ("requests", "told_starts_at"),
    ("requests", "told_ends_at"),
    ("requests", "told_place"),
];
