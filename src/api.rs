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

/// How long a form is at most, in octets, where nothing else is said.
const LONGEST_FORM: usize = 64 * 1024;

/// The functions that take longer ones: a board of some thousand rows, a list of some thousand people, and the notes of
/// an event, all of it in emoji.
pub const LONGER_FORMS: [(&str, usize); 4] = [
    (action::<SaveBoard>(), 1024 * 1024),
    (action::<ImportPeople>(), 1024 * 1024),
    (action::<CreateEvent>(), 128 * 1024),
    (action::<EditEvent>(), 128 * 1024),
];

/// How many octets the form of the server function at this path may have.
pub fn longest_form(path: &str) -> usize {
    LONGER_FORMS.into_iter().find_map(|(longer, most)| (longer == path).then_some(most)).unwrap_or(LONGEST_FORM)
}

/// A number out of a hidden field or a path. A garbled one is nobody's.
#[cfg(feature = "ssr")]
fn number(raw: &str) -> i32 {
    raw.trim().parse().unwrap_or(0)
}
