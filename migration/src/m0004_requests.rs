use sea_orm_migration::{
    prelude::*,
    schema::{integer, integer_null, pk_auto, text},
};

use crate::{amount_null, index, instant, instant_null, points_at};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Requests and their tiers.
///
/// One request a person and event; a withdrawn one stays with `withdrawn_at`, so that it can come back. The tiers are a
/// set of numbers by their key. `allocated` is empty while undecided; `decided_version` is the board's version at which
/// it last changed; `told` is the number its person was last told. `legacy_allocated` is what a former system said,
/// however impossible.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let requests = Table::create()
            .table("requests")
            .col(pk_auto("id"))
            .col(integer("event_id"))
            .col(integer("user_id"))
            .col(text("note"))
            .col(instant("since"))
            .col(integer("version").default(0))
            .col(integer_null("entered_by"))
            .col(amount_null("allocated"))
            .col(text("reason").default(""))
            .col(integer("decided_version").default(0))
            .col(integer_null("decided_by"))
            .col(amount_null("told"))
            .col(instant_null("told_at"))
            .col(integer_null("legacy_allocated"))
            .col(instant("created_at"))
            .col(instant("updated_at"))
            .col(instant_null("withdrawn_at"))
            .foreign_key(&mut points_at("requests", "event_id", "events", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("requests", "user_id", "users", ForeignKeyAction::Restrict))
            .foreign_key(&mut points_at("requests", "entered_by", "users", ForeignKeyAction::SetNull))
            .foreign_key(&mut points_at("requests", "decided_by", "users", ForeignKeyAction::SetNull))
            .index(Index::create().unique().name("ux_requests_event_user").col("event_id").col("user_id"))
            .take();
        manager.create_table(requests).await?;
        manager.create_index(index("requests", &["user_id"])).await?;

        let tiers = Table::create()
            .table("request_tiers")
            .col(integer("request_id"))
            .col(integer("amount").check(Expr::cust("amount BETWEEN 1 AND 1000000")))
            .primary_key(Index::create().col("request_id").col("amount"))
            .foreign_key(&mut points_at("request_tiers", "request_id", "requests", ForeignKeyAction::Cascade))
            .take();
        manager.create_table(tiers).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["request_tiers", "requests"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}
