//! What a database holds already: the original's tables, an older schema, or a newer one.

use std::path::Path;

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

use super::{OpenError, connected};

/// For reading an SQLite file alone, whatever letters its name has.
pub(in crate::server::db) fn read_only(file: &Path, immutable: bool) -> ConnectOptions {
    let file = file.to_owned();
    let mut options = ConnectOptions::new("sqlite://database?mode=ro");
    options.max_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(move |sqlite| sqlite.filename(&file).immutable(immutable));
    options
}

/// Whether a file holds the original's tables and not ours. Opened for reading alone; without a write-ahead log beside
/// it also as immutable, so that SQLite does not make one. (With one, immutable would mean not to read it, and a file
/// whose latest pages lie there looks broken.)
pub(super) async fn is_legacy(file: &Path) -> Result<bool, DbErr> {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let connection = connected(read_only(file, !Path::new(&log).exists())).await?;
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('submissions', 'seaql_migrations')";
    let found = connection.query_all_raw(Statement::from_string(DbBackend::Sqlite, tables)).await?;
    connection.close().await?;
    let names = found.iter().map(|row| row.try_get_by_index::<String>(0)).collect::<Result<Vec<_>, _>>()?;
    Ok(names.iter().any(|name| name == "submissions") && !names.iter().any(|name| name == "seaql_migrations"))
}

pub(super) async fn migrate(connection: &DatabaseConnection) -> Result<(), OpenError> {
    known_only(connection).await?;
    Ok(Migrator::up(connection, None).await?)
}

/// Refuses a schema with migrations that this program does not know.
pub(super) async fn known_only(connection: &DatabaseConnection) -> Result<(), OpenError> {
    let applied = Migrator::get_migration_models(connection).await.unwrap_or_default();
    let known: Vec<String> = Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
    if let Some(unknown) = applied.iter().find(|applied| !known.contains(&applied.version)) {
        return Err(OpenError::Newer(unknown.version.clone()));
    }
    Ok(())
}
