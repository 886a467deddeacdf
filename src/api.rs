//! Every change of state: one server function each, a POST below `/api/`, used by plain forms and islands alike.
//!
//! Arguments come as text: what they mean is read in `domain`, so that everything that can be typed gets an answer. A
//! garbled identity names nothing: it is "not found", once it is known that someone is signed in.

mod account;
mod address;
mod after;
mod after_by_hand;
mod allocation;
mod choices;
mod devices;
mod door;
mod draws;
mod event_moves;
mod events;
mod guests;
mod handouts;
mod mail;
mod organizers;
mod people;
mod people_import;
mod requests;
mod seasons;
mod set_up;
mod sign_in;

use server_fn::ServerFn;

pub use account::*;
pub use address::*;
pub use after::*;
pub use after_by_hand::*;
pub use allocation::*;
pub use choices::*;
pub use devices::*;
pub use door::*;
pub use draws::*;
pub use event_moves::*;
pub use events::*;
pub use guests::*;
pub use handouts::*;
pub use mail::*;
pub use organizers::*;
pub use people::*;
pub use people_import::*;
pub use requests::*;
pub use seasons::*;
pub use set_up::*;
pub use sign_in::*;

pub use crate::reply::Reply;

/// Where a server function is called: the `action` of its form.
pub const fn action<F: ServerFn>() -> &'static str {
    F::PATH
}

/// How long a form is at most, in octets, where nothing else is said.
const LONGEST_FORM: usize = 64 * 1024;

/// The functions whose forms have files in them.
pub const WITH_FILES: [&str; 1] = [action::<HandOut>()];

/// The functions that take longer ones: files, a board of some thousand rows, a list of some thousand people, the names
/// of a thousand guests, and the notes of an event, all of it in emoji.
pub const LONGER_FORMS: [(&str, usize); 7] = [
    (action::<HandOut>(), 30 * 1024 * 1024),
    (action::<SaveBoard>(), 1024 * 1024),
    (action::<LookAtImport>(), 1024 * 1024),
    (action::<ImportPeople>(), 1024 * 1024),
    (action::<SaveGuests>(), 256 * 1024),
    (action::<CreateEvent>(), 128 * 1024),
    (action::<EditEvent>(), 128 * 1024),
];

/// The functions for whoever comes by: the ways in, the way out, the way back to an address that someone else changed, and the
/// choice of emails and the answer to an offer by the link of an email. All others are for those who are signed in.
pub const FOR_EVERYBODY: [&str; 8] = [
    action::<SetUp>(),
    action::<AskForLink>(),
    action::<RedeemLink>(),
    action::<RedeemCode>(),
    action::<SignOut>(),
    action::<UndoAddress>(),
    action::<ChooseEmailsBehind>(),
    action::<AnswerOfferBehind>(),
];

/// Whether a function has a limit of its own.
pub fn is_longer(path: &str) -> bool {
    LONGER_FORMS.iter().any(|(longer, _)| *longer == path)
}

/// How many octets the form of the server function at this path may have.
pub fn longest_form(path: &str) -> usize {
    LONGER_FORMS.into_iter().find_map(|(longer, most)| (longer == path).then_some(most)).unwrap_or(LONGEST_FORM)
}
