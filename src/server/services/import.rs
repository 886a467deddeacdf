//! Bringing the original program's database along.
//!
//! **What is kept.** Every person, event, request, note and allocation, and the numbers of events, so that links in old
//! emails work. Passwords and tokens are not read. Whatever cannot be taken is left out, and named by its row: an event
//! without a number that ours could have, a request for no event or of nobody, what stands there twice.
//!
//! **People** are matched by their address, as ours are. Someone who is here already stays as they are. Of the others,
//! admins stay admins, those who created an event become organizers, all others members; inactive stays inactive.
//! Whoever events or requests name without being in the file gets a name and an address that reaches nobody. Several who
//! share an address are told in [`accounts`].
//!
//! **Events** go to the oldest season and are marked as imported. While open they show numbers, once finalized names. The
//! limit of a request is 8 or the largest number anyone asked for. Open ones stay open: one whose date has passed
//! closes by our own rule.
//!
//! **Times** of events are local, without zone: they are read in the zone that is given. One that the clocks skip
//! becomes the moment after the gap, one that comes twice the first of the two. All other times are UTC.
//!
//! **Tiers** are the numbers of a wish, in whatever order, each once, without the 0 at the end. A wish without any
//! number stands as withdrawn with 1 in place of its tiers or, if it was given tickets, with what it was given.
//!
//! **Allocations** are told in [`allocations`]. **A second run** writes only what is new: see [`run`].

mod accounts;
mod allocations;
mod bring;
mod error;
mod events;
mod instants;
mod oddity;
mod people;
mod report;
mod requests;
mod text;
mod tiers;

use std::path::Path;

pub use error::{ImportError, Taken};
pub use oddity::{EventName, Oddity};
pub use report::{Difference, Found, Impossible, NO_ADMIN, Report, Tally};
use serde_json::json;

use crate::{
    domain::{deed::Deed, schedule::Zone},
    server::{
        db::{audit::Entry, import::continue_event_numbers, legacy, seasons, settle},
        services::Act,
        site::Site,
    },
};

/// Reads the original's file and writes what is not here yet, all in one transaction; with `dry_run` nothing stays.
///
/// An event of the same number is the same event if it was imported and has the same time of creation, which nobody can
/// change. What is here already is left as it is, whichever side has changed since, and told as a
/// [`Difference`]; nothing is overwritten and nothing removed. A request that is new in the file is added to
/// an event that is here already as long as both sides have it open. An event that was deleted here for good
/// comes back.
///
/// The file is only read. Stop the original before: what it writes during or after the import is not here.
///
/// # Errors
/// Nothing is written when the file is not the original's, when numbers are taken by other events, or when either
/// database fails.
pub async fn run(site: &Site, file: &Path, zone: Zone, dry_run: bool) -> Result<Report, ImportError> {
    let original = legacy::read(file).await.map_err(|error| ImportError::reading(file, error))?;
    let mut report = Report::new(&original, zone, dry_run);
    let mut act = Act::unattended(site).await?;
    let now = act.now;
    let people = people::bring(&act.tx, site, &original, &mut report).await?;
    let season = match seasons::list(&act.tx).await?.first() {
        Some(oldest) => oldest.id,
        None => seasons::find_or_insert(&act.tx, "General", now).await?,
    };
    let read = events::read(site, (&original, zone), season, &people, &mut report);
    bring::bring(&act.tx, read, &people, now, &mut report).await?;
    report.no_admin = !people::has_admin(&act.tx).await?;
    // Left without a commit, the transaction leaves no trace.
    if !dry_run && report.writes() {
        act.note(Entry::of(Deed::ImportLegacy).with(json!(report.counts())));
        continue_event_numbers(&act.tx).await?;
        settle::recount(&act.tx).await?;
        act.commit().await?;
    }
    Ok(report)
}
