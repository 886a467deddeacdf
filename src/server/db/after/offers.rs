use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, sea_query::Expr,
};
use strum::{EnumString, IntoStaticStr};

use super::super::{WriteTx, corrupt, entity::offer, events::column, held::Held};
use crate::domain::ids::{EventId, OfferId, PersonId};

/// Tickets that were offered to someone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub id: OfferId,
    pub event: EventId,
    pub person: PersonId,
    /// How many more they would have.
    pub number: u32,
    pub offered_at: DateTime<Utc>,
    /// From then on it can no longer be taken.
    pub until: DateTime<Utc>,
    pub status: OfferStatus,
}

/// How an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum OfferStatus {
    Open,
    Taken,
    Declined,
    /// Nobody answered in time.
    Lapsed,
    /// The organizer took it back.
    Recalled,
    /// The event was canceled or reopened, or its person gave tickets back or left.
    Void,
}

/// A new offer.
#[derive(Clone, Copy, Debug)]
pub struct NewOffer {
    pub person: PersonId,
    pub number: u32,
    pub now: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl TryFrom<offer::Model> for Offer {
    type Error = DbErr;

    fn try_from(row: offer::Model) -> Result<Self, DbErr> {
        let id = row.id;
        let read = |row: offer::Model| {
            Some(Self {
                id: row.id,
                event: row.event_id,
                person: row.user_id,
                number: row.number.try_into().ok()?,
                offered_at: row.offered_at,
                until: row.until,
                status: row.status.parse().ok()?,
            })
        };
        read(row).ok_or_else(|| corrupt("offers", id))
    }
}

/// Notes an offer. Nobody has two open ones for an event.
pub async fn insert_offer(tx: &WriteTx, event: &Held, new: NewOffer) -> Result<OfferId, DbErr> {
    let row = offer::ActiveModel {
        event_id: Set(event.id),
        user_id: Set(new.person),
        number: Set(column(new.number)),
        offered_at: Set(new.now),
        until: Set(new.until),
        status: Set(<&str>::from(OfferStatus::Open).to_owned()),
        ..Default::default()
    };
    Ok(row.insert(tx).await?.id)
}

/// Ends someone's open offer; of everyone where nobody is named.
pub async fn end_offer(
    tx: &WriteTx,
    event: &Held,
    person: Option<PersonId>,
    (status, now): (OfferStatus, DateTime<Utc>),
) -> Result<(), DbErr> {
    let change = offer::Entity::update_many()
        .col_expr(offer::Column::Status, Expr::value(<&str>::from(status)))
        .col_expr(offer::Column::EndedAt, Expr::value(now));
    change.filter(open(event.id, person)).exec(tx).await.map(|_| ())
}

/// Gives someone new time to answer.
pub async fn extend_offer(tx: &WriteTx, event: &Held, person: PersonId, until: DateTime<Utc>) -> Result<(), DbErr> {
    let change = offer::Entity::update_many().col_expr(offer::Column::Until, Expr::value(until));
    change.filter(open(event.id, Some(person))).exec(tx).await.map(|_| ())
}

fn open(event: EventId, person: Option<PersonId>) -> Expr {
    let open = offer::Column::EventId.eq(event).and(offer::Column::Status.eq(<&str>::from(OfferStatus::Open)));
    match person {
        Some(person) => open.and(offer::Column::UserId.eq(person)),
        None => open,
    }
}

/// The offer with this id.
pub async fn find_offer(c: &impl ConnectionTrait, id: OfferId) -> Result<Option<Offer>, DbErr> {
    offer::Entity::find_by_id(id).one(c).await?.map(Offer::try_from).transpose()
}

/// What was offered to someone for an event, oldest first; to everyone where nobody is named.
pub async fn offers_of(
    c: &impl ConnectionTrait,
    event: EventId,
    person: Option<PersonId>,
) -> Result<Vec<Offer>, DbErr> {
    let mut query = offer::Entity::find().filter(offer::Column::EventId.eq(event));
    if let Some(person) = person {
        query = query.filter(offer::Column::UserId.eq(person));
    }
    query.order_by_asc(offer::Column::Id).all(c).await?.into_iter().map(Offer::try_from).collect()
}
