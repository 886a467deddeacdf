//! Draws that are settled and wait for their round of the beacon.

use allocation::{Rule, beacon::Round};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, sea_query::Expr,
};

use super::{WriteTx, corrupt, entity::draw_plan, events::column, held::Held, rounds};
use crate::domain::ids::{EventId, PersonId};

/// A draw that waits, as it was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawPlan {
    pub id: i32,
    pub event: EventId,
    /// The draw's number, 1 to 31.
    pub number: u32,
    /// Why it is drawn again; empty for the first.
    pub reason: String,
    /// The request file without code and signature.
    pub file: String,
    pub round: Round,
    /// Who settled it; `None`: their account is gone.
    pub by: Option<PersonId>,
}

impl TryFrom<draw_plan::Model> for DrawPlan {
    type Error = DbErr;

    fn try_from(row: draw_plan::Model) -> Result<Self, DbErr> {
        let id = row.id;
        let read = |row: draw_plan::Model| {
            Some(Self {
                id: row.id,
                event: row.event_id,
                number: row.number.try_into().ok()?,
                reason: row.reason,
                file: row.file,
                round: rounds::read(row.round)?,
                by: row.planned_by,
            })
        };
        read(row).ok_or_else(|| corrupt("draw_plans", id))
    }
}

/// The plan of an event that waits for its round.
pub async fn waiting(c: &impl ConnectionTrait, event: EventId) -> Result<Option<DrawPlan>, DbErr> {
    let plans = draw_plan::Entity::find().filter(draw_plan::Column::EventId.eq(event)).filter(waits());
    plans.one(c).await?.map(DrawPlan::try_from).transpose()
}

/// All plans that wait, of events that are not in the trash, by round.
pub async fn all_waiting(c: &impl ConnectionTrait) -> Result<Vec<DrawPlan>, DbErr> {
    let there = Expr::cust("EXISTS (SELECT 1 FROM events e WHERE e.id = draw_plans.event_id AND e.deleted_at IS NULL)");
    let plans = draw_plan::Entity::find().filter(waits().and(there));
    let rows = plans.order_by_asc(draw_plan::Column::Round).all(c).await?;
    rows.into_iter().map(DrawPlan::try_from).collect()
}

/// Neither called off nor drawn.
fn waits() -> Expr {
    let drawn =
        "NOT EXISTS (SELECT 1 FROM draws d WHERE d.event_id = draw_plans.event_id AND d.number = draw_plans.number)";
    draw_plan::Column::CalledOffAt.is_null().and(Expr::cust(drawn))
}

/// A draw to settle.
#[derive(Debug)]
pub struct NewPlan {
    pub number: u32,
    pub rule: Rule,
    pub reason: String,
    pub tickets: u32,
    pub file: String,
    pub round: Round,
    pub at: DateTime<Utc>,
    pub by: PersonId,
}

/// Keeps a plan.
pub async fn insert(tx: &WriteTx, event: &Held, plan: NewPlan) -> Result<(), DbErr> {
    let row = draw_plan::ActiveModel {
        event_id: Set(event.id),
        number: Set(column(plan.number)),
        order_rule: Set(plan.rule.order.as_str().to_owned()),
        fill_rule: Set(plan.rule.fill.as_str().to_owned()),
        reason: Set(plan.reason),
        tickets: Set(column(plan.tickets)),
        file: Set(plan.file),
        round: Set(rounds::column(plan.round)),
        planned_at: Set(plan.at),
        planned_by: Set(Some(plan.by)),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

/// Calls off what waits. Returns whether anything did.
pub async fn call_off(tx: &WriteTx, event: &Held, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let change = draw_plan::Entity::update_many().col_expr(draw_plan::Column::CalledOffAt, Expr::value(now));
    let done = change.filter(draw_plan::Column::EventId.eq(event.id).and(waits())).exec(tx).await?;
    Ok(done.rows_affected > 0)
}
