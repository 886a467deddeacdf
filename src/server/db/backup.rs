//! Copies of an SQLite file.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

use super::{
    Db,
    connect::{connected, read_only},
    trouble,
};
use crate::server::owner_only;

/// How many copies that were made before migrations are kept.
const BEFORE_MIGRATIONS: usize = 3;

impl Db {
    /// Writes a copy as one consistent file that only its owner reads, while others read and write (`VACUUM INTO` a file that
    /// is empty).
    ///
    /// # Errors
    /// A file that is there already, a folder that is not; what SQLite says.
    pub async fn backup(&self, file: &Path) -> Result<(), DbErr> {
        copy(self.read(), file).await
    }

    /// Whether an SQLite file is whole (`PRAGMA integrity_check`).
    pub async fn is_whole(file: &Path) -> Result<bool, DbErr> {
        let connection = connected(read_only(file, true)).await?;
        let check = Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check");
        let said = connection.query_one_raw(check).await?.map(|row| row.try_get_by_index::<String>(0)).transpose()?;
        connection.close().await?;
        Ok(said.as_deref() == Some("ok"))
    }
}

/// Before the schema of a file with data changes: writes a copy of it beside it, `tickets.db.before-` and the first change. One
/// that is there already stays: the change was begun before, and it is the one from before that. The latest three are kept.
///
/// # Errors
/// Why there is no copy, in words that say what to do.
pub(super) async fn before_migrating(connection: &DatabaseConnection, file: &Path) -> Result<(), String> {
    // A file without the table of migrations is new; of one that is newer than this program, migrating says so.
    let Ok(pending) = Migrator::get_pending_migrations_read_only(connection).await else { return Ok(()) };
    let first = pending.first().filter(|_| pending.len() < Migrator::migrations().len());
    let Some(first) = first else { return Ok(()) };
    let mut name = before(file);
    name.push(first.name());
    let beside = PathBuf::from(name);
    if beside.exists() {
        return Ok(());
    }
    if let Some(why) = trouble::of_copy(&beside) {
        return Err(why);
    }
    let said = |error| format!("{}: {}", beside.display(), trouble::of_sqlite(&error));
    copy(connection, &beside).await.map_err(said)?;
    if !Db::is_whole(&beside).await.map_err(said)? {
        return Err(format!("{}: the copy is not whole; is the disk in order?", beside.display()));
    }
    tracing::info!("the database as it was before its schema changes is in {}", beside.display());
    remove_old(file).map_err(|error| error.to_string())
}

/// Removes all but the latest copies that were made before migrations, whose names sort by their number.
fn remove_old(file: &Path) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let named = PathBuf::from(before(file));
    let begins = named.file_name().unwrap_or_default().as_encoded_bytes();
    let mut copies = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        // Only what is named after a migration: what was there before a restore stays.
        if name.as_encoded_bytes().strip_prefix(begins).is_some_and(|rest| rest.starts_with(b"m")) {
            copies.push(name);
        }
    }
    copies.sort_unstable();
    let over = copies.len().saturating_sub(BEFORE_MIGRATIONS);
    copies[..over].iter().try_for_each(|name| fs::remove_file(folder.join(name)))
}

fn before(file: &Path) -> OsString {
    let mut name = file.as_os_str().to_owned();
    name.push(".before-");
    name
}

async fn copy(c: &impl ConnectionTrait, file: &Path) -> Result<(), DbErr> {
    owner_only::make(file).map_err(|error| DbErr::Custom(error.to_string()))?;
    let copied = copy_into(c, file).await;
    if copied.is_err() {
        let _empty = fs::remove_file(file);
    }
    copied
}

async fn copy_into(c: &impl ConnectionTrait, file: &Path) -> Result<(), DbErr> {
    let name = file.to_str().ok_or_else(|| DbErr::Type("the name is not UTF-8".into()))?;
    let into = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO $1", [name.into()]);
    c.execute_raw(into).await.map(|_| ())
}
