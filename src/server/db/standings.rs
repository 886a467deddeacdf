//! Where everyone stands in a season, as it is kept: brought up to date by the transaction that changes what it follows
//! from, read by one look-up.

use std::collections::{BTreeMap, HashMap};

use allocation::{Exact, Standing};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QuerySelect,
    Statement,
    sea_query::{Expr, LockType, OnConflict},
};

use super::{
    WriteTx, corrupt,
    course::Course,
    entity::{season, standing},
    memory::{self, Ledger},
    requests::PART,
};
use crate::domain::ids::{EventId, PersonId, SeasonId};

pub use super::memory::SoFar;

/// Of how many events it is kept one by one how they went.
const RECENT: usize = 60;

/// Whose past.
#[derive(Clone, Copy, Debug)]
pub enum Whose {
    /// Everyone who asks for the event.
    Requesters,
    /// Those whose requests are a part of it: as many as the second number, after the first ones.
    Part(u64, u64),
    /// One person.
    Person(PersonId),
}

/// How it went for someone in one season.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InSeason {
    pub name: String,
    /// What a draw takes.
    pub so_far: SoFar,
    /// Whether each of the latest events they asked for gave them a ticket, the oldest first.
    pub recent: Vec<bool>,
}

#[derive(FromQueryResult)]
struct Row {
    person: PersonId,
    name: String,
    asked: i32,
    got: i32,
    losses: i32,
    counting: i32,
    balance: i64,
    recent: String,
}

/// How it went for someone, by season; the one in which they asked last comes first. One statement.
pub async fn of_person(c: &impl ConnectionTrait, person: PersonId) -> Result<Vec<InSeason>, DbErr> {
    let rows = select(c, "s.user_id = $1 AND s.asked > 0 ORDER BY l.starts_at DESC, l.id DESC", [person.into()]);
    rows.await?
        .into_iter()
        .map(|row| {
            Ok(InSeason {
                so_far: so_far(&row)?,
                name: row.name,
                recent: row.recent.bytes().map(|b| b == b'1').collect(),
            })
        })
        .collect()
}

/// Where people stand in a season. One statement.
pub async fn of_season(
    c: &impl ConnectionTrait,
    (season, event): (SeasonId, EventId),
    whose: Whose,
) -> Result<HashMap<PersonId, SoFar>, DbErr> {
    let rows = match whose {
        Whose::Person(person) => {
            select(c, "s.pool_id = $1 AND s.user_id = $2", vec![season.into(), person.into()]).await?
        }
        Whose::Requesters => {
            let those = "s.pool_id = $1 AND s.user_id IN (SELECT r.user_id FROM requests r WHERE r.event_id = $2)";
            select(c, those, vec![season.into(), event.into()]).await?
        }
        Whose::Part(before, most) => {
            let those = format!("s.user_id IN (SELECT x.user_id {PART}) AND s.pool_id = $4");
            select(c, &those, vec![event.into(), most.into(), before.into(), season.into()]).await?
        }
    };
    rows.iter().map(|row| Ok((row.person, so_far(row)?))).collect()
}

async fn select(
    c: &impl ConnectionTrait,
    those: &str,
    values: impl IntoIterator<Item = sea_orm::Value>,
) -> Result<Vec<Row>, DbErr> {
    let sql = format!(
        "SELECT s.user_id AS person, p.name, s.asked, s.got, s.losses, s.counting, s.balance, s.recent \
         FROM standings s JOIN pools p ON p.id = s.pool_id LEFT JOIN events l ON l.public_id = s.latest WHERE {those}"
    );
    Row::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, values)).all(c).await
}

fn so_far(row: &Row) -> Result<SoFar, DbErr> {
    let read = || {
        Some(SoFar {
            asked: row.asked.try_into().ok()?,
            got: row.got.try_into().ok()?,
            standing: Standing {
                losses: row.losses.try_into().ok()?,
                counting: row.counting.try_into().ok()?,
                balance: Exact::new(row.balance)?,
            },
        })
    };
    read().ok_or_else(|| corrupt("standings", row.person))
}

/// One person whose standing was not kept as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mended {
    pub season: SeasonId,
    pub person: PersonId,
}

