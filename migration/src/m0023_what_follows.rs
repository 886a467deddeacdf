use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, string_len},
};

use crate::{index, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What follows from requests, kept where pages read it.
///
/// On an event, of the requests that stand: how many people, how many tickets by their first choices and by the smallest numbers
/// they accept, how many are given, how many requests are undecided. In `standings`, where everyone stands in a season: events
/// that count, of these how many gave them tickets, what the next draw takes, in `recent` the latest of those events, the
/// oldest first, `1` for each that gave them tickets, and in `latest` the public id of the last. `pools.recount` says that the
/// standings of a season are yet to be computed; the next start does.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let count = |name| integer(name).default(0).take();
        let sum = |name| big_integer(name).default(0).take();
        for mut column in [count("people"), sum("requested"), sum("smallest"), sum("given"), count("undecided")] {
            manager.alter_table(Table::alter().table("events").add_column(&mut column).take()).await?;
        }
        let totals = "UPDATE events SET (people, requested, smallest, given, undecided) = (SELECT COUNT(*), \
             COALESCE(SUM((SELECT MAX(t.amount) FROM request_tiers t WHERE t.request_id = r.id)), 0), \
             COALESCE(SUM((SELECT MIN(t.amount) FROM request_tiers t WHERE t.request_id = r.id)), 0), \
             COALESCE(SUM(COALESCE(r.allocated, 0)), 0), \
             COALESCE(SUM(CASE WHEN r.allocated IS NULL THEN 1 ELSE 0 END), 0) \
             FROM requests r WHERE r.event_id = events.id AND r.withdrawn_at IS NULL)";
        manager.get_connection().execute_unprepared(totals).await?;

        let mut recount = boolean("recount").default(true).take();
        manager.alter_table(Table::alter().table("pools").add_column(&mut recount).take()).await?;
        let standings = Table::create()
            .table("standings")
            .col(integer("pool_id"))
            .col(integer("user_id"))
            .col(integer("asked"))
            .col(integer("got"))
            .col(integer("losses"))
            .col(integer("counting"))
            .col(big_integer("balance"))
            .col(string_len("recent", 64))
            .col(string_len("latest", 64))
            .primary_key(Index::create().col("pool_id").col("user_id"))
            .foreign_key(&mut points_at("standings", "pool_id", "pools", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("standings", "user_id", "users", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(standings).await?;
        manager.create_index(index("standings", &["user_id"])).await?;
        // What someone asked for last, which a new request begins with.
        manager.create_index(index("requests", &["user_id", "since"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_requests_user_id_since").table("requests").to_owned()).await?;
        manager.drop_table(Table::drop().table("standings").take()).await?;
        manager.alter_table(Table::alter().table("pools").drop_column("recount").take()).await?;
        for column in ["people", "requested", "smallest", "given", "undecided"] {
            manager.alter_table(Table::alter().table("events").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
