//! The daily copies of the database in the folder that `BACKUP_DIR` names: each checked by opening it, the latest fourteen
//! kept. Of an SQLite file this program makes them; of PostgreSQL something else does (`pg_dump`), and they are looked at here.

use std::{
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io::{self, Read},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{
    config::{DatabaseAt, Settings},
    db::{Db, said_by_sqlite, why_no_copy},
};

/// How many are kept.
pub const KEPT: usize = 14;
/// How old the latest may be before admins are warned: a day, and time to make one.
pub const LATE: TimeDelta = TimeDelta::hours(26);
/// What every SQLite file begins with (<https://www.sqlite.org/fileformat.html>, 1.3.1).
const BEGINS: &[u8; 16] = b"SQLite format 3\0";

/// The folder, and how its copies are called: `tickets-2026-11-30.db` those of `tickets.db`, `….dump` those of PostgreSQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backups {
    folder: PathBuf,
    /// The database's file without its ending; `None`: PostgreSQL, whose copies are made elsewhere.
    of: Option<String>,
}

impl Backups {
    /// What the settings say; `None`: nothing is copied by itself.
    pub fn of(settings: &Settings) -> Option<Self> {
        let folder = settings.backup_dir.clone()?;
        let of = match &settings.database {
            DatabaseAt::Sqlite(file) => {
                Some(file.file_stem().map_or_else(|| "tickets".into(), |stem| stem.to_string_lossy().into_owned()))
            }
            DatabaseAt::Postgres(_) => None,
        };
        Some(Self { folder, of })
    }

    /// When the latest copy was made; `None`: there is none.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn latest(&self) -> io::Result<Option<DateTime<Utc>>> {
        match self.copies() {
            Ok(copies) => copies.first().map(|(_, file)| fs::metadata(file)?.modified().map(Into::into)).transpose(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Makes the copy of a day (UTC) where it is not there yet, and removes the oldest of more than [`KEPT`]. Says whether one was
    /// made: not where another process is at it. A copy has its name only once it is whole.
    ///
    /// # Errors
    /// Why there is none, in words that say what to do. Nothing is left behind then, and no older copy is removed.
    pub async fn make_daily(&self, db: &Db, now: DateTime<Utc>) -> Result<bool, String> {
        let Some(of) = &self.of else { return Ok(false) };
        let file = self.folder.join(format!("{of}-{}.db", now.date_naive()));
        let Some(_alone) = self.alone()? else { return Ok(false) };
        if file.exists() {
            return begins_well(&file).map(|()| false);
        }
        let mut part = file.clone().into_os_string();
        part.push(".part");
        let part = PathBuf::from(part);
        // Of a process that was ended while it copied.
        let _nobody_is_at_it = fs::remove_file(&part);
        let made = whole_copy(db, &part, now).await;
        let named = made.and_then(|()| fs::rename(&part, &file).map_err(|error| shown(&file, &error)));
        if named.is_err() {
            let _none_is_left = fs::remove_file(&part);
        }
        named?;
        // The name is on the disk, too.
        File::open(&self.folder).and_then(|folder| folder.sync_all()).map_err(|error| shown(&self.folder, &error))?;
        self.remove_old().map_err(|error| shown(&self.folder, &error))?;
        Ok(true)
    }

    /// Makes the folder if it is not there, and claims it until the claim is dropped; `None`: another process has it.
    fn alone(&self) -> Result<Option<File>, String> {
        let folder = &self.folder;
        DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(|error| shown(folder, &error))?;
        let lock = folder.join(".copying");
        if let Some(why) = why_no_copy(&lock) {
            return Err(why);
        }
        let claimed = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(&lock);
        let claimed = claimed.map_err(|error| shown(&lock, &error))?;
        match claimed.try_lock() {
            Ok(()) => Ok(Some(claimed)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(shown(&lock, &error)),
        }
    }

    fn remove_old(&self) -> io::Result<()> {
        self.copies()?.iter().skip(KEPT).try_for_each(|(_, file)| fs::remove_file(file))
    }

    /// All copies, the latest day first.
    fn copies(&self) -> io::Result<Vec<(NaiveDate, PathBuf)>> {
        let mut copies = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let file = entry?.path();
            let day = file.file_name().and_then(|name| self.day_of(name.to_str()?));
            copies.extend(day.map(|day| (day, file)));
        }
        copies.sort_unstable_by(|one, other| other.cmp(one));
        Ok(copies)
    }

    /// The day a copy is of, by its name.
    fn day_of(&self, name: &str) -> Option<NaiveDate> {
        let day = match &self.of {
            Some(of) => name.strip_prefix(of.as_str())?.strip_prefix('-')?.strip_suffix(".db")?,
            None => name.strip_prefix("tickets-")?.strip_suffix(".dump")?,
        };
        // As it is written here, so that no other file is ever removed.
        NaiveDate::parse_from_str(day, "%Y-%m-%d").ok().filter(|read| read.to_string() == day)
    }
}

/// Writes a copy, opens it to see that it is whole, and has it on the disk.
async fn whole_copy(db: &Db, file: &Path, now: DateTime<Utc>) -> Result<(), String> {
    if let Some(why) = why_no_copy(file) {
        return Err(why);
    }
    let said = |error| format!("{}: {}", file.display(), said_by_sqlite(&error));
    db.backup(file).await.map_err(said)?;
    if !Db::is_whole(file).await.map_err(said)? {
        return Err(format!("{}: the copy is not whole; is the disk in order?", file.display()));
    }
    let on_disk = || {
        let copy = OpenOptions::new().write(true).open(file)?;
        copy.set_modified(now.into())?;
        copy.sync_all()
    };
    on_disk().map_err(|error| shown(file, &error))
}

/// Whether what has the name of a day's copy is an SQLite file at all: it was opened when it was made.
fn begins_well(file: &Path) -> Result<(), String> {
    let mut begins = [0; BEGINS.len()];
    let read = File::open(file).and_then(|mut copy| copy.read_exact(&mut begins));
    match read {
        Ok(()) if &begins == BEGINS => Ok(()),
        _ => Err(format!("{} is there and no copy of the database; move it away", file.display())),
    }
}

fn shown(file: &Path, error: &io::Error) -> String {
    let file = file.display();
    match error.kind() {
        io::ErrorKind::AlreadyExists => format!("{file} is a file; set BACKUP_DIR to a folder"),
        _ => format!("{file}: {error}"),
    }
}