/// What of a season was not kept as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// Whose standings.
    pub standings: Vec<Mended>,
    /// Whether its course was not.
    pub course: bool,
}

/// Brings a season's standings and its course up to date with what happened in its events, and returns what was not. Others
/// that do the same wait. Two statements, and those that write.
pub async fn refresh(tx: &WriteTx, season: SeasonId) -> Result<Refreshed, DbErr> {
    let mut row = season::Entity::find_by_id(season).select_only().column(season::Column::Course);
    if tx.get_database_backend() == DbBackend::Postgres {
        row = row.lock(LockType::NoKeyUpdate);
    }
    let kept = row.into_tuple::<String>().one(tx).await?.unwrap_or_default();
    let happened = memory::remembered(tx, (season, EventId::new(0))).await?;
    let ledger = memory::as_ledger(&happened);
    let course = Course::of(&happened, &ledger).write();
    let mut now = rows(season, &ledger);
    let mut gone = Vec::new();
    for kept in standing::Entity::find().filter(standing::Column::PoolId.eq(season)).all(tx).await? {
        match now.get(&kept.user_id) {
            Some(row) if *row == kept => drop(now.remove(&kept.user_id)),
            Some(_) => {}
            None => gone.push(kept.user_id),
        }
    }
    for some in gone.chunks(500) {
        let those = standing::Column::PoolId.eq(season).and(standing::Column::UserId.is_in(some.iter().copied()));
        standing::Entity::delete_many().filter(those).exec(tx).await?;
    }
    let mended: Vec<Mended> =
        gone.into_iter().chain(now.keys().copied()).map(|person| Mended { season, person }).collect();
    let changed: Vec<_> = now.into_values().map(standing::ActiveModel::from).map(written).collect();
    for some in changed.chunks(500) {
        standing::Entity::insert_many(some.iter().cloned()).on_conflict(replaced()).exec_without_returning(tx).await?;
    }
    let wrong = course != kept;
    let counted = season::Entity::update_many()
        .col_expr(season::Column::Recount, Expr::value(false))
        .col_expr(season::Column::Course, Expr::value(course));
    let stale = season::Column::Recount.eq(true).or(Expr::val(wrong).eq(true));
    counted.filter(season::Column::Id.eq(season).and(stale)).exec(tx).await?;
    Ok(Refreshed { standings: mended, course: wrong })
}

/// Every column is to be written, changed or not.
fn written(row: standing::ActiveModel) -> standing::ActiveModel {
    use sea_orm::ActiveModelTrait;
    row.reset_all()
}

fn replaced() -> OnConflict {
    use standing::Column::{Asked, Balance, Counting, Got, Latest, Losses, PoolId, Recent, UserId};
    let columns = [Asked, Got, Losses, Counting, Balance, Recent, Latest];
    OnConflict::columns([PoolId, UserId]).update_columns(columns).to_owned()
}

/// The rows that a ledger comes to.
fn rows(season: SeasonId, ledger: &Ledger) -> BTreeMap<PersonId, standing::Model> {
    let mut went: HashMap<PersonId, (Vec<bool>, &str)> = HashMap::new();
    for (event, entry) in ledger {
        for (&person, line) in entry.lines.iter().filter(|(_, line)| line.met) {
            let (got, latest) = went.entry(person).or_default();
            got.push(line.got > 0);
            *latest = event;
        }
    }
    let row = |(person, so_far): (PersonId, SoFar)| {
        let (got, latest) = went.remove(&person).unwrap_or_default();
        let recent =
            got.iter().skip(got.len().saturating_sub(RECENT)).map(|&got| if got { '1' } else { '0' }).collect();
        let row = standing::Model {
            pool_id: season,
            user_id: person,
            asked: count(so_far.asked),
            got: count(so_far.got),
            losses: count(so_far.standing.losses.into()),
            counting: count(so_far.standing.counting.into()),
            balance: so_far.standing.balance.get(),
            recent,
            latest: latest.to_owned(),
        };
        (person, row)
    };
    memory::standings(ledger, |_| true).into_iter().map(row).collect()
}

fn count(count: u64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
