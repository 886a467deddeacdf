//! Whether the SQLite file that is open still lies where it was opened: whoever removes or replaces it under the site loses
//! what is saved from then on.

use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

use super::{Db, limits};

/// Where a file was when it was opened.
#[derive(Clone, Debug)]
pub(super) struct Place(Arc<At>);

#[derive(Debug)]
struct At {
    file: PathBuf,
    /// Its device and its number there.
    which: (u64, u64),
}

/// Why nothing can be kept in a database that is open.
#[derive(Debug, thiserror::Error)]
pub enum Unkept {
    /// Its file is gone, or another lies there.
    #[error(
        "the file {0} was moved, removed, or replaced while the site runs. What is saved now is lost when the site stops: move \
         that very file back, or stop the site and restore the latest copy"
    )]
    Elsewhere(String),
    /// What the database says itself.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl Db {
    /// Writes something that nobody reads, to see whether it can be done and stays: a file may be read-only or gone, a disk full.
    ///
    /// # Errors
    /// It cannot, or what is written is lost.
    pub async fn try_to_write(&self, now: DateTime<Utc>) -> Result<(), Unkept> {
        self.place.as_ref().map_or(Ok(()), Place::holds)?;
        let tx = self.write_tx().await?;
        limits::mark(&tx, "ready", now).await?;
        Ok(tx.end().await?)
    }
}

impl Place {
    /// That of a file that was just opened; `None`: it cannot be told.
    pub(super) fn of(file: &Path) -> Option<Self> {
        let which = which(file).ok()?;
        Some(Self(Arc::new(At { file: file.to_owned(), which })))
    }

    /// That it still lies there.
    ///
    /// # Errors
    /// It is gone, or there is another.
    fn holds(&self) -> Result<(), Unkept> {
        let gone = match which(&self.0.file) {
            Ok(which) => which != self.0.which && !is_open(&self.0.file),
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        if gone { Err(Unkept::Elsewhere(self.0.file.display().to_string())) } else { Ok(()) }
    }
}

fn which(file: &Path) -> io::Result<(u64, u64)> {
    fs::metadata(file).map(|found| (found.dev(), found.ino()))
}

/// Whether this process has the file open that lies there. Some file systems number their files anew while they are open; what
/// the system itself says does not depend on that.
fn is_open(file: &Path) -> bool {
    let Ok((whole, open)) = fs::canonicalize(file).and_then(|whole| Ok((whole, fs::read_dir("/proc/self/fd")?))) else {
        return false;
    };
    open.flatten().any(|one| fs::read_link(one.path()).is_ok_and(|to| to == whole))
}
