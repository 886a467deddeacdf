//! How the ways to send stand. One row each, which all instances share: whether it is down, how fast it may be used.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbBackend, DbErr, EntityTrait, QuerySelect,
    sea_query::OnConflict,
};

use super::entity::way;

/// A way to send, as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// What the settings call it.
    pub name: String,
    /// Nothing where mail leaves.
    pub down: Option<Down>,
    /// When it was down last, and came up again.
    pub up_since: Option<DateTime<Utc>>,
    /// How often its pace was halved, for being too fast.
    pub slowness: u32,
    /// When that was last.
    pub slowed_at: Option<DateTime<Utc>>,
    /// Until when the mails that left have used up its pace.
    pub spent_until: Option<DateTime<Utc>>,
    /// The same of the mails nobody waits for, which may not use all of it.
    pub rest_spent_until: Option<DateTime<Utc>>,
}

/// A way on which nothing leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Down {
    pub since: DateTime<Utc>,
    /// What it said last: one line, without addresses.
    pub reason: String,
    /// When to try it next.
    pub probe_at: DateTime<Utc>,
}

impl From<way::Model> for Way {
    fn from(row: way::Model) -> Self {
        let down =
            |since| Down { since, reason: row.reason.unwrap_or_default(), probe_at: row.probe_at.unwrap_or(since) };
        Self {
            down: row.down_since.map(down),
            name: row.name,
            up_since: row.up_since,
            slowness: row.slowness.try_into().unwrap_or(0),
            slowed_at: row.slowed_at,
            spent_until: row.spent_until,
            rest_spent_until: row.rest_spent_until,
        }
    }
}

/// The way of this name; one that was never used is up.
pub async fn find(c: &impl ConnectionTrait, name: &str) -> Result<Way, DbErr> {
    let found = way::Entity::find_by_id(name).one(c).await?;
    Ok(found.map_or_else(|| Way { name: name.to_owned(), ..Way::default() }, Way::from))
}

/// The same, held until the transaction ends: of several instances one at a time sees and changes it.
pub async fn hold(c: &impl ConnectionTrait, name: &str) -> Result<Way, DbErr> {
    let held = || {
        let query = way::Entity::find_by_id(name);
        if c.get_database_backend() == DbBackend::Postgres { query.lock_exclusive() } else { query }
    };
    if let Some(row) = held().one(c).await? {
        return Ok(row.into());
    }
    let new = way::ActiveModel { name: Set(name.to_owned()), slowness: Set(0), ..Default::default() };
    let once = OnConflict::column(way::Column::Name).do_nothing().to_owned();
    way::Entity::insert(new).on_conflict(once).exec_without_returning(c).await?;
    held().one(c).await?.map(Way::from).ok_or_else(|| DbErr::RecordNotFound(format!("ways {name}")))
}

/// Keeps a way that is held.
pub async fn keep(c: &impl ConnectionTrait, way: &Way) -> Result<(), DbErr> {
    let reason = way.down.as_ref().map(|down| down.reason.chars().take(500).collect());
    let row = way::ActiveModel {
        name: Set(way.name.clone()),
        down_since: Set(way.down.as_ref().map(|down| down.since)),
        reason: Set(reason),
        probe_at: Set(way.down.as_ref().map(|down| down.probe_at)),
        up_since: Set(way.up_since),
        slowness: Set(way.slowness.try_into().unwrap_or(i32::MAX)),
        slowed_at: Set(way.slowed_at),
        spent_until: Set(way.spent_until),
        rest_spent_until: Set(way.rest_spent_until),
    };
    row.update(c).await.map(|_| ())
}
