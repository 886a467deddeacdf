//! The messages there are, each in a file of its own: who gets it when, what it keeps, what its letter says.
//!
//! A new one is a file here, a line in [`profile`], and its name in [`Kind`]. Whatever lists, sends or shows messages asks
//! for their [`Profile`].

mod access;
mod address_changed;
mod address_code;
mod address_set;
mod address_undo;
mod alarm;
mod came_back;
mod cancelled;
mod changed;
mod closed;
mod closing_soon;
mod coming_up;
mod command;
mod device;
mod digest;
mod event_changed;
mod event_changes;
mod hand_on_asked;
mod handed_on;
mod handout;
mod invite;
mod left_over;
mod link;
mod new_event;
mod not_handed_on;
mod offer;
mod offer_over;
mod open_table;
mod received;
mod request_changed;
mod result;
mod returned;
mod sign_in;
mod test;
mod took;
mod welcome;

pub use self::{
    access::{AccessBy, AccessChange, AccessFacts, AccessMessage},
    address_changed::{AddressChangedMessage, AddressFacts, ChangedBy},
    address_code::AddressCodeMessage,
    address_set::{AddressSetMessage, SetFacts},
    address_undo::{AddressUndoFacts, AddressUndoMessage},
    alarm::{AlarmFacts, AlarmMessage},
    came_back::{CameBackFacts, CameBackMessage},
    cancelled::{CancelledFacts, CancelledMessage},
    changed::ChangedMessage,
    closed::{ClosedFacts, ClosedMessage},
    closing_soon::ClosingSoonMessage,
    coming_up::{ComingUpFacts, ComingUpMessage},
    command::CommandMessage,
    device::{DeviceFacts, DeviceMessage},
    digest::{DigestFacts, DigestMessage, Happened},
    event_changed::{EventChange, EventChangedFacts, EventChangedMessage},
    event_changes::in_one,
    hand_on_asked::{HandOnAskedFacts, HandOnAskedMessage},
    handed_on::{HandedOnFacts, HandedOnMessage},
    handout::{HandoutFacts, HandoutMessage},
    invite::InviteFacts,
    left_over::{LeftOverFacts, LeftOverMessage},
    link::LinkMessage,
    new_event::NewEventMessage,
    not_handed_on::{NotHandedOnFacts, NotHandedOnMessage, NotHandedOnWhy},
    offer::{OfferFacts, OfferMessage, OfferSoonMessage},
    offer_over::{OfferOverFacts, OfferOverMessage, OverWhy},
    open_table::{OpenTableFacts, OpenTableMessage},
    received::{ReceivedFacts, ReceivedMessage},
    request_changed::{RequestChange, RequestChangedFacts, RequestChangedMessage},
    result::{ResultFacts, ResultMessage, preview},
    returned::{ReturnedFacts, ReturnedMessage},
    sign_in::SignInMessage,
    test::TestMessage,
    took::{TookFacts, TookMessage},
    welcome::WelcomeMessage,
};
use super::Profile;
use crate::domain::message::Kind;

/// What is known of a kind of message.
pub const fn profile(kind: Kind) -> Profile {
    match kind {
        Kind::SignIn => Profile::of::<SignInMessage>(),
        Kind::Welcome => Profile::of::<WelcomeMessage>(),
        Kind::Link => Profile::of::<LinkMessage>(),
        Kind::Received => Profile::of::<ReceivedMessage>(),
        Kind::Closed => Profile::of::<ClosedMessage>(),
        Kind::Result => Profile::of::<ResultMessage>(),
        Kind::Changed => Profile::of::<ChangedMessage>(),
        Kind::Canceled => Profile::of::<CancelledMessage>(),
        Kind::EventChanged => Profile::of::<EventChangedMessage>(),
        Kind::RequestChanged => Profile::of::<RequestChangedMessage>(),
        Kind::Device => Profile::of::<DeviceMessage>(),
        Kind::AddressCode => Profile::of::<AddressCodeMessage>(),
        Kind::AddressChanged => Profile::of::<AddressChangedMessage>(),
        Kind::AddressUndo => Profile::of::<AddressUndoMessage>(),
        Kind::AddressSet => Profile::of::<AddressSetMessage>(),
        Kind::Access => Profile::of::<AccessMessage>(),
        Kind::Command => Profile::of::<CommandMessage>(),
        Kind::Test => Profile::of::<TestMessage>(),
        Kind::NewEvent => Profile::of::<NewEventMessage>(),
        Kind::ClosingSoon => Profile::of::<ClosingSoonMessage>(),
        Kind::ComingUp => Profile::of::<ComingUpMessage>(),
        Kind::Digest => Profile::of::<DigestMessage>(),
        Kind::Alarm => Profile::of::<AlarmMessage>(),
        Kind::Offer => Profile::of::<OfferMessage>(),
        Kind::OfferSoon => Profile::of::<OfferSoonMessage>(),
        Kind::OfferOver => Profile::of::<OfferOverMessage>(),
        Kind::Took => Profile::of::<TookMessage>(),
        Kind::Returned => Profile::of::<ReturnedMessage>(),
        Kind::OpenTable => Profile::of::<OpenTableMessage>(),
        Kind::Handout => Profile::of::<HandoutMessage>(),
        Kind::CameBack => Profile::of::<CameBackMessage>(),
        Kind::LeftOver => Profile::of::<LeftOverMessage>(),
        Kind::HandedOn => Profile::of::<HandedOnMessage>(),
        Kind::NotHandedOn => Profile::of::<NotHandedOnMessage>(),
        Kind::HandOnAsked => Profile::of::<HandOnAskedMessage>(),
    }
}

/// All kinds, as they are known.
pub fn profiles() -> impl Iterator<Item = Profile> {
    Kind::ALL.iter().map(|&kind| profile(kind))
}

/// The kinds of which something is so.
pub fn kinds(which: impl Fn(&Profile) -> bool) -> Vec<Kind> {
    profiles().filter(which).map(|profile| profile.kind).collect()
}

/// What the message is that the outbox knows by this word. A word that is not ours is shown as it is.
pub fn title(word: &str) -> &str {
    Kind::parse(word).map_or(word, |kind| (profile(kind).title)())
}
