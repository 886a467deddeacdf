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

pub use crate::reply::Reply;

/// Where a server function is called: the `action` of its form.
pub const fn action<F: ServerFn>() -> &'static str {
    F::PATH
}

/// A number out of a hidden field or a path. A garbled one is nobody's.
#[cfg(feature = "ssr")]
fn number(raw: &str) -> i32 {
    raw.trim().parse().unwrap_or(0)
}
