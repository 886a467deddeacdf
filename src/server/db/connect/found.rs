//! What a database holds already: the original's tables, an older schema, or a newer one.

use std::path::Path;

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use super::{OpenError, connected};

/// For reading an SQLite file alone, whatever letters its name has.
pub(in crate::server::db) fn read_only(file: &Path, immutable: bool) -> ConnectOptions {
    let file = file.to_owned();
    let mut options = ConnectOptions::new("sqlite://database?mode=ro");
    options.max_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(move |sqlite| sqlite.filename(&file).immutable(immutable));
    options
}

/// Refuses a file that holds tables and not ours: those of the original, or of another program. Opened for reading alone;
/// without a write-ahead log beside it also as immutable, so that SQLite does not make one. (With one, immutable would mean
/// not to read it, and a file whose latest pages lie there looks broken.)
///
/// A database of PostgreSQL is often that of several programs, so there it is no matter whose tables stand beside ours.
pub(super) async fn ours_only(file: &Path) -> Result<(), OpenError> {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let connection = connected(read_only(file, !Path::new(&log).exists())).await?;
    let found = connection.query_all_raw(Statement::from_string(DbBackend::Sqlite, TABLES)).await?;
    connection.close().await?;
    let names = found.iter().map(|row| row.try_get_by_index::<String>(0)).collect::<Result<Vec<_>, _>>()?;
    let file = file.display().to_string();
    let has = |table: &str| names.iter().any(|name| name == table);
    if names.is_empty() || has("seaql_migrations") {
        return Ok(());
    }
    if has("submissions") {
        return Err(OpenError::Legacy(file));
    }
    let shown = |name: &String| name.chars().filter(|c| !c.is_control()).take(40).collect::<String>();
    let mut tables = names.iter().take(SHOWN).map(shown).collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        tables.push_str(", …");
    }
    Err(OpenError::Foreign { file, tables })
}

/// The tables of a file, but for those of SQLite itself, and of what copies a file while it is used (Litestream).
const TABLES: &str = r"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
    AND name NOT LIKE '\_litestream\_%' ESCAPE '\' ORDER BY name";

/// How many tables of another program are named.
const SHOWN: usize = 3;

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
