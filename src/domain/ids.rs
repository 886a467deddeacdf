//! Identities: one type for each kind of thing that has a number of its own, so that the compiler keeps them apart.
//!
//! All of them stand in the database as 32-bit keys from 1 up.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Declares an identity.
macro_rules! ids {
    ($($(#[$about:meta])* $name:ident)+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ssr", derive(sea_orm::DeriveValueType))]
        #[serde(transparent)]
        pub struct $name(i32);

        impl $name {
            /// The identity with this key.
            pub const fn new(key: i32) -> Self {
                Self(key)
            }

            /// Reads what a path or a form says: decimal ASCII digits from 1 to 2147483647 without a sign, a space or
            /// a leading zero. Returns `None` for anything else, which then names nothing at all.
            pub fn parse(raw: &str) -> Option<Self> {
                key(raw).map(Self)
            }

            /// The key, as the database and URLs have it.
            pub const fn get(self) -> i32 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// An event.
    EventId
    /// A person.
    PersonId
    /// A request: one person's wish for one event.
    RequestId
    /// A signed-in browser.
    SessionId
    /// A message in the outbox.
    MessageId
    /// Tickets that are offered to someone.
    OfferId
    /// A season: a series of events over which fairness is counted.
    SeasonId
    /// An asking for a way in, from an address that may be nobody's.
    AttemptId
    /// A pair of a sign-in link and its code.
    LinkId
    /// A change of someone's own address that is under way.
    AddressChangeId
    /// A way back to the address someone had.
    AddressUndoId
    /// An entry of the audit log.
    EntryId
}

fn key(raw: &str) -> Option<i32> {
    let canonical = raw.bytes().all(|b| b.is_ascii_digit()) && !raw.starts_with('0');
    raw.parse().ok().filter(|_| canonical)
}

#[cfg(test)]
mod tests {
    use super::EventId;

    #[test]
    fn only_the_one_way_to_write_a_key_is_read() {
        assert_eq!(EventId::parse("7"), Some(EventId::new(7)));
        assert_eq!(EventId::parse("2147483647"), Some(EventId::new(i32::MAX)));
        for raw in ["", "0", "-1", "+1", "−1", "2147483648", "007", "１", "٣", " 7", "7 ", "7.0", "7e0", "0x7", "seven"]
        {
            assert_eq!(EventId::parse(raw), None, "{raw:?}");
        }
    }
}
