use std::time::Duration;

use tokio::sync::watch;

use super::{comes, every};
use crate::server::{backups::Backups, site::Site};

/// How often it is looked whether the copy of the day is there, and tried again where it could not be made.
const LOOK: Duration = Duration::from_mins(10);

pub(super) async fn back_up_always(site: &Site, mut stop: watch::Receiver<bool>) {
    let mut time = every(LOOK);
    while comes(&mut time, &mut stop).await {
        back_up(site).await;
    }
}

/// Makes the copy of the day where `BACKUP_DIR` is set and it is not there yet, and remembers why not.
pub async fn back_up(site: &Site) {
    let Some(backups) = Backups::of(&site.settings) else { return };
    let why = match backups.make_daily(&site.db, site.now()).await {
        Ok(made) => {
            if made {
                tracing::info!("the copy of the day was made");
            }
            None
        }
        Err(why) => Some(why),
    };
    site.observed.no_backup.send_if_modified(|known| {
        let other = *known != why;
        if let Some(why) = why.as_deref().filter(|_| other) {
            tracing::error!(why, "no copy of the database could be made");
        }
        known.clone_from(&why);
        other
    });
}
