use chrono::TimeDelta;

use super::Finding;
use crate::server::{
    beacon::Beacon,
    clock::{Clock, SystemClock},
    config::Settings,
};

const BEACON: &str = "beacon";
/// A round comes every three seconds: what differs more than this is no delay on the way.
const TOLERANCE: TimeDelta = TimeDelta::seconds(30);

/// Whether rounds of the public beacon can be fetched, and whether this machine's clock agrees with them: with a clock that
/// is behind, a draw would be settled for a round that is known already.
pub(super) async fn look(settings: &Settings) -> Option<Finding> {
    let beacon = Beacon::public(settings.drand_hosts.clone());
    if beacon.hosts.is_empty() {
        return Some(Finding::ok(
            BEACON,
            "DRAND_URLS is none: organizers look up the public random numbers of draws and paste them",
        ));
    }
    let Some(latest) = beacon.fetch_latest().await else {
        let said = "no host of DRAND_URLS gives a round that can be verified: organizers are asked to paste the public \
                    random numbers of draws";
        return Some(Finding::note(BEACON, said));
    };
    let now = SystemClock.now();
    let came = beacon.instant(latest);
    let apart = now - came;
    Some(if apart.abs() > TOLERANCE {
        let said = format!(
            "round {latest} came at {came}, {} s from this machine's clock; set it by NTP",
            apart.num_seconds()
        );
        Finding::fault(BEACON, said)
    } else {
        Finding::ok(BEACON, format!("round {latest} of drand is here, and verified"))
    })
}
