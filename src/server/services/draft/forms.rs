//! Every form, with the type of what is kept of it when it is refused.

use std::{collections::BTreeMap, marker::PhantomData};

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        after::AfterForm,
        board::BoardForm,
        draw::{DrawForm, RoundForm},
        event::EventForm,
        guest::GuestForm,
        person::PersonForm,
        request::RequestForm,
    },
    server::services::person::ImportForm,
};

/// The name of a form. Its server function keeps an `F` under it and its page finds an `F` there, or it does not compile.
#[derive(Debug)]
pub struct FormName<F> {
    word: &'static str,
    keeps: PhantomData<fn() -> F>,
}

impl<F> FormName<F> {
    const fn new(word: &'static str) -> Self {
        Self { word, keeps: PhantomData }
    }

    /// As it is stored.
    pub const fn word(self) -> &'static str {
        self.word
    }
}

impl<F> Clone for FormName<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for FormName<F> {}

/// What is set about the time after the result.
pub const AFTER: FormName<AfterForm> = FormName::new("after");
/// All forms of the account page: only one can have been refused.
pub const ACCOUNT: FormName<AccountForm> = FormName::new("account");
pub const BOARD: FormName<BoardForm> = FormName::new("board");
/// The code of a sign-in email, which is not shown again.
pub const CODE: FormName<()> = FormName::new("code");
pub const DRAW: FormName<DrawForm> = FormName::new("draw");
/// The switches behind the link of an email, which is in its page's URL.
pub const EMAILS: FormName<()> = FormName::new("emails");
pub const EVENT: FormName<EventForm> = FormName::new("event");
/// The buttons in the list for the door.
pub const DOOR: FormName<()> = FormName::new("door");
/// The buttons on an event's page.
pub const EVENT_PAGE: FormName<()> = FormName::new("event-page");
/// Giving back, for oneself or for someone who called.
pub const GIVE_BACK: FormName<GiveBackForm> = FormName::new("give-back");
/// Handing on.
pub const HAND_ON: FormName<HandOnForm> = FormName::new("hand-on");
/// Saying no to what someone asks to hand on.
pub const HAND_DECLINE: FormName<HandDeclineForm> = FormName::new("hand-decline");
/// Seats and files for those who have tickets.
pub const HANDOUTS: FormName<HandoutsForm> = FormName::new("handouts");
/// The names of guests, on an event's page or in the list for its door.
pub const GUESTS: FormName<GuestForm> = FormName::new("guests");
/// What those who run an event do by hand after the result: only one form can have been refused.
pub const BY_HAND: FormName<ByHandForm> = FormName::new("by-hand");
pub const FINALIZE: FormName<FinalizeForm> = FormName::new("finalize");
/// The buttons behind the link of an offer, which is in its page's URL.
pub const OFFER: FormName<()> = FormName::new("offer");
pub const ORGANIZERS: FormName<()> = FormName::new("organizers");
pub const PEOPLE_IMPORT: FormName<ImportForm> = FormName::new("people-import");
pub const PERSON: FormName<PersonForm> = FormName::new("person");
/// A sign-in link, which is in its page's URL.
pub const REDEEM: FormName<()> = FormName::new("redeem");
/// Removing the request of another, on the page of that request.
pub const REMOVAL: FormName<RemovalForm> = FormName::new("removal");
pub const REQUEST: FormName<RequestForm> = FormName::new("request");
/// A round of the beacon, pasted.
pub const ROUND: FormName<RoundForm> = FormName::new("round");
/// All forms of the page of seasons: only one can have been refused.
pub const SEASONS: FormName<StewardForm> = FormName::new("seasons");
pub const SET_UP: FormName<PersonForm> = FormName::new("set-up");
/// The buttons of the email queue.
pub const SETTLE: FormName<()> = FormName::new("settle");
pub const SIGN_IN: FormName<SignInForm> = FormName::new("sign-in");
/// Sending a link, on the page of a person.
pub const SEND_LINK: FormName<()> = FormName::new("send-link");
pub const SIGN_OUT_PERSON: FormName<()> = FormName::new("sign-out-person");
/// A link that takes a change of address back, which is in its page's URL.
pub const UNDO_ADDRESS: FormName<()> = FormName::new("undo-address");
pub const TEST_MAIL: FormName<()> = FormName::new("test-mail");

/// What was typed into one of the forms of the account page; the other fields are as they stand.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AccountForm {
    pub name: Option<String>,
    pub email: Option<String>,
    pub zone: Option<String>,
    #[serde(default)]
    pub language: Option<String>,
}

/// What was typed on the page before finalizing.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct FinalizeForm {
    /// The line for those who get tickets.
    pub line: String,
    /// Why people get another number than they were told.
    pub why: String,
}

/// What was typed to remove the request of another.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RemovalForm {
    pub reason: String,
}

/// What was typed to make someone a steward.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct StewardForm {
    /// Of which season.
    pub season: String,
    pub email: String,
}

/// What was typed to be sent a sign-in link.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SignInForm {
    pub email: String,
    /// The page to go on to.
    pub next: String,
}

/// What is typed to give tickets back.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GiveBackForm {
    pub person: String,
    pub number: String,
    pub reason: String,
    /// What tells one form from another: letters and digits. Sent twice, a form gives back once.
    #[serde(default)]
    pub once: String,
}

/// What was typed to hand out seats and files. Files themselves are not kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HandoutsForm {
    /// By person.
    pub lines: BTreeMap<String, String>,
    /// Lines from a spreadsheet.
    pub pasted: String,
    /// The names of files, and the pasted lines, of which it is not clear whose they are.
    pub nobodys: Vec<String>,
}

/// What is typed to give someone tickets that nobody has.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GiveForm {
    /// Who, of those with a request.
    pub person: String,
    /// The address of someone else.
    pub email: String,
    pub number: String,
    pub reason: String,
}

/// What was typed into one of the forms of those who run an event, after the result.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ByHandForm {
    /// Taking back an offer, for a reason.
    Recall {
        offer: String,
        reason: String,
    },
    Give(GiveForm),
    /// Offering something to whoever is picked, for a reason.
    Pick {
        reason: String,
    },
    /// The open table has nothing to type.
    Table,
    /// How many tickets there are.
    Tickets {
        tickets: String,
    },
}
/// What is typed to hand tickets on.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HandOnForm {
    pub number: String,
    /// The address of who is to have them.
    pub email: String,
    /// A line to them.
    pub line: String,
    /// What tells one form from another: letters and digits. Sent twice, it hands on once.
    pub once: String,
}

/// What is typed to say no to what someone asks to hand on.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HandDeclineForm {
    pub person: String,
    pub reason: String,
}
