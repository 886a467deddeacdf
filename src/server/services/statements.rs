//! What the site says and cannot take back: statements in one chain, signed with a key of the site.
//!
//! A service notes a statement with [`Act::state`]; [`append`] signs it in the same transaction. [`say`] has the words
//! of each kind. [`head`] is the end of the chain, which stands in every email; [`of_event`] is the file that anyone
//! can check.

mod append;
mod read;
mod say;

pub(super) use append::append;
pub use append::keep_key;
pub use read::{Shown, head, of_event, shown};
pub(super) use say::NewStatement;

#[cfg(doc)]
use super::Act;
