//! A draw as one JSON object: read, written, checked.

mod check;
mod keys;
mod read;
mod write;

pub use check::Difference;
pub use read::RecordError;
pub use write::{write_record, write_request_file};

use alloc::{string::String, vec::Vec};

use crate::{Draw, Hash};

/// The format this program reads and writes.
pub const FORMAT: &str = "ticket-pool/draw/1";

/// A request file (without a result) or a record (with one).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Everything that decides the draw.
    pub draw: Draw,
    /// What the file says came out.
    pub claimed: Option<Claimed>,
}

/// What a file says came out: taken as it stands, since checking it is the point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// The digest of the list.
    pub digest: Hash,
    /// Labels as drawn.
    pub order: Vec<String>,
    /// Label and number, as they stand in the file.
    pub allocated: Vec<(String, i64)>,
    /// Tickets nobody could take.
    pub left: i64,
}
