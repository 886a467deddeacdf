//! Puts a copy of an SQLite file in the place of the database. What was there stays beside it.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use super::{
    config::DatabaseAt,
    db::{Db, Ours, said_by_sqlite, why_not_kept},
    only_one,
};

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the database is that was there before.
    pub before: Option<PathBuf>,
    /// How many emails were in the queue when the copy was made. None of them leaves by itself.
    pub held_back: u64,
}

/// Restores a copy. It is copied first and examined as it will be used: whole, ours, no newer than this program. Only then does
/// it take the database's place, by a name that changes; killed before that, nothing has changed.
///
/// # Errors
/// Why nothing was changed: a site that runs, PostgreSQL, a file that is no copy of ours, no space.
pub async fn restore(at: &DatabaseAt, copy: &Path, now: DateTime<Utc>) -> Result<Restored, String> {
    let DatabaseAt::Sqlite(database) = at else {
        return Err(
            "restore is for SQLite; for PostgreSQL stop the site and use pg_restore, as the README says.".into()
        );
    };
    examine_name(database, copy)?;
    let _only_one = only_one::claim(at)?;
    let coming = beside(database, ".restoring");
    let _left_over = fs::remove_file(&coming);
    let held_back = match prepare(copy, &coming).await {
        Ok(held_back) => held_back,
        Err(why) => {
            remove_all(&coming);
            return Err(why);
        }
    };
    let before = swap(database, &coming, now).map_err(|error| {
        let _none_is_left = fs::remove_file(&coming);
        format!("{}: {error}", database.display())
    })?;
    Ok(Restored { before, held_back })
}

/// What can be said before the copy is opened.
fn examine_name(database: &Path, copy: &Path) -> Result<(), String> {
    let shown = copy.display();
    if !copy.is_file() {
        return Err(format!("{shown} is not there, or is no file"));
    }
    if let Some(why) = why_not_kept(database) {
        return Err(why);
    }
    if let (Ok(copy), Ok(database)) = (copy.canonicalize(), database.canonicalize())
        && copy == database
    {
        return Err(format!("{shown} is the database itself; name a copy"));
    }
    let log = beside(copy, "-wal");
    if log.metadata().is_ok_and(|log| log.len() > 0) {
        return Err(format!(
            "{} lies beside it: {shown} was copied while a program wrote to it, and is no whole copy alone. Make one with: \
             ticket-pool backup FILE",
            log.display()
        ));
    }
    Ok(())
}

/// Copies the file to where it will be used from, and examines that. Says how many emails it holds back.
async fn prepare(copy: &Path, coming: &Path) -> Result<u64, String> {
    let shown = copy.display();
    write_out(copy, coming).map_err(|error| match error.kind() {
        io::ErrorKind::StorageFull => format!("there is no space left for {}", coming.display()),
        _ => format!("{shown} cannot be copied to {}: {error}", coming.display()),
    })?;
    match Db::is_whole(coming).await {
        Ok(true) => {}
        Ok(false) => return Err(format!("{shown} is damaged; take an older copy")),
        Err(error) => return Err(format!("{shown}: {}", said_by_sqlite(&error))),
    }
    match Db::is_ours(coming).await {
        Ok(Ours::Yes) => {}
        Ok(Ours::No) => return Err(format!("{shown} holds no database of Ticket Pool")),
        Err(error) => return Err(format!("{shown}: {error}")),
    }
    let held_back = Db::hold_back_queue(coming).await.map_err(|error| format!("{shown}: {error}"))?;
    File::open(coming).and_then(|file| file.sync_all()).map_err(|error| format!("{}: {error}", coming.display()))?;
    Ok(held_back)
}

fn write_out(copy: &Path, coming: &Path) -> io::Result<()> {
    let mut to = OpenOptions::new().write(true).create_new(true).mode(0o600).open(coming)?;
    io::copy(&mut File::open(copy)?, &mut to)?;
    to.sync_all()
}

/// Gives what is there a second name, with its log; then the copy takes its place. Killed in between, the second name holds all.
fn swap(database: &Path, coming: &Path, now: DateTime<Utc>) -> io::Result<Option<PathBuf>> {
    let before = beside(database, &format!(".before-restore-{}", now.format("%Y%m%d-%H%M%S")));
    let was_there = database.exists();
    for end in ["", "-wal", "-journal"] {
        let old = beside(database, end);
        if old.exists() {
            let kept = beside(&before, end);
            // Not every file system has second names.
            fs::hard_link(&old, &kept).or_else(|_| write_out(&old, &kept))?;
        }
    }
    for end in ["-wal", "-shm", "-journal"] {
        match fs::remove_file(beside(database, end)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    fs::rename(coming, database)?;
    if let Some(folder) = database.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        File::open(folder)?.sync_all()?;
    }
    Ok(was_there.then_some(before))
}

/// A file and what SQLite may have put beside it.
fn remove_all(file: &Path) {
    for end in ["", "-wal", "-shm", "-journal"] {
        let _none_is_left = fs::remove_file(beside(file, end));
    }
}

fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
