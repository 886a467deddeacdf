//! Draws that were made. They are only ever added.

use allocation::{Draw, Fill, Hash, Order, Randomness, Rule, beacon::Round};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult,
    QueryFilter, QuerySelect, Statement,
};

use super::{WriteTx, corrupt, entity::draw, events::column, held::Held, rounds};

use crate::domain::ids::{EventId, PersonId};

/// A draw as it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// 1 to 31.
    pub number: u32,
    pub rule: Rule,
    pub code: Hash,
    pub public_input: String,
    /// The round of the beacon that went in.
    pub round: Option<Round>,
    /// Why it was drawn again; empty for the first.
    pub reason: String,
    pub tickets: u32,
    pub at: DateTime<Utc>,
    /// The record, of the latest draw only.
    pub record: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i32,
    number: i32,
    order_rule: String,
    fill_rule: String,
    code: String,
    public_input: String,
    round: Option<i64>,
    reason: String,
    tickets: i32,
    drawn_at: DateTime<Utc>,
    record: Option<String>,
}

impl TryFrom<Row> for Drawn {
    type Error = DbErr;

    fn try_from(row: Row) -> Result<Self, DbErr> {
        let id = row.id;
        let read = |row: Row| {
            Some(Self {
                number: row.number.try_into().ok()?,
                rule: Rule { order: Order::parse(&row.order_rule)?, fill: Fill::parse(&row.fill_rule)? },
                code: Hash::parse(&row.code)?,
                public_input: row.public_input,
                round: match row.round {
                    Some(round) => Some(rounds::read(round)?),
                    None => None,
                },
                reason: row.reason,
                tickets: row.tickets.try_into().ok()?,
                at: row.drawn_at,
                record: row.record,
            })
        };
        read(row).ok_or_else(|| corrupt("draws", id))
    }
}

/// The number of the last draw of an event; 0: nothing was drawn.
pub async fn latest_number(c: &impl ConnectionTrait, event: EventId) -> Result<u32, DbErr> {
    let numbers = draw::Entity::find().filter(draw::Column::EventId.eq(event)).select_only();
    let latest: Option<Option<i32>> =
        numbers.column_as(draw::Column::Number.max(), "latest").into_tuple().one(c).await?;
    Ok(latest.flatten().and_then(|latest| u32::try_from(latest).ok()).unwrap_or(0))
}

/// The draws of an event, first to last, the last with its record. One statement.
pub async fn of_event(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Drawn>, DbErr> {
    let sql = "SELECT d.id, d.number, d.order_rule, d.fill_rule, d.code, d.public_input, d.round, d.reason, d.tickets, \
               d.drawn_at, \
               CASE WHEN d.number = (SELECT MAX(x.number) FROM draws x WHERE x.event_id = $1) THEN d.record END AS record \
               FROM draws d WHERE d.event_id = $1 ORDER BY d.number";
    let rows = Row::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, [event.into()]));
    rows.all(c).await?.into_iter().map(Drawn::try_from).collect()
}

/// The record of one draw.
pub async fn record(c: &impl ConnectionTrait, event: EventId, number: i32) -> Result<Option<String>, DbErr> {
    let one = draw::Column::EventId.eq(event).and(draw::Column::Number.eq(number));
    draw::Entity::find().select_only().column(draw::Column::Record).filter(one).into_tuple().one(c).await
}

/// A draw to keep.
#[derive(Debug)]
pub struct NewDraw<'a> {
    pub draw: &'a Draw,
    pub reason: String,
    pub record: String,
    pub at: DateTime<Utc>,
    /// `None`: whose account is gone that planned it.
    pub by: Option<PersonId>,
}

/// Keeps a draw. A number that is taken fails on its constraint.
pub async fn insert(tx: &WriteTx, event: &Held, new: NewDraw<'_>) -> Result<(), DbErr> {
    let row = draw::ActiveModel {
        event_id: Set(event.id),
        number: Set(new.draw.number().get().into()),
        order_rule: Set(new.draw.rule().order.as_str().to_owned()),
        fill_rule: Set(new.draw.rule().fill.as_str().to_owned()),
        code: Set(new.draw.code().to_string()),
        public_input: Set(new.draw.randomness().text()),
        round: Set(round_of(new.draw).map(rounds::column)),
        reason: Set(new.reason),
        tickets: Set(column(new.draw.list().tickets())),
        record: Set(new.record),
        drawn_at: Set(new.at),
        drawn_by: Set(new.by),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

/// The round of the beacon that went into a draw.
fn round_of(draw: &Draw) -> Option<Round> {
    match draw.randomness() {
        Randomness::Beacon(round) => Some(round.round()),
        Randomness::Nothing | Randomness::Typed { .. } => None,
    }
}
