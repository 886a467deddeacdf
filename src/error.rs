//! What a visitor can be told when something is refused: a closed list, put into words by [`crate::words`].

use serde::{Deserialize, Serialize};

use crate::domain::typed::{FieldError, Problem};

/// Why something was not done. Nothing changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "refused", rename_all = "kebab-case")]
pub enum Refusal {
    /// Nobody is signed in here anymore.
    SignedOut,
    /// This person may not do this.
    Forbidden,
    /// There is no such thing, or not for this person.
    NotFound,
    /// Some fields cannot be accepted.
    Invalid { fields: Vec<FieldError> },
    /// Someone else changed it since the page was made.
    Conflict { changes: Vec<Change> },
    /// Not in the state things are in.
    NotNow { why: Obstacle },
    /// More changes in a short time than one session may make.
    TooMany,
    /// What was sent is no form of ours.
    Garbled,
    /// Something broke; the reference stands in the log.
    Failed { reference: String },
}

/// What someone else changed in the meantime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The person whose allocation it is.
    pub name: String,
    /// What stands there now; `None` is undecided.
    pub now: Option<u32>,
    /// Who changed it, if that is known.
    pub by: Option<String>,
}

/// Why something is not possible now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Obstacle {
    /// Requests are closed.
    RequestsClosed,
    /// Requests are still open.
    RequestsOpen,
    /// The closing time has passed: it must be moved before the event can open again.
    EventBegan,
    /// The event is finalized.
    Finalized,
    /// The event is not finalized.
    NotFinalized,
    /// The event is canceled.
    Canceled,
    /// The event is not canceled.
    NotCanceled,
    /// Nobody may change their own role or status.
    OwnRole,
    /// There must always be an active admin.
    LastAdmin,
    /// Only a failed message can be settled.
    NotFailed,
    /// The message is no longer true: only what holds is sent again.
    Overtaken,
    /// This system has its first admin already.
    AlreadySetUp,
    /// The link was used, has expired, or never was.
    LinkSpent,
    /// The device is signed out already, or not theirs.
    DeviceGone,
    /// The owner runs the event already, or is the only one who does.
    OwnerStays,
    /// There is no draw yet, or not on the board.
    NotDrawn,
    /// Someone was added or changed since the last draw, or tickets were taken away.
    DrawAgain,
    /// The last draw is not on the board.
    DrawNotOnBoard,
    /// A draw is settled and waits for its round.
    DrawWaits,
    /// No draw waits for a round.
    DrawWaitsNoMore,
    /// All 31 codes are used up.
    NoCodesLeft,
    /// Neither key opens the event's secret.
    SecretSealed,
    /// The board was changed since the draw was put on it.
    BoardMovedOn,
    /// No change of one's address is under way: it ran out, was tried too often, or was canceled.
    AddressNotAsked,
    /// Whoever does this has to have signed in within the last 15 minutes.
    SignInAgain,
    /// More askings in a short time than one person may make.
    AskedTooOften,
    /// The person cannot sign in.
    Deactivated,
    /// Someone has fewer tickets than that.
    NotSoMany,
    /// Somebody else was faster, or the table is not open.
    TicketsGone,
    /// The offer was answered, ran out, or was taken back.
    OfferOver,
    /// Pressed so soon that it may have been an email filter.
    AnswerOnceMore,
    /// The link alone answers nothing; whose offer it is has to be signed in.
    AnswerSignedIn,
    /// Something is offered to this person already.
    OfferOpen,
    /// Tickets of this person are being given back already.
    ReturnUnderWay,
    /// What was given back can no longer be taken back.
    ReturnSettled,
    /// This person has as many tickets as one may have.
    LimitReached,
    /// Nobody is asked for the names of guests.
    GuestsOff,
    /// It is too late to name guests, or too early.
    GuestsClosed,
    /// Who came is noted from three hours before the event until 30 days after it.
    DoorClosed,
    /// Of an event that was over 30 days ago nothing of that kind is kept.
    HandoutsClosed,
    /// The event was drawn: what comes back goes by that order.
    InOrder,
    /// Nobody can hand on tickets for this event.
    HandOnOff,
    /// This person asks to hand tickets on already.
    HandOnUnderWay,
    /// What someone asked to hand on was answered, taken back, or is over.
    HandOnOver,
    /// The other would have, with what is offered to them, more tickets than one may have.
    NoRoom,
    /// Too many addresses were tried.
    TriedTooOften,
}

impl Refusal {
    /// One field that cannot be accepted.
    pub fn field(field: &str, problem: Problem) -> Self {
        Self::Invalid { fields: vec![FieldError { field: field.to_owned(), problem }] }
    }
}
