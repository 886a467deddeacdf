use sea_orm_migration::{
    prelude::*,
    schema::{boolean, char_len_uniq, integer, pk_auto, string_len, string_len_uniq, text},
};

use crate::{amount, index, instant, instant_null, points_at, word};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Pools, events, co-organizers.
///
/// `version` moves with the event's details, `board_version` with its allocation, `revision` counts how often it was
/// finalized. A deleted event stays 30 days with `deleted_at` set.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let pools = Table::create()
            .table("pools")
            .col(pk_auto("id"))
            .col(string_len_uniq("name", 60).check(Expr::cust("name <> ''")))
            .col(instant("created_at"))
            .take();
        manager.create_table(pools).await?;
        let general = Query::insert()
            .into_table("pools")
            .columns(["name", "created_at"])
            .values_panic(["General".into(), Expr::current_timestamp()])
            .take();
        manager.execute(general).await?;

        let events = Table::create()
            .table("events")
            .col(pk_auto("id"))
            .col(char_len_uniq("public_id", 32))
            .col(integer("pool_id"))
            .col(integer("owner_id"))
            .col(string_len("name", 120).check(Expr::cust("name <> ''")))
            .col(instant("starts_at"))
            .col(string_len("zone", 60))
            .col(instant_null("closes_at"))
            .col(amount("tickets"))
            .col(integer("request_limit").check(Expr::cust("request_limit BETWEEN 1 AND 1000000")))
            .col(text("notes"))
            .col(word("shows_before", &["own", "numbers", "names"]))
            .col(word("shows_after", &["own", "numbers", "names"]))
            .col(word("status", &["open", "closed", "finalized", "cancelled"]))
            .col(text("winners_line"))
            .col(integer("version").default(0))
            .col(integer("board_version").default(0))
            .col(amount("revision").default(0))
            .col(boolean("imported").default(false))
            .col(instant("created_at"))
            .col(instant_null("closed_at"))
            .col(instant_null("finalized_at"))
            .col(instant_null("cancelled_at"))
            .col(instant_null("deleted_at"))
            .check(Expr::cust("closes_at IS NULL OR closes_at <= starts_at"))
            .check(Expr::cust("status <> 'finalized' OR finalized_at IS NOT NULL"))
            .foreign_key(&mut points_at("events", "pool_id", "pools", ForeignKeyAction::Restrict))
            .foreign_key(&mut points_at("events", "owner_id", "users", ForeignKeyAction::Restrict))
            .take();
        manager.create_table(events).await?;
        manager.create_index(index("events", &["starts_at"])).await?;
        manager.create_index(index("events", &["status", "closes_at"])).await?;

        let organizers = Table::create()
            .table("event_organizers")
            .col(integer("event_id"))
            .col(integer("user_id"))
            .col(instant("created_at"))
            .primary_key(Index::create().col("event_id").col("user_id"))
            .foreign_key(&mut points_at("event_organizers", "event_id", "events", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("event_organizers", "user_id", "users", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(organizers).await?;
        manager.create_index(index("event_organizers", &["user_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["event_organizers", "events", "pools"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}
