//! A draw as one JSON object: read, written, checked.

mod check;
mod json;
mod keys;
mod read;
mod read_one;
mod read_two;
mod text;
mod write;

pub use check::Difference;
pub(crate) use json::Object;
pub use read::RecordError;
pub(crate) use read::{parse_whole, wrong};
pub(crate) use text::{text_of, unmarked};
pub(crate) use write::write_awaiting;
pub use write::{write_record, write_request_file};

use alloc::{string::String, vec::Vec};

use crate::{Draw, Hash, after::Entry};

/// A request file (without a result) or a record (with one).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Everything that decides the draw.
    pub draw: Draw,
    /// What the file says came out.
    pub claimed: Option<Claimed>,
    /// What the file says happened after the result; `None` where it says nothing of it.
    pub after: Option<Vec<Entry>>,
}

/// What a file says came out: taken as it stands, since checking it is the point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// The digest of the list.
    pub digest: Hash,
    /// The digest of the season, where the rule uses it (format 2).
    pub season_digest: Option<Hash>,
    /// The digest of the ranks, where the rule uses them (format 2).
    pub ranks_digest: Option<Hash>,
    /// Labels as drawn.
    pub order: Vec<String>,
    /// Label and number, as they stand in the file.
    pub allocated: Vec<(String, i64)>,
    /// Tickets nobody could take.
    pub left: i64,
}
