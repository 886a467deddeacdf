use catalog::overlap as say;
use chrono::{DateTime, Utc};

use crate::{server::db::after::Overlap, words};

/// What someone has, or is offered, of another event at the same time; on a page `now` is known, and a day near is said shorter.
pub fn overlap(overlap: &Overlap, now: Option<DateTime<Utc>>) -> String {
    let (at, zone, name) = (overlap.starts_at, overlap.zone, overlap.name.as_str());
    let when = now.map_or_else(|| words::when(at, zone), |now| words::when_short(at, zone, now));
    if overlap.offered > 0 { say::offered(overlap.offered, name, when) } else { say::held(overlap.held, name, when) }
}
