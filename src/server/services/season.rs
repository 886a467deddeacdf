//! Seasons: who keeps them.

mod keep;
mod stewards;

pub use keep::{Kept, list};
pub(super) use keep::{kept, may_look, must_keep};
pub use stewards::{add_steward, remove_steward};
