use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use super::super::{WriteTx, corrupt, entity::returned, events::column, held::Held};
use crate::domain::ids::{EventId, PersonId};

/// Tickets that someone gives back, as long as that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returning {
    pub person: PersonId,
    pub number: u32,
    /// When they are given back for good.
    pub settles_at: DateTime<Utc>,
    /// Why, where somebody did it for them; empty: they did themselves.
    pub reason: String,
    /// Who did it; `None`: their account is gone.
    pub by: Option<PersonId>,
}

/// What is given back.
#[derive(Clone, Copy, Debug)]
pub struct NewReturn<'a> {
    pub person: PersonId,
    pub number: u32,
    pub by: PersonId,
    pub reason: &'a str,
    pub now: DateTime<Utc>,
    pub settles_at: DateTime<Utc>,
}

impl TryFrom<returned::Model> for Returning {
    type Error = DbErr;

    fn try_from(row: returned::Model) -> Result<Self, DbErr> {
        let number = row.number.try_into().map_err(|_| corrupt("returns", row.id))?;
        Ok(Self { person: row.user_id, number, settles_at: row.settles_at, reason: row.reason, by: row.made_by })
    }
}

/// Notes what someone gives back. There is one at a time of a person for an event.
pub async fn insert_return(tx: &WriteTx, event: &Held, new: NewReturn<'_>) -> Result<(), DbErr> {
    let row = returned::ActiveModel {
        event_id: Set(event.id),
        user_id: Set(new.person),
        number: Set(column(new.number)),
        made_at: Set(new.now),
        settles_at: Set(new.settles_at),
        made_by: Set(Some(new.by)),
        reason: Set(new.reason.to_owned()),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

/// What is being given back for an event, the oldest first.
pub async fn returning(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Returning>, DbErr> {
    let those = returned::Entity::find().filter(returned::Column::EventId.eq(event));
    those.order_by_asc(returned::Column::Id).all(c).await?.into_iter().map(Returning::try_from).collect()
}

/// Takes it out again, settled or taken back. Says whether there was any.
pub async fn take_return(tx: &WriteTx, event: &Held, person: PersonId) -> Result<bool, DbErr> {
    let theirs = returned::Entity::delete_many()
        .filter(returned::Column::EventId.eq(event.id))
        .filter(returned::Column::UserId.eq(person));
    Ok(theirs.exec(tx).await?.rows_affected == 1)
}
