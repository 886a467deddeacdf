//! A copy that is about to take the database's place, or did.

use std::path::Path;

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbErr, Statement};

use super::{
    Db,
    connect::{OpenError, connected, read_only},
    outbox, reminders,
};
use crate::server::config::DatabaseAt;

/// Since this migration it is noted until when people were reminded.
const REMINDERS: &str = "m0030_what_goes_out";

/// Whether a file holds a database of this program that this version can bring up to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ours {
    Yes,
    /// Whatever it is, it is none.
    No,
}

impl Db {
    /// Whether an SQLite file is a database of this program, of this version or an earlier one. Writes nothing into it.
    ///
    /// # Errors
    /// The original's database; a newer schema; what SQLite says.
    pub async fn is_ours(file: &Path) -> Result<Ours, OpenError> {
        match Self::pending_migrations(&DatabaseAt::Sqlite(file.to_owned())).await {
            Ok(pending) if pending.len() < Migrator::migrations().len() => Ok(Ours::Yes),
            Ok(_) | Err(OpenError::Foreign { .. }) => Ok(Ours::No),
            Err(error) => Err(error),
        }
    }

    /// Has no email leave by itself that was in the queue when a copy was made: it may have left since, and nobody here can know.
    /// Each is noted as failed, for an admin to send again or not. Nobody is reminded, either, of what was due since. Says how
    /// many emails there were.
    ///
    /// # Errors
    /// What SQLite says.
    pub async fn hold_back_queue(copy: &Path) -> Result<u64, OpenError> {
        let mut options = read_only(copy, false);
        let file = copy.to_owned();
        options.map_sqlx_sqlite_opts(move |sqlite| sqlite.filename(&file).read_only(false));
        let connection = connected(options).await?;
        let held = hold_back(&connection).await?;
        if Migrator::get_migration_models(&connection).await?.iter().any(|one| one.version == REMINDERS) {
            reminders::begin_anew(&connection).await?;
        }
        connection.close().await?;
        Ok(held)
    }
}

/// Has nothing leave by itself that stands in the queue; says how much that is. By hand, since the table may be that of an earlier
/// version.
pub async fn hold_back(c: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let sql =
        "UPDATE outbox SET status = 'failed', leased_until = NULL, reason = $1 WHERE status IN ('waiting', 'sending')";
    let held = Statement::from_sql_and_values(c.get_database_backend(), sql, [outbox::HELD_BACK.into()]);
    Ok(c.execute_raw(held).await?.rows_affected())
}
