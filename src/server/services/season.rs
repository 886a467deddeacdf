//! Seasons: who keeps them, where everyone stands in one.

mod keep;
mod look;
mod people_table;
mod stewards;

pub use keep::{Kept, list};
pub(super) use keep::{kept, may_look, must_keep};
pub use look::{Everyone, OFTEN, Overview, PAGE, overview};
pub use people_table::people_table;
pub use stewards::{add_steward, remove_steward};
