//! Requests with their tiers, and what each is given.

mod change;
mod named;
mod row;

use std::collections::HashSet;

use allocation::{Exact, Slips, Tiers};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect};

use self::row::select;
pub(super) use self::row::{joined_tiers, one_as_text, read_one, read_tiers};
pub use self::{
    change::{Asking, Removal, insert, restore, update, withdraw},
    named::{Named, named},
};
use super::entity::request;
use crate::domain::ids::{EventId, PersonId, RequestId};

/// A request as stored, with its author's name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that is so of it or not")]
pub struct Request {
    pub id: RequestId,
    pub event: EventId,
    pub person: PersonId,
    /// Stands for the person in draws, hashed.
    pub public_id: String,
    pub name: String,
    pub email: String,
    pub person_active: bool,
    /// Whether emails do not get to the person's address.
    pub failing: bool,
    pub tiers: Tiers,
    pub note: String,
    /// The last change that added an acceptable amount.
    pub since: DateTime<Utc>,
    pub version: i32,
    /// The organizer who entered or corrected it, if it was not the person.
    pub entered_by: Option<PersonId>,
    /// `None`: undecided.
    pub allocated: Option<u32>,
    /// Why, for a number outside the tiers.
    pub reason: String,
    /// The board's version at which the allocation last changed.
    pub decided_version: i32,
    pub decided_by: Option<PersonId>,
    /// What the person was last told.
    pub told: Option<u32>,
    /// Whether they were told their number with another date, end, or place than the event has now.
    pub told_other_date: bool,
    /// What a former system said, where it was impossible.
    pub legacy_allocated: Option<i32>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Who removed it that is not its person; `None`: the person withdrew it, or it stands.
    pub removed: Option<Removed>,
    /// How the number came to differ from what the person had been told before.
    pub changed: Option<Changed>,
    /// As frozen with the list; `None` before.
    pub frozen: Option<(Slips, Exact)>,
    /// What the last draw gave; `None`: it was not in it.
    pub drawn: Option<u32>,
    /// Whether that draw left it to the organizer.
    pub pinned: bool,
    /// Whether the organizer decided the number, not a draw: the next draw leaves it alone.
    pub by_hand: bool,
    /// Whether the number came about after a result, by what its person gave back or took, not by a decision.
    pub since_result: bool,
    /// Whether its person asked for nothing: they came by their tickets after a result.
    pub joined_after: bool,
    /// How many of the tickets were used, as noted at the door; `None`: nobody said.
    pub came: Option<u32>,
}

impl Request {
    /// Whether the draw, or what its person gave back or took since the result, comes to what they have and were told: then nobody
    /// set it, whatever they had asked for.
    pub fn came_to_it(&self) -> bool {
        let by_draw = self.drawn.is_some() && self.drawn == self.allocated;
        (by_draw || self.since_result) && self.told == self.allocated
    }

    /// Whether it counts in a season: its person made it, and was told what came of it. The same as
    /// [`super::memory_one`] asks of rows.
    pub fn counts_in_season(&self) -> bool {
        self.withdrawn_at.is_none() && self.entered_by.is_none() && self.told.is_some()
    }
}

/// Someone's request that another took away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The name of who did it; empty where their account is gone.
    pub by: String,
    pub reason: String,
}

/// A number that is not what the person had been told before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What they had been told.
    pub from: u32,
    /// The name of who changed it; empty where their account is gone.
    pub by: String,
    pub reason: String,
}

impl Request {
    /// What the last draw gives it, if that is not on the board yet.
    pub fn not_put(&self) -> Option<u32> {
        self.drawn.filter(|_| !self.by_hand && self.allocated != self.drawn)
    }

    /// Whether its person was told of tickets, and then that they are gone.
    pub fn taken_back(&self) -> bool {
        self.allocated.unwrap_or(0) == 0 && self.changed.as_ref().is_some_and(|changed| changed.from > 0)
    }
}

/// The requests of an event that stand, by name.
pub async fn of_event(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Request>, DbErr> {
    select(c, "r.event_id = $1 AND r.withdrawn_at IS NULL", [event.into()]).await
}

/// A part of the requests of an event that stand, by name: at most `most` of them, after the first `before`.
pub async fn part_of_event(
    c: &impl ConnectionTrait,
    event: EventId,
    (before, most): (u64, u64),
) -> Result<Vec<Request>, DbErr> {
    let those = format!("r.id IN (SELECT x.id {PART})");
    select(c, &those, [event.into(), most.into(), before.into()]).await
}

/// SQL for a part of the requests `x` of event $1, by name: $2 of them, after the first $3.
pub(super) const PART: &str = "FROM requests x JOIN users y ON y.id = x.user_id \
    WHERE x.event_id = $1 AND x.withdrawn_at IS NULL ORDER BY y.sort_key, x.id LIMIT $2 OFFSET $3";

/// All requests of an event, withdrawn ones too, by name.
pub async fn all_of_event(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Request>, DbErr> {
    select(c, "r.event_id = $1", [event.into()]).await
}

/// One person's request for one event, withdrawn or not.
pub async fn find(c: &impl ConnectionTrait, event: EventId, person: PersonId) -> Result<Option<Request>, DbErr> {
    Ok(select(c, "r.event_id = $1 AND r.user_id = $2", [event.into(), person.into()]).await?.pop())
}

/// Who of these people asks for an event.
pub async fn who_asks(
    c: &impl ConnectionTrait,
    event: EventId,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashSet<PersonId>, DbErr> {
    let those = request::Column::EventId.eq(event).and(request::Column::WithdrawnAt.is_null());
    let those = request::Entity::find().filter(those.and(request::Column::UserId.is_in(people)));
    Ok(those.select_only().column(request::Column::UserId).into_tuple().all(c).await?.into_iter().collect())
}

/// One person's request for one event, withdrawn or not, and the latest they made for any other: what a new one is
/// prefilled with. One statement.
pub async fn find_with_latest(
    c: &impl ConnectionTrait,
    event: EventId,
    person: PersonId,
) -> Result<(Option<Request>, Option<Request>), DbErr> {
    // Each of the two by its index: all that someone ever asked for need not be gone through.
    let both = "r.id IN (SELECT a.id FROM requests a WHERE a.event_id = $1 AND a.user_id = $2 \
                UNION ALL SELECT l.id FROM (SELECT x.id FROM requests x \
                WHERE x.user_id = $2 AND x.event_id <> $1 AND x.withdrawn_at IS NULL \
                ORDER BY x.since DESC, x.id DESC LIMIT 1) l)";
    let found = select(c, both, [event.into(), person.into()]).await?;
    let (mut this, mut other): (Vec<_>, Vec<_>) = found.into_iter().partition(|request| request.event == event);
    Ok((this.pop(), other.pop()))
}
