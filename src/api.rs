//! Every change of state: one server function each, a POST below `/api/`, used by plain forms and islands alike.
//!
//! Arguments come as text: what they mean is read in `domain`, so that everything that can be typed gets an answer.

mod account;
mod allocation;
mod draws;
mod events;
mod mail;
mod people;
mod requests;
mod set_up;
mod sign_in;

use serde::{Deserialize, Serialize};
use server_fn::ServerFn;

pub use account::*;
pub use allocation::*;
pub use draws::*;
pub use events::*;
pub use mail::*;
pub use people::*;
pub use requests::*;
pub use set_up::*;
pub use sign_in::*;

use crate::error::Refusal;

/// The answer to every form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reply", rename_all = "kebab-case")]
pub enum Reply {
    /// It is done; the page to go on to, and the version that was saved where there is one.
    Done { to: String, version: Option<i32> },
    /// Nothing changed; the page that shows what was typed and why, and the reason in words.
    Refused { refusal: Refusal, to: String, said: String },
}

/// Where a server function is called: the `action` of its form.
pub const fn action<F: ServerFn>() -> &'static str {
    F::PATH
}

/// A number out of a hidden field or a path. A garbled one is nobody's.
#[cfg(feature = "ssr")]
fn number(raw: &str) -> i32 {
    raw.trim().parse().unwrap_or(0)
}
