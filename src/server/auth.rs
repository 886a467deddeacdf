//! Who somebody is: secrets they hold, the actor they are, what they may do.

mod actor;
mod permit;
mod secret;

pub use actor::Actor;
pub use permit::{Action, Standing, permit};
pub use secret::Secret;
