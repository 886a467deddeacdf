use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, boolean, char_len, integer, integer_null, pk_auto, string_len, string_len_null,
        text,
    },
};

use crate::{amount, amount_null, index, instant, instant_null, points_at, word};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What becomes of tickets after the result.
///
/// `after_entries` is the ledger, only ever added to: `at` and `time` in milliseconds since 1970, `user_id` and `to_user_id` whose
/// labels these are, as long as they are there; `draw` is the draw that the ledger belongs to, 0 where nothing was drawn. All
/// else follows from it, for look-ups: `holdings` what someone was given and what became of it, `offers` what was offered to whom.
/// `returns` is what somebody gave back and may still take back, until `settles_at`. In `events`: `offered` and `on_table` count
/// tickets, `after_sequence` is the last entry's, `after_due_at` when something happens next by itself, `returns_until` until when
/// tickets can be given back (null: two hours before it begins). `requests.joined_after`: nobody asked; they took a ticket from the
/// open table, or were given one.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [entries(), holdings(), offers(), returns()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("after_entries", &["event_id", "draw", "sequence"]).unique().take(),
            index("after_entries", &["user_id"]).take(),
            index("holdings", &["user_id"]).take(),
            index("offers", &["event_id"]).take(),
            index("offers", &["user_id", "status"]).take(),
            index("returns", &["settles_at"]).take(),
            index("returns", &["user_id"]).take(),
        ] {
            manager.create_index(index).await?;
        }
        let c = manager.get_connection();
        // One at a time to a person.
        c.execute_unprepared("CREATE UNIQUE INDEX ux_offers_open ON offers (event_id, user_id) WHERE status = 'open'")
            .await?;
        c.execute_unprepared("CREATE UNIQUE INDEX ux_returns ON returns (event_id, user_id)").await?;
        for mut column in columns() {
            manager.alter_table(Table::alter().table("events").add_column(&mut column).take()).await?;
        }
        let due = "CREATE INDEX ix_events_after_due_at ON events (after_due_at) WHERE after_due_at IS NOT NULL";
        c.execute_unprepared(due).await?;
        let mut joined = boolean("joined_after").default(false).take();
        manager.alter_table(Table::alter().table("requests").add_column(&mut joined).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DROP INDEX ix_events_after_due_at").await?;
        manager.alter_table(Table::alter().table("requests").drop_column("joined_after").take()).await?;
        for name in ["returns_until", "after_due_at", "after_sequence", "on_table", "offered"] {
            manager.alter_table(Table::alter().table("events").drop_column(name).take()).await?;
        }
        for table in ["returns", "offers", "holdings", "after_entries"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

fn columns() -> [ColumnDef; 5] {
    [
        amount("offered").default(0).take(),
        amount("on_table").default(0).take(),
        amount("after_sequence").default(0).take(),
        instant_null("after_due_at"),
        instant_null("returns_until"),
    ]
}

fn entries() -> TableCreateStatement {
    Table::create()
        .table("after_entries")
        .col(pk_auto("id"))
        .col(integer("event_id"))
        .col(integer("draw"))
        .col(integer("sequence"))
        .col(big_integer("at"))
        .col(string_len("what", 20))
        .col(string_len_null("label", 64))
        .col(string_len_null("to_label", 64))
        .col(amount_null("number"))
        .col(big_integer_null("time"))
        .col(text("reason"))
        .col(char_len("hash", 64))
        .col(integer_null("user_id"))
        .col(integer_null("to_user_id"))
        .foreign_key(&mut points_at("after_entries", "event_id", "events", ForeignKeyAction::Cascade))
        .foreign_key(&mut points_at("after_entries", "user_id", "users", ForeignKeyAction::SetNull))
        .foreign_key(&mut points_at("after_entries", "to_user_id", "users", ForeignKeyAction::SetNull))
        .take()
}

fn holdings() -> TableCreateStatement {
    let mut table = Table::create();
    table.table("holdings").col(integer("event_id")).col(integer("user_id"));
    for count in ["given", "accepted", "returned", "passed", "late", "handed", "received"] {
        table.col(amount(count));
    }
    table
        .primary_key(Index::create().col("event_id").col("user_id"))
        .foreign_key(&mut points_at("holdings", "event_id", "events", ForeignKeyAction::Cascade))
        .foreign_key(&mut points_at("holdings", "user_id", "users", ForeignKeyAction::Cascade))
        .take()
}

fn offers() -> TableCreateStatement {
    Table::create()
        .table("offers")
        .col(pk_auto("id"))
        .col(integer("event_id"))
        .col(integer("user_id"))
        .col(amount("number"))
        .col(amount("would_have"))
        .col(instant("offered_at"))
        .col(instant("until"))
        .col(word("status", &["open", "taken", "declined", "lapsed", "recalled", "void"]))
        .col(instant_null("ended_at"))
        .foreign_key(&mut points_at("offers", "event_id", "events", ForeignKeyAction::Cascade))
        .foreign_key(&mut points_at("offers", "user_id", "users", ForeignKeyAction::Cascade))
        .take()
}

fn returns() -> TableCreateStatement {
    Table::create()
        .table("returns")
        .col(pk_auto("id"))
        .col(integer("event_id"))
        .col(integer("user_id"))
        .col(amount("number"))
        .col(instant("made_at"))
        .col(instant("settles_at"))
        .col(integer_null("made_by"))
        .col(text("reason"))
        .foreign_key(&mut points_at("returns", "event_id", "events", ForeignKeyAction::Cascade))
        .foreign_key(&mut points_at("returns", "user_id", "users", ForeignKeyAction::Cascade))
        .foreign_key(&mut points_at("returns", "made_by", "users", ForeignKeyAction::SetNull))
        .take()
}
