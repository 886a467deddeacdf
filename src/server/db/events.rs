//! Events.

use allocation::{
    Format, Hash, Rule,
    beacon::{Chain, Round},
};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};

use super::{WriteTx, corrupt, entity::event, held::Held};
use crate::domain::{
    draw::{RandomnessSource, rule_key, rule_of_key},
    event::{EventStatus, Visibility},
    event_details::EventDetails,
    ids::{EventId, PersonId, PoolId},
    schedule::{Schedule, Zone},
};

/// How long after the close the named round comes: time to settle the draw before it.
const ROUND_AFTER_CLOSE: TimeDelta = TimeDelta::minutes(10);

/// An event as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub id: EventId,
    /// Stands for the event in draws.
    pub public_id: String,
    /// The pool it is or was in last; [`Event::season`] says whether that means anything.
    pub pool: PoolId,
    pub in_season: bool,
    pub owner: PersonId,
    pub name: String,
    pub schedule: Schedule,
    pub tickets: u32,
    pub limit: u32,
    pub notes: String,
    pub shows_before: Visibility,
    pub shows_after: Visibility,
    /// As stored; [`Event::status_at`] knows what time has made of it.
    pub status: EventStatus,
    /// The organizer's line for those who got tickets.
    pub winners_line: String,
    /// Moves with every change of the details.
    pub version: i32,
    /// Moves with every change of the allocation.
    pub board_version: i32,
    /// How often it was finalized.
    pub revision: u32,
    pub imported: bool,
    pub created_at: DateTime<Utc>,
    pub finalized_at: Option<DateTime<Utc>>,
    pub deleted_at: Option<DateTime<Utc>>,
    /// What binds its draws, and since when everyone can see it.
    pub commitment: Option<(Hash, DateTime<Utc>)>,
    /// What goes into its draws from outside.
    pub randomness: RandomnessSource,
    /// What the public will add to the draw, such as "the lottery numbers of December 5"; empty: nothing.
    pub public_input_name: String,
    /// When that becomes known.
    pub known_at: Option<DateTime<Utc>>,
    /// The draw that is settled and waits for its round.
    pub awaited: Option<Awaited>,
    /// When requests were closed last, by hand or on time.
    pub closed_at: Option<DateTime<Utc>>,
    /// Whether a draw was put on the board and can be taken off again.
    pub can_undo_draw: bool,
    /// Tickets there were at the last draw; `None`: nothing was drawn.
    pub drawn_tickets: Option<u32>,
    /// The format of its draws.
    pub draw_format: Format,
}

/// A draw that waits for its round of the beacon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaited {
    pub round: Round,
    pub rule: Rule,
}

impl Event {
    /// Where the event stands at `now`: an open one whose closing time has come is closed, whether or not anyone has
    /// written it down yet.
    pub fn status_at(&self, now: DateTime<Utc>) -> EventStatus {
        status_at(self.status, &self.schedule, now)
    }

    /// The round of the beacon that is named for its draws: the first one that comes ten minutes after requests close, or later.
    /// Moving the close moves it; closing by hand before the time brings it forward.
    pub fn named_round(&self, chain: &Chain) -> Round {
        let on_time = self.schedule.requests_close_at();
        let closes = match (self.status, self.closed_at) {
            (EventStatus::Open, _) | (_, None) => on_time,
            (_, Some(closed_at)) => std::cmp::min(closed_at, on_time),
        };
        chain.at_or_after((closes + ROUND_AFTER_CLOSE).timestamp_millis())
    }

    /// The season in which it counts; `None`: it counts in none.
    pub fn season(&self) -> Option<PoolId> {
        self.in_season.then_some(self.pool)
    }
}

/// The rule behind [`Event::status_at`].
pub fn status_at(status: EventStatus, schedule: &Schedule, now: DateTime<Utc>) -> EventStatus {
    match status {
        EventStatus::Open if schedule.requests_close_at() <= now => EventStatus::Closed,
        status => status,
    }
}

impl TryFrom<event::Model> for Event {
    type Error = DbErr;

