use std::time::Duration;

use tokio::{sync::watch, time::sleep};

use super::{comes, every, stopped};
use crate::server::{services::alarm, site::Site};

/// How often it is looked whether something is wrong.
const LOOK: Duration = Duration::from_mins(1);
/// How long a site that starts has to send what waited for it, and to make a copy.
const FIRST: Duration = Duration::from_mins(3);

pub(super) async fn watch_always(site: &Site, mut stop: watch::Receiver<bool>) {
    tokio::select! {
        () = stopped(&mut stop) => return,
        () = sleep(FIRST) => {}
    }
    let mut time = every(LOOK);
    while comes(&mut time, &mut stop).await {
        if let Err(error) = alarm::watch(site).await {
            tracing::error!(%error, "whether something is wrong could not be seen");
        }
    }
}
