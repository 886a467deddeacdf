//! Who someone is: secrets they hold, from where they come, the actor they are, what they may do.

mod actor;
mod client;
mod code;
mod known;
mod off_link;
mod offer_link;
mod permit;
mod sealed;
mod secret;

pub use actor::Actor;
pub use client::Client;
pub use code::{Code, Salt, counting_hashes};
pub use known::Known;
pub use off_link::OffLink;
pub use offer_link::OfferLink;
pub use permit::{Action, Standing, permit};
pub use secret::Secret;
