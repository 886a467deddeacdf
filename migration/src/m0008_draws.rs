use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer_null, boolean, char_len, char_len_null, integer, integer_null, pk_auto, string_len,
        string_len_null, text, text_null,
    },
    sea_orm::DbBackend,
};

use crate::{amount, amount_null, index, instant, instant_null, points_at, word};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Draws: what is published before, the list as it was frozen, every draw that was made.
///
/// `events.commitment` is published with the event, `sealed_secret` is what opens it, readable only with the key named by
/// `sealed_with`. `request_lists` holds every digest that was published, `requests.slips` and `balance` are frozen with it.
/// `requests.by_hand` says that the organizer decided the number, not a draw; `drawn` is what the last draw gave, `pinned`
/// whether it left the request to the organizer; `events.drawn_tickets` is what it had to give. `board_before` is the board as
/// it was before a draw was put on it, for as long as the board stands at `board_before_version`. A draw is never changed.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut digest = char_len_null("commitment", 64);
        digest.check(Expr::cust("commitment IS NULL OR sealed_secret IS NOT NULL"));
        let columns = [
            ("events", text_null("sealed_secret").take()),
            ("events", string_len_null("sealed_with", 16).take()),
            ("events", digest),
            ("events", instant_null("committed_at")),
            ("events", text("public_input_name").default("").take()),
            ("events", text_null("board_before").take()),
            ("events", integer_null("board_before_version").take()),
            ("events", amount_null("drawn_tickets")),
            ("requests", slips()),
            ("requests", big_integer_null("balance").take()),
            ("requests", amount_null("drawn")),
            ("requests", boolean("pinned").default(false).take()),
            ("requests", boolean("by_hand").default(false).take()),
        ];
        for (table, mut column) in columns {
            manager.alter_table(Table::alter().table(table).add_column(&mut column).take()).await?;
        }

        // Until now every number was decided by hand.
        let by_hand = Query::update()
            .table("requests")
            .value("by_hand", true)
            .and_where(Expr::cust("allocated IS NOT NULL"))
            .take();
        manager.execute(by_hand).await?;

        let lists = Table::create()
            .table("request_lists")
            .col(pk_auto("id"))
            .col(integer("event_id"))
            .col(char_len("digest", 64))
            .col(amount("tickets"))
            .col(amount("requests"))
            .col(instant("frozen_at"))
            .col(integer_null("frozen_by"))
            .foreign_key(&mut points_at("request_lists", "event_id", "events", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("request_lists", "frozen_by", "users", ForeignKeyAction::SetNull))
            .take();
        manager.create_table(lists).await?;
        manager.create_index(index("request_lists", &["event_id"])).await?;

        let draws = Table::create()
            .table("draws")
            .col(pk_auto("id"))
            .col(integer("event_id"))
            .col(integer("number").check(Expr::cust("number BETWEEN 1 AND 31")))
            .col(word("order_rule", &["equal", "slips", "balance", "first-come"]))
            .col(word("fill_rule", &["straight", "turns", "rising", "most-people"]))
            .col(char_len("code", 64))
            .col(string_len("public_input", 1_000))
            .col(text("reason"))
            .col(amount("tickets"))
            .col(text("record"))
            .col(instant("drawn_at"))
            .col(integer_null("drawn_by"))
            .foreign_key(&mut points_at("draws", "event_id", "events", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("draws", "drawn_by", "users", ForeignKeyAction::SetNull))
            .index(Index::create().unique().name("ux_draws_event_number").col("event_id").col("number"))
            .check(Expr::cust("number = 1 OR reason <> ''"))
            .take();
        manager.create_table(draws).await?;
        for statement in never_changed(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["draws", "request_lists"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        if manager.get_database_backend() == DbBackend::Postgres {
            manager.get_connection().execute_unprepared("DROP FUNCTION draws_never_change()").await?;
        }
        let columns = [
            ("requests", "by_hand"),
            ("requests", "pinned"),
            ("requests", "drawn"),
            ("requests", "balance"),
            ("requests", "slips"),
            ("events", "drawn_tickets"),
            ("events", "board_before_version"),
            ("events", "board_before"),
            ("events", "public_input_name"),
            ("events", "committed_at"),
            ("events", "commitment"),
            ("events", "sealed_with"),
            ("events", "sealed_secret"),
        ];
        for (table, column) in columns {
            manager.alter_table(Table::alter().table(table).drop_column(column).take()).await?;
        }
        Ok(())
    }
}

fn slips() -> ColumnDef {
    let mut column = integer_null("slips").take();
    column.check(Expr::cust("slips BETWEEN 1 AND 64"));
    column
}

/// A draw is written once. Who drew it may be forgotten with their account.
const fn never_changed(backend: DbBackend) -> &'static [&'static str] {
    match backend {
        DbBackend::Postgres => &[
            "CREATE FUNCTION draws_never_change() RETURNS trigger LANGUAGE plpgsql AS $$ \
             BEGIN RAISE EXCEPTION 'a draw is never changed'; END $$",
            "CREATE TRIGGER draws_never_change BEFORE UPDATE OF event_id, number, order_rule, fill_rule, code, \
             public_input, reason, tickets, record, drawn_at ON draws FOR EACH ROW EXECUTE FUNCTION draws_never_change()",
        ],
        _ => &["CREATE TRIGGER draws_never_change BEFORE UPDATE OF event_id, number, order_rule, fill_rule, code, \
                public_input, reason, tickets, record, drawn_at ON draws \
                BEGIN SELECT RAISE(ABORT, 'a draw is never changed'); END"],
    }
}