    fn try_from(row: event::Model) -> Result<Self, DbErr> {
        let read = |row: event::Model| {
            Some(Self {
                id: row.id,
                public_id: row.public_id,
                pool: row.pool_id,
                in_season: row.in_season,
                owner: row.owner_id,
                name: row.name,
                schedule: Schedule {
                    starts_at: row.starts_at,
                    closes_at: row.closes_at,
                    zone: Zone::parse(&row.zone).ok()?,
                },
                tickets: row.tickets.try_into().ok()?,
                limit: row.request_limit.try_into().ok()?,
                notes: row.notes,
                shows_before: Visibility::parse(&row.shows_before).ok()?,
                shows_after: Visibility::parse(&row.shows_after).ok()?,
                status: EventStatus::parse(&row.status).ok()?,
                winners_line: row.winners_line,
                version: row.version,
                board_version: row.board_version,
                revision: row.revision.try_into().ok()?,
                imported: row.imported,
                created_at: row.created_at,
                finalized_at: row.finalized_at,
                deleted_at: row.deleted_at,
                commitment: match row.commitment {
                    Some(hash) => Some((Hash::parse(&hash)?, row.committed_at?)),
                    None => None,
                },
                randomness: RandomnessSource::parse(&row.randomness).ok()?,
                public_input_name: row.public_input_name,
                known_at: row.known_at,
                awaited: match (row.awaited_round, row.awaited_rule) {
                    (Some(round), Some(rule)) => {
                        Some(Awaited { round: Round::new(round.try_into().ok()?)?, rule: rule_of_key(&rule)? })
                    }
                    _ => None,
                },
                closed_at: row.closed_at,
                can_undo_draw: row.board_before_version == Some(row.board_version),
                drawn_tickets: row.drawn_tickets.map(u32::try_from).transpose().ok()?,
                draw_format: match row.draw_format {
                    1 => Format::One,
                    2 => Format::Two,
                    _ => return None,
                },
            })
        };
        let id = row.id;
        read(row).ok_or_else(|| corrupt("events", id))
    }
}

