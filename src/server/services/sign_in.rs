//! Signing in by a mailed link or its code, and out again.

mod ask;
mod code;
mod identify;
mod look;
mod next;
mod note;
mod redeem;
mod session;
mod sign_out;

pub use ask::{AskedLast, BINDING_LASTS, LinkAsked, ask, asked_for};
pub(in crate::server::services) use code::read as read_code;
pub use code::{LIVE_PAIRS, TRIES, codes_are_used_up, codes_are_used_up_for, redeem_code};
pub use identify::identify;
pub use look::{Landing, is_own, look};
pub use next::own_path;
pub use redeem::redeem;
pub(in crate::server::services) use session::start_session;
pub use session::{Browser, SESSION_LASTS, SignedIn, Way};
pub use sign_out::sign_out;
