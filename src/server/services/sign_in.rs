//! Signing in by mailed link, and out again (SECURITY: "Signing in", "Sessions").

mod ask;
mod identify;
mod look;
mod next;
mod redeem;
mod sign_out;

pub use ask::{Asked, BINDING_LASTS, ask, mail_waits};
pub use identify::identify;
pub use look::{Landing, look};
pub use next::own_path;
pub use redeem::{Browser, SESSION_LASTS, SignedIn, redeem, start_session};
pub use sign_out::sign_out;