/// A count as a column holds it. Every count that comes here was parsed and fits.
pub(super) fn column(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The event with this id, in the trash or not.
pub async fn find(c: &impl ConnectionTrait, id: EventId) -> Result<Option<Event>, DbErr> {
    event::Entity::find_by_id(id).one(c).await?.map(Event::try_from).transpose()
}

/// Events in the trash, latest deleted first.
pub async fn list_deleted(c: &impl ConnectionTrait) -> Result<Vec<Event>, DbErr> {
    let deleted = event::Entity::find().filter(event::Column::DeletedAt.is_not_null());
    let rows = deleted.order_by_desc(event::Column::DeletedAt).all(c).await?;
    rows.into_iter().map(Event::try_from).collect()
}

/// Open events whose closing time has come, by id.
pub async fn list_due(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<EventId>, DbErr> {
    let closes_at = Expr::col(event::Column::ClosesAt).if_null(Expr::col(event::Column::StartsAt));
    let due = event::Column::Status.eq("open").and(closes_at.lte(now));
    event::Entity::find().select_only().column(event::Column::Id).filter(due).into_tuple().all(c).await
}

/// Where an event is filed that never was in a season.
const FIRST_POOL: PoolId = PoolId::new(1);

/// Adds an event, in this season or in none, and returns its id.
pub async fn insert(
    c: &impl ConnectionTrait,
    (details, season): (&EventDetails, Option<PoolId>),
    owner: PersonId,
    public_id: String,
    now: DateTime<Utc>,
) -> Result<EventId, DbErr> {
    let row = event::ActiveModel {
        public_id: Set(public_id),
        pool_id: Set(season.unwrap_or(FIRST_POOL)),
        in_season: Set(season.is_some()),
        owner_id: Set(owner),
        name: Set(details.name.clone()),
        starts_at: Set(details.schedule.starts_at),
        zone: Set(details.schedule.zone.name().to_owned()),
        closes_at: Set(details.schedule.closes_at),
        tickets: Set(column(details.tickets)),
        request_limit: Set(column(details.limit)),
        notes: Set(details.notes.clone()),
        shows_before: Set(details.shows_before.as_str().to_owned()),
        shows_after: Set(details.shows_after.as_str().to_owned()),
        public_input_name: Set(details.outside.name.clone()),
        randomness: Set(details.outside.source.unwrap_or(RandomnessSource::Drand).as_str().to_owned()),
        known_at: Set(details.outside.known_at),
        status: Set(EventStatus::Open.as_str().to_owned()),
        winners_line: Set(String::new()),
        version: Set(0),
        board_version: Set(0),
        revision: Set(0),
        imported: Set(false),
        created_at: Set(now),
        draw_format: Set(2),
        ..Default::default()
    };
    Ok(row.insert(c).await?.id)
}

/// Changes the details, and the season it counts in.
pub async fn update(
    tx: &WriteTx,
    event: &Held,
    (details, season): (&EventDetails, Option<PoolId>),
) -> Result<(), DbErr> {
    let change = event::Entity::update_many()
        .col_expr(event::Column::PoolId, Expr::value(season.unwrap_or(event.pool)))
        .col_expr(event::Column::InSeason, Expr::value(season.is_some()))
        .col_expr(event::Column::Name, Expr::value(details.name.clone()))
        .col_expr(event::Column::StartsAt, Expr::value(details.schedule.starts_at))
        .col_expr(event::Column::Zone, Expr::value(details.schedule.zone.name()))
        .col_expr(event::Column::ClosesAt, Expr::value(details.schedule.closes_at))
        .col_expr(event::Column::Tickets, Expr::value(column(details.tickets)))
        .col_expr(event::Column::RequestLimit, Expr::value(column(details.limit)))
        .col_expr(event::Column::Notes, Expr::value(details.notes.clone()))
        .col_expr(event::Column::ShowsBefore, Expr::value(details.shows_before.as_str()))
        .col_expr(event::Column::ShowsAfter, Expr::value(details.shows_after.as_str()))
        .col_expr(event::Column::PublicInputName, Expr::value(details.outside.name.clone()))
        .col_expr(event::Column::KnownAt, Expr::value(details.outside.known_at));
    let change = match details.outside.source {
        // Only before anyone asked: nothing is frozen by the rules of an older format.
        Some(RandomnessSource::Drand) => change
            .col_expr(event::Column::Randomness, Expr::value(RandomnessSource::Drand.as_str()))
            .col_expr(event::Column::DrawFormat, Expr::value(2)),
        Some(source) => change.col_expr(event::Column::Randomness, Expr::value(source.as_str())),
        None => change,
    };
    run(tx, event.id, change).await
}

/// Moves the event to another state. Finalizing also counts the revision.
pub async fn set_status(tx: &WriteTx, event: &Held, status: EventStatus, now: DateTime<Utc>) -> Result<(), DbErr> {
    let change = event::Entity::update_many().col_expr(event::Column::Status, Expr::value(status.as_str().to_owned()));
    let change = match status {
        EventStatus::Open => change.col_expr(event::Column::ClosedAt, Expr::value(None::<DateTime<Utc>>)),
        EventStatus::Closed => change.col_expr(event::Column::ClosedAt, Expr::value(now)),
        EventStatus::Cancelled => change.col_expr(event::Column::CancelledAt, Expr::value(now)),
        EventStatus::Finalized => change
            .col_expr(event::Column::FinalizedAt, Expr::value(now))
            .col_expr(event::Column::Revision, Expr::col(event::Column::Revision).add(1)),
    };
    run(tx, event.id, change).await
}

/// Sets the closing time aside, so that an event opened again by hand stays open until it begins.
pub async fn clear_closing_time(tx: &WriteTx, event: &Held) -> Result<(), DbErr> {
    let none = Expr::value(None::<DateTime<Utc>>);
    run(tx, event.id, event::Entity::update_many().col_expr(event::Column::ClosesAt, none)).await
}

/// Keeps the organizer's line for those who got tickets.
pub async fn set_winners_line(tx: &WriteTx, event: &Held, line: &str) -> Result<(), DbErr> {
    let change = event::Entity::update_many().col_expr(event::Column::WinnersLine, Expr::value(line.to_owned()));
    change.filter(event::Column::Id.eq(event.id)).exec(tx).await.map(|_| ())
}

/// Gives the event another owner.
pub async fn set_owner(tx: &WriteTx, event: &Held, owner: PersonId) -> Result<(), DbErr> {
    run(tx, event.id, event::Entity::update_many().col_expr(event::Column::OwnerId, Expr::value(owner))).await
}

/// Puts the event into the trash (an instant) or takes it out (`None`).
pub async fn set_deleted(tx: &WriteTx, event: &Held, deleted_at: Option<DateTime<Utc>>) -> Result<(), DbErr> {
    run(tx, event.id, event::Entity::update_many().col_expr(event::Column::DeletedAt, Expr::value(deleted_at))).await
}

async fn run(tx: &WriteTx, id: EventId, change: sea_orm::UpdateMany<event::Entity>) -> Result<(), DbErr> {
    let change = change.col_expr(event::Column::Version, Expr::col(event::Column::Version).add(1));
    change.filter(event::Column::Id.eq(id)).exec(tx).await.map(|_| ())
}

/// Moves the board from `version` to the next; says whether it still stood there, so of two organizers one is told.
pub async fn advance_board(tx: &WriteTx, event: &Held, version: i32) -> Result<bool, DbErr> {
    let advanced = event::Entity::update_many()
        .col_expr(event::Column::BoardVersion, Expr::col(event::Column::BoardVersion).add(1))
        .filter(event::Column::Id.eq(event.id).and(event::Column::BoardVersion.eq(version)))
        .exec(tx)
        .await?;
    Ok(advanced.rows_affected == 1)
}

/// Notes the draw that waits; `None`: none does.
pub async fn set_awaited(tx: &WriteTx, event: &Held, awaited: Option<Awaited>) -> Result<(), DbErr> {
    let round = awaited.and_then(|awaited| i64::try_from(awaited.round.get()).ok());
    let change = event::Entity::update_many()
        .col_expr(event::Column::AwaitedRound, Expr::value(round))
        .col_expr(event::Column::AwaitedRule, Expr::value(awaited.map(|awaited| rule_key(awaited.rule))));
    change.filter(event::Column::Id.eq(event.id)).exec(tx).await.map(|_| ())
}

/// Notes with how many tickets the last draw was made.
pub async fn note_drawn(tx: &WriteTx, event: &Held, tickets: u32) -> Result<(), DbErr> {
    let change = event::Entity::update_many().col_expr(event::Column::DrawnTickets, Expr::value(column(tickets)));
    change.filter(event::Column::Id.eq(event.id)).exec(tx).await.map(|_| ())
}

/// Keeps the board as it was before a draw was put on it at `version`.
pub async fn keep_board_before(tx: &WriteTx, event: &Held, before: &str, version: i32) -> Result<(), DbErr> {
    let change = event::Entity::update_many()
        .col_expr(event::Column::BoardBefore, Expr::value(before.to_owned()))
        .col_expr(event::Column::BoardBeforeVersion, Expr::value(version));
    change.filter(event::Column::Id.eq(event.id)).exec(tx).await.map(|_| ())
}

/// The board as it was before a draw was put on it.
pub async fn board_before(c: &impl ConnectionTrait, id: EventId) -> Result<Option<String>, DbErr> {
    let column = event::Entity::find_by_id(id).select_only().column(event::Column::BoardBefore);
    Ok(column.into_tuple::<Option<String>>().one(c).await?.flatten())
}

/// The events that were put into the trash before `before`.
pub async fn deleted_before(c: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<Vec<EventId>, DbErr> {
    let deleted = event::Entity::find().select_only().column(event::Column::Id);
    deleted.filter(event::Column::DeletedAt.lt(before)).order_by_asc(event::Column::Id).into_tuple().all(c).await
}

/// Removes an event for good, with its requests and draws.
pub async fn remove(tx: &WriteTx, event: &Held) -> Result<(), DbErr> {
    event::Entity::delete_by_id(event.id).exec(tx).await.map(|_| ())
}
