//! What follows from requests is brought up to date by the transaction that changed them, before it ends: the totals of every
//! event it held, and the standings of the seasons in which these count. `recount` does the same for all.

use std::collections::BTreeSet;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Statement,
};

use super::{
    Db, OpenError, WriteTx,
    connect::Touched,
    entity::season,
    name_keys,
    standings::{self, Mended},
};
use crate::{
    domain::ids::{EventId, SeasonId},
    server::config::DatabaseAt,
};

/// The columns in which the totals of an event are kept.
const KEPT: &str = "people, requested, smallest, given, undecided";

/// The totals of an event as its requests have them, in the order of [`KEPT`].
const TOTALS: &str = "SELECT COUNT(CASE WHEN r.joined_after THEN NULL ELSE 1 END), \
     COALESCE(SUM(CASE WHEN r.joined_after THEN 0 ELSE \
       (SELECT MAX(t.amount) FROM request_tiers t WHERE t.request_id = r.id) END), 0), \
     COALESCE(SUM(CASE WHEN r.joined_after THEN 0 ELSE \
       (SELECT MIN(t.amount) FROM request_tiers t WHERE t.request_id = r.id) END), 0), \
     COALESCE(SUM(COALESCE(r.allocated, 0)), 0), \
     COALESCE(SUM(CASE WHEN r.allocated IS NULL THEN 1 ELSE 0 END), 0) \
     FROM requests r WHERE r.event_id = events.id AND r.withdrawn_at IS NULL";

#[derive(FromQueryResult)]
struct After {
    pool_id: SeasonId,
    in_season: bool,
    revision: i32,
}

impl Db {
    /// Opens the database where the settings say, and computes what an upgrade left to be computed.
    pub async fn open(at: &DatabaseAt) -> Result<Self, OpenError> {
        Self::opened(at).await.map_err(|error| error.at(at))
    }

    async fn opened(at: &DatabaseAt) -> Result<Self, OpenError> {
        let db = match at {
            DatabaseAt::Sqlite(file) => Self::sqlite(file).await?,
            DatabaseAt::Postgres(url) => Self::postgres(url).await?,
        };
        db.catch_up().await?;
        Ok(db)
    }

    /// Computes what an upgrade left to be computed: standings, and how names are sorted and searched. Nothing, as a rule.
    pub async fn catch_up(&self) -> Result<(), DbErr> {
        name_keys::make_missing(self).await?;
        if !seasons(self.read(), true).await?.is_empty() {
            let tx = self.write_tx().await?;
            for season in seasons(&tx, true).await? {
                standings::refresh(&tx, season).await?;
            }
            tx.end().await?;
        }
        Ok(())
    }
}

impl WriteTx {
    /// Makes everything written stay, with what follows from it.
    pub async fn commit(self) -> Result<(), DbErr> {
        let touched = self.take_touched();
        if !touched.is_empty() {
            Box::pin(settle(&self, touched)).await?;
        }
        self.end().await
    }
}

/// Brings up to date what follows from these events. One statement each, and those of a season for each in which one counts
/// or did.
async fn settle(tx: &WriteTx, touched: Vec<Touched>) -> Result<(), DbErr> {
    let mut seasons: BTreeSet<SeasonId> = touched.iter().filter_map(|touched| touched.counted_in).collect();
    let events: BTreeSet<EventId> = touched.into_iter().map(|touched| touched.event).collect();
    for event in events {
        let sql = format!(
            "UPDATE events SET ({KEPT}) = ({TOTALS}) WHERE id = $1 \
             RETURNING pool_id, in_season, revision"
        );
        let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, [event.into()]);
        let after = After::find_by_statement(statement).one(tx).await?;
        seasons.extend(after.filter(|after| after.in_season && after.revision > 0).map(|after| after.pool_id));
    }
    for season in seasons {
        standings::refresh(tx, season).await?;
    }
    Ok(())
}

/// What was not kept as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recount {
    /// Events whose totals were wrong.
    pub events: Vec<EventId>,
    /// People whose standing was wrong, missing, or one too many.
    pub standings: Vec<Mended>,
    /// Seasons whose course was wrong.
    pub courses: Vec<SeasonId>,
}

/// Computes everything anew that follows from requests, mends what is kept, and returns what was wrong.
pub async fn recount(tx: &WriteTx) -> Result<Recount, DbErr> {
    let sql = format!("UPDATE events SET ({KEPT}) = ({TOTALS}) WHERE ({KEPT}) <> ({TOTALS}) RETURNING id");
    let wrong = tx.query_all_raw(Statement::from_string(tx.get_database_backend(), sql)).await?;
    let mut events = wrong.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<EventId>, _>>()?;
    events.sort_unstable();
    let mut found = Recount { events, ..Recount::default() };
    for season in seasons(tx, false).await? {
        let wrong = standings::refresh(tx, season).await?;
        found.standings.extend(wrong.standings);
        found.courses.extend(wrong.course.then_some(season));
    }
    Ok(found)
}

/// All seasons, or those whose standings are yet to be computed.
async fn seasons(c: &impl ConnectionTrait, outstanding: bool) -> Result<Vec<SeasonId>, DbErr> {
    let mut all = season::Entity::find().select_only().column(season::Column::Id).order_by_asc(season::Column::Id);
    if outstanding {
        all = all.filter(season::Column::Recount.eq(true));
    }
    all.into_tuple().all(c).await
}
