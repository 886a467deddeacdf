//! The names of guests: who uses someone's tickets.

mod save;

use sha2::{Digest, Sha256};

use crate::server::db::guests::ByTicket;

pub use self::save::save;

/// What tells names that stand from other ones: a form carries it, so that nobody writes over what they have not seen.
pub fn mark(guests: &ByTicket) -> String {
    let mut mark = Sha256::new();
    for (position, guest) in guests {
        for part in [&position.to_string(), &guest.name, &guest.note] {
            mark.update(part.as_bytes());
            mark.update([0]);
        }
    }
    hex::encode(mark.finalize())
}
