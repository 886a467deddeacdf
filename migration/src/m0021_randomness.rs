use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, integer, integer_null, pk_auto, string_len, string_len_null, text},
    sea_orm::DbBackend,
};

use crate::{amount, index, instant, instant_null, points_at, word};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What goes into draws from outside, and draws that wait for it.
///
/// `events.randomness` is the source: a round of drand, a text that is typed in, nothing. `events.known_at` is when the
/// typed text becomes known; `awaited_round` and `awaited_rule` are those of the draw that waits, as `draw_plans` has
/// them. A plan is a draw that is settled (rule, list, pins) and waits for its round of drand; `file` is the request
/// file without what is still to come, `round` the number of the round. A plan is never changed, only called off.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut source = word("randomness", &["drand", "typed", "none"]);
        let columns = [
            ("events", source.not_null().default("none").take()),
            ("events", instant_null("known_at")),
            ("events", big_integer_null("awaited_round").take()),
            ("events", string_len_null("awaited_rule", 41).take()),
            ("draws", big_integer_null("round").take()),
        ];
        for (table, mut column) in columns {
            manager.alter_table(Table::alter().table(table).add_column(&mut column).take()).await?;
        }
        let typed = Query::update()
            .table("events")
            .value("randomness", "typed")
            .and_where(Expr::cust("public_input_name <> ''"))
            .take();
        manager.execute(typed).await?;

        let plans = Table::create()
            .table("draw_plans")
            .col(pk_auto("id"))
            .col(integer("event_id"))
            .col(integer("number").check(Expr::cust("number BETWEEN 1 AND 31")))
            .col(string_len("order_rule", 20))
            .col(string_len("fill_rule", 20))
            .col(text("reason"))
            .col(amount("tickets"))
            .col(text("file"))
            .col(big_integer("round").check(Expr::cust("round >= 1")))
            .col(instant("planned_at"))
            .col(integer_null("planned_by"))
            .col(instant_null("called_off_at"))
            .foreign_key(&mut points_at("draw_plans", "event_id", "events", ForeignKeyAction::Cascade))
            .foreign_key(&mut points_at("draw_plans", "planned_by", "users", ForeignKeyAction::SetNull))
            .take();
        manager.create_table(plans).await?;
        manager.create_index(index("draw_plans", &["event_id"])).await?;
        for statement in never_changed(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("draw_plans").take()).await?;
        let connection = manager.get_connection();
        if manager.get_database_backend() == DbBackend::Postgres {
            connection.execute_unprepared("DROP TRIGGER draws_round_never_changes ON draws").await?;
            connection.execute_unprepared("DROP FUNCTION draw_plans_never_change()").await?;
        } else {
            connection.execute_unprepared("DROP TRIGGER draws_round_never_changes").await?;
        }
        let columns = [
            ("draws", "round"),
            ("events", "awaited_rule"),
            ("events", "awaited_round"),
            ("events", "known_at"),
            ("events", "randomness"),
        ];
        for (table, column) in columns {
            manager.alter_table(Table::alter().table(table).drop_column(column).take()).await?;
        }
        Ok(())
    }
}

/// A plan is written once; so is the round of a draw. Who planned it may be forgotten with their account.
const fn never_changed(backend: DbBackend) -> &'static [&'static str] {
    match backend {
        DbBackend::Postgres => &[
            "CREATE FUNCTION draw_plans_never_change() RETURNS trigger LANGUAGE plpgsql AS $$ \
             BEGIN RAISE EXCEPTION 'a plan is never changed'; END $$",
            "CREATE TRIGGER draw_plans_never_change BEFORE UPDATE OF event_id, number, order_rule, fill_rule, reason, \
             tickets, file, round, planned_at ON draw_plans FOR EACH ROW EXECUTE FUNCTION draw_plans_never_change()",
            "CREATE TRIGGER draws_round_never_changes BEFORE UPDATE OF round ON draws \
             FOR EACH ROW EXECUTE FUNCTION draws_never_change()",
        ],
        _ => &[
            "CREATE TRIGGER draw_plans_never_change BEFORE UPDATE OF event_id, number, order_rule, fill_rule, reason, \
             tickets, file, round, planned_at ON draw_plans BEGIN SELECT RAISE(ABORT, 'a plan is never changed'); END",
            "CREATE TRIGGER draws_round_never_changes BEFORE UPDATE OF round ON draws \
             BEGIN SELECT RAISE(ABORT, 'a draw is never changed'); END",
        ],
    }
}
