//! Events.

mod change;

use allocation::{
    Format, Hash, Rule,
    beacon::{Chain, Round},
};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

pub(super) use self::change::run;
pub use self::change::{
    advance_board, clear_closing_time, close, insert, keep_board_before, note_announced, note_dates, note_drawn,
    remove, set_awaited, set_deleted, set_owner, set_status, set_tickets, set_winners_line, update,
};
use super::{corrupt, entity::event, rounds};
use crate::domain::{
    after::{Guests, HandOn},
    draw::{RandomnessSource, rule_of_key},
    event::{EventStatus, Visibility},
    ids::{EventId, PersonId, SeasonId},
    schedule::{Schedule, Zone},
};

/// How long after the close the named round comes: time to settle the draw before it.
const ROUND_AFTER_CLOSE: TimeDelta = TimeDelta::minutes(10);
/// How long before it begins nothing is given back any more, unless the organizer says otherwise.
const RETURNS_END: TimeDelta = TimeDelta::hours(2);
/// How long before it begins it can be noted who came.
const DOOR_OPENS: TimeDelta = TimeDelta::hours(3);
/// How long after it the names of guests are kept.
pub const GUESTS_STAY: TimeDelta = TimeDelta::days(30);

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

/// What became of the tickets of an event after the result, as it is kept with the event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// Tickets that are offered to people.
    pub offered: u32,
    /// Tickets on the open table.
    pub on_table: u32,
    /// How many entries its ledgers have; 0: nothing was given back yet.
    pub sequence: u32,
    /// When something happens next by itself.
    pub due_at: Option<DateTime<Utc>>,
    /// Until when tickets can be given back, where the organizer said so.
    pub returns_until: Option<DateTime<Utc>>,
    /// Whether they can be handed on.
    pub hand_on: HandOn,
    /// Whether guests are named.
    pub guests: Guests,
    /// Until when, where the organizer said so.
    pub guests_until: Option<DateTime<Utc>>,
}

impl After {
    /// Whether anything was given back, or is about to be.
    pub fn happens(self) -> bool {
        self.sequence > 0 || self.due_at.is_some()
    }
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

    /// Until when tickets can be given back: as the organizer said, or else until two hours before it begins; never after that.
    pub fn returns_until(&self) -> DateTime<Utc> {
        returns_until(self.schedule.starts_at, self.after.returns_until)
    }

    /// Until when people can say who their guests are: as the organizer said, or else as long as tickets can be given back.
    pub fn guests_until(&self) -> DateTime<Utc> {
        guests_until(self.schedule.starts_at, (self.after.returns_until, self.after.guests_until))
    }

    /// Whether people are asked who uses their tickets.
    pub fn asks_for_guests(&self) -> bool {
        self.after.guests != Guests::Off
    }

    /// Until when who came can be noted; then the names of guests are removed: 30 days after it ends, or begins where no end is
    /// known.
    pub fn door_closes_at(&self) -> DateTime<Utc> {
        self.ends_at.unwrap_or(self.schedule.starts_at) + GUESTS_STAY
    }

    /// From when on: three hours before it begins.
    pub fn door_opens_at(&self) -> DateTime<Utc> {
        self.schedule.starts_at - DOOR_OPENS
    }

    /// Whether who came can be noted now.
    pub fn door_is_open(&self, now: DateTime<Utc>) -> bool {
        self.door_opens_at() <= now && now < self.door_closes_at()
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

/// The rule behind [`Event::returns_until`].
fn returns_until(starts_at: DateTime<Utc>, set: Option<DateTime<Utc>>) -> DateTime<Utc> {
    std::cmp::min(set.unwrap_or(starts_at - RETURNS_END), starts_at)
}

/// The rule behind [`Event::guests_until`]; `set`: what the organizer said of returns, and of guests.
pub(super) fn guests_until(
    starts_at: DateTime<Utc>,
    (returns, guests): (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
) -> DateTime<Utc> {
    guests.map_or_else(|| returns_until(starts_at, returns), |until| std::cmp::min(until, starts_at))
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
                after: After {
                    offered: row.offered.try_into().ok()?,
                    on_table: row.on_table.try_into().ok()?,
                    sequence: row.after_sequence.try_into().ok()?,
                    due_at: row.after_due_at,
                    returns_until: row.returns_until,
                    hand_on: HandOn::parse(&row.hand_on).ok()?,
                    guests: Guests::parse(&row.guests).ok()?,
                    guests_until: row.guests_until,
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
