//! One site a database file: a second one would not know what the first has in hand.

use std::{
    fs::{File, OpenOptions, TryLockError},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use super::{config::DatabaseAt, db::why_not_kept};

/// The file whose lock is the claim.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push("-running");
    name.into()
}

/// Whether a site runs on a database file, which may be gone by now.
pub fn runs_on(file: &Path) -> bool {
    let claimed = File::open(beside(file));
    claimed.is_ok_and(|claimed| matches!(claimed.try_lock_shared(), Err(TryLockError::WouldBlock)))
}

/// Claims a database file for a running site, until the claim is dropped or the process ends. Commands need none.
/// PostgreSQL is for as many as there are.
///
/// # Errors
/// Another site runs on the file; no file can be made beside it.
pub fn claim(at: &DatabaseAt) -> Result<Option<File>, String> {
    let DatabaseAt::Sqlite(file) = at else { return Ok(None) };
    let path = beside(file);
    let shown = path.display();
    // A file of its own: a lock on the database would be lost with the first connection that closes.
    let claimed = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(&path);
    let claimed = claimed.map_err(|error| why_not_kept(file).unwrap_or_else(|| format!("{shown}: {error}")))?;
    match claimed.try_lock() {
        Ok(()) => Ok(Some(claimed)),
        Err(TryLockError::WouldBlock) => Err(format!(
            "another Ticket Pool runs on {} already. Stop it first, or give this one another DATABASE. For several at once \
             use PostgreSQL.",
            file.display()
        )),
        Err(TryLockError::Error(error)) => Err(format!("{shown}: {error}")),
    }
}
