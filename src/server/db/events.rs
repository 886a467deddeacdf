//! Events.

mod after;
mod change;

use allocation::{
    Format, Hash, Rule,
    beacon::{Chain, Round},
};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

pub(super) use self::{after::guests_until, change::run};
pub use self::{
    after::{After, GUESTS_STAY},
    change::{
        advance_board, clear_closing_time, close, insert, keep_board_before, note_announced, note_dates, note_drawn,
        remove, set_awaited, set_deleted, set_owner, set_status, set_tickets, set_winners_line, update,
    },
};
use super::{corrupt, entity::event, rounds};
use crate::domain::{
    draw::{RandomnessSource, rule_of_key},
    event::{EventStatus, Visibility},
    ids::{EventId, PersonId, SeasonId},
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
    /// The season it is or was in last; [`Event::season`] says whether that means anything.
    pub last_season: SeasonId,
    pub in_season: bool,
    pub owner: PersonId,
    pub name: String,
    pub schedule: Schedule,
    /// Where it takes place, one line; empty where nobody said.
    pub place: String,
    /// When it ends, where somebody said.
    pub ends_at: Option<DateTime<Utc>>,
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
    /// When everyone was told of it.
    pub announced_at: Option<DateTime<Utc>>,
    /// Since when it begins and closes when it does.
    pub dates_since: DateTime<Utc>,
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
    /// What its requests come to.
    pub demand: Demand,
    /// What became of tickets after the result.
    pub after: After,
}

/// What the requests of an event come to that stand, as it is kept with the event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Demand {
    /// People who ask.
    pub people: u64,
    /// Tickets if everyone got their first choice.
    pub requested: u64,
    /// Tickets if everyone got the smallest number they accept.
    pub smallest: u64,
    /// Tickets given so far.
    pub given: u64,
    /// Requests without a decision.
    pub undecided: u64,
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

    /// The round of the beacon that is named for its draws: the first one that comes ten minutes after requests close, or
    /// later. Moving the close moves it; closing by hand before the time brings it forward.
    pub fn named_round(&self, chain: &Chain) -> Round {
        let on_time = self.schedule.requests_close_at();
        let closes = match (self.status, self.closed_at) {
            (EventStatus::Open, _) | (_, None) => on_time,
            (_, Some(closed_at)) => std::cmp::min(closed_at, on_time),
        };
        chain.at_or_after((closes + ROUND_AFTER_CLOSE).timestamp_millis())
    }

    /// The season in which it counts; `None`: it counts in none.
    pub fn season(&self) -> Option<SeasonId> {
        self.in_season.then_some(self.last_season)
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
            let after = After::of(&row)?;
            Some(Self {
                id: row.id,
                public_id: row.public_id,
                last_season: row.pool_id,
                in_season: row.in_season,
                owner: row.owner_id,
                name: row.name,
                schedule: Schedule {
                    starts_at: row.starts_at,
                    closes_at: row.closes_at,
                    zone: Zone::parse(&row.zone).ok()?,
                },
                place: row.place,
                ends_at: row.ends_at,
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
                announced_at: row.announced_at,
                dates_since: row.dates_since.unwrap_or(row.created_at),
                commitment: match row.commitment {
                    Some(hash) => Some((Hash::parse(&hash)?, row.committed_at?)),
                    None => None,
                },
                randomness: RandomnessSource::parse(&row.randomness).ok()?,
                public_input_name: row.public_input_name,
                known_at: row.known_at,
                awaited: match (row.awaited_round, row.awaited_rule) {
                    (Some(round), Some(rule)) => {
                        Some(Awaited { round: rounds::read(round)?, rule: rule_of_key(&rule)? })
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
                demand: Demand {
                    people: row.people.try_into().ok()?,
                    requested: row.requested.try_into().ok()?,
                    smallest: row.smallest.try_into().ok()?,
                    given: row.given.try_into().ok()?,
                    undecided: row.undecided.try_into().ok()?,
                },
                after,
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
