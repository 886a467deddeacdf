use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter,
    Statement,
};

use super::super::{WriteTx, corrupt, entity::hand_request, events::column, held::Held};
use crate::domain::ids::{EventId, PersonId};

/// Tickets that someone asks to hand on to somebody, until who runs the event answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandRequest {
    pub id: i32,
    /// Whose tickets they are.
    pub person: PersonId,
    pub name: String,
    pub email: String,
    /// Who is to have them.
    pub to: PersonId,
    pub to_name: String,
    pub to_email: String,
    pub number: u32,
    /// What they write to them; empty: nothing.
    pub line: String,
    pub made_at: DateTime<Utc>,
    /// Whether both can sign in.
    pub active: bool,
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct NewHandRequest<'a> {
    pub person: PersonId,
    pub to: PersonId,
    pub number: u32,
    pub line: &'a str,
    pub now: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i32,
    person: PersonId,
    name: String,
    email: String,
    status: String,
    receiver: PersonId,
    receiver_name: String,
    receiver_email: String,
    receiver_status: String,
    number: i32,
    line: String,
    made_at: DateTime<Utc>,
}

impl TryFrom<Row> for HandRequest {
    type Error = DbErr;

    fn try_from(row: Row) -> Result<Self, DbErr> {
        Ok(Self {
            id: row.id,
            number: row.number.try_into().map_err(|_| corrupt("hand_requests", row.id))?,
            person: row.person,
            name: row.name,
            email: row.email,
            to: row.receiver,
            to_name: row.receiver_name,
            to_email: row.receiver_email,
            line: row.line,
            made_at: row.made_at,
            active: row.status == "active" && row.receiver_status == "active",
        })
    }
}

/// Notes what someone asks to hand on; returns its number. There is one at a time of a person for an event.
pub async fn insert_hand_request(tx: &WriteTx, event: &Held, new: NewHandRequest<'_>) -> Result<i32, DbErr> {
    let row = hand_request::ActiveModel {
        event_id: Set(event.id),
        user_id: Set(new.person),
        to_user_id: Set(new.to),
        number: Set(column(new.number)),
        line: Set(new.line.to_owned()),
        made_at: Set(new.now),
        ..Default::default()
    };
    Ok(row.insert(tx).await?.id)
}

/// What people ask to hand on of an event, the oldest first. One statement.
pub async fn hand_requests(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<HandRequest>, DbErr> {
    let sql = "SELECT h.id, h.user_id AS person, p.name, p.email, p.status, h.to_user_id AS receiver, \
               t.name AS receiver_name, t.email AS receiver_email, t.status AS receiver_status, h.number, h.line, h.made_at \
               FROM hand_requests h JOIN users p ON p.id = h.user_id JOIN users t ON t.id = h.to_user_id \
               WHERE h.event_id = $1 ORDER BY h.id";
    let statement = Statement::from_sql_and_values(c.get_database_backend(), sql, [event.into()]);
    Row::find_by_statement(statement).all(c).await?.into_iter().map(HandRequest::try_from).collect()
}

/// Takes it out again, answered or taken back. Says whether it was there: who comes second hears that it was not.
pub async fn take_hand_request(tx: &WriteTx, event: &Held, person: PersonId) -> Result<bool, DbErr> {
    let theirs = hand_request::Entity::delete_many()
        .filter(hand_request::Column::EventId.eq(event.id))
        .filter(hand_request::Column::UserId.eq(person));
    Ok(theirs.exec(tx).await?.rows_affected == 1)
}
