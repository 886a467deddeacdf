//! How the copies of the database stand.

use chrono::{DateTime, Utc};

use crate::server::{
    backups::{Backups, LATE},
    site::Site,
};

/// What is known of the copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When the latest was made.
    pub last: Option<DateTime<Utc>>,
    /// There is none, or it is older than 26 hours.
    pub is_late: bool,
    /// Why none could be made when it was tried last, as the system said it.
    pub why: Option<String>,
}

/// Looks into the folder; `None`: the setting `BACKUP_DIR` names none.
pub fn state(site: &Site) -> Option<Backup> {
    let found = Backups::of(&site.settings)?.latest();
    let (last, unreadable) = found.map_or_else(|error| (None, Some(error.to_string())), |last| (last, None));
    let is_late = last.is_none_or(|last| site.now() - last > LATE);
    Some(Backup { last, is_late, why: site.observed.no_backup.borrow().clone().or(unreadable) })
}
