//! Every way to call a server function, with a form that would be accepted, and six people who could send it.

mod account;
mod events;
mod people;
mod seasons;
mod who;

use serde_json::from_str;
use ticket_pool::{
    api::Reply,
    domain::person::Role,
    server::{
        auth::Actor,
        services::{event, person},
    },
};

pub use self::who::Who;
use crate::harness::{Answer, Browser, Town, event_form, person_form};

/// A server function, and which of the things it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    Rename,
    AskForAddress,
    CancelAddress,
    ConfirmAddress,
    UndoAddress,
    SetZone,
    SetLanguage,
    ChooseEmails,
    ChooseEmailsBehind,
    EndOneDevice,
    EndOtherDevices,
    EndAllDevices,
    AddPerson,
    EditPerson,
    LookAtImport,
    ImportPeople,
    SignSomebodyOut,
    SendLink,
    SendAgain,
    TellInPerson,
    TestMessage,
    SendAllAgain,
    SetAlarms,
    SetUp,
    AskForLink,
    RedeemCode,
    RedeemLink,
    SignOut,
    CreateEvent,
    EditEvent,
    Close,
    CloseToAllocate,
    OpenAgain,
    Reopen,
    Cancel,
    Uncancel,
    Delete,
    Restore,
    Invite,
    AddOrganizer,
    RemoveOrganizer,
    HandOver,
    AddSteward,
    RemoveSteward,
    AskForOneself,
    AskForBram,
    WithdrawOwn,
    WithdrawOfBram,
    RestoreOwn,
    RestoreOfBram,
    SaveBoard,
    Finalize,
    Draw,
    PasteRound,
    PutDraw,
    TakeDrawOff,
    FillFurther,
}

impl Call {
    /// Where it is sent.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Rename => "/api/account/rename",
            Self::AskForAddress => "/api/account/address/ask",
            Self::CancelAddress => "/api/account/address/cancel",
            Self::ConfirmAddress => "/api/account/address/confirm",
            Self::UndoAddress => "/api/account/address/undo",
            Self::SetZone => "/api/account/zone",
            Self::SetLanguage => "/api/account/language",
            Self::ChooseEmails => "/api/account/emails",
            Self::ChooseEmailsBehind => "/api/emails/choose",
            Self::EndOneDevice => "/api/account/sign-out/one",
            Self::EndOtherDevices => "/api/account/sign-out/others",
            Self::EndAllDevices => "/api/account/sign-out/all",
            Self::AddPerson => "/api/people/add",
            Self::EditPerson => "/api/people/edit",
            Self::LookAtImport => "/api/people/import/look",
            Self::ImportPeople => "/api/people/import/save",
            Self::SignSomebodyOut => "/api/people/sign-out",
            Self::SendLink => "/api/people/send-link",
            Self::SendAgain => "/api/mail/resend",
            Self::TellInPerson => "/api/mail/told",
            Self::TestMessage => "/api/mail/test",
            Self::SendAllAgain => "/api/mail/resend-all",
            Self::SetAlarms => "/api/mail/alarms",
            Self::SetUp => "/api/set-up",
            Self::AskForLink => "/api/sign-in/ask",
            Self::RedeemCode => "/api/sign-in/code",
            Self::RedeemLink => "/api/sign-in/redeem",
            Self::SignOut => "/api/sign-out",
            Self::CreateEvent => "/api/event/create",
            Self::EditEvent => "/api/event/edit",
            Self::Close => "/api/event/close",
            Self::CloseToAllocate => "/api/event/close-to-allocate",
            Self::OpenAgain => "/api/event/open-again",
            Self::Reopen => "/api/event/reopen",
            Self::Cancel => "/api/event/cancel",
            Self::Uncancel => "/api/event/uncancel",
            Self::Delete => "/api/event/delete",
            Self::Restore => "/api/event/restore",
            Self::Invite => "/api/event/invite",
            Self::AddOrganizer => "/api/event/organizers/add",
            Self::RemoveOrganizer => "/api/event/organizers/remove",
            Self::HandOver => "/api/event/organizers/hand-over",
            Self::AddSteward => "/api/season/stewards/add",
            Self::RemoveSteward => "/api/season/stewards/remove",
            Self::AskForOneself | Self::AskForBram => "/api/request/save",
            Self::WithdrawOwn | Self::WithdrawOfBram => "/api/request/withdraw",
            Self::RestoreOwn | Self::RestoreOfBram => "/api/request/restore",
            Self::SaveBoard => "/api/allocation/save",
            Self::Finalize => "/api/allocation/finalize",
            Self::Draw => "/api/draw/make",
            Self::PasteRound => "/api/draw/paste",
            Self::PutDraw => "/api/draw/put",
            Self::TakeDrawOff => "/api/draw/take-off",
            Self::FillFurther => "/api/draw/fill-further",
        }
    }
}

/// One call for each server function. The last changes the address by which people are found.
pub const ONE_EACH: [Call; 54] = [
    Call::Rename,
    Call::AskForAddress,
    Call::CancelAddress,
    Call::UndoAddress,
    Call::SetZone,
    Call::SetLanguage,
    Call::ChooseEmails,
    Call::ChooseEmailsBehind,
    Call::EndOneDevice,
    Call::EndOtherDevices,
    Call::EndAllDevices,
    Call::AddPerson,
    Call::EditPerson,
    Call::LookAtImport,
    Call::ImportPeople,
    Call::SignSomebodyOut,
    Call::SendLink,
    Call::SendAgain,
    Call::TellInPerson,
    Call::TestMessage,
    Call::SendAllAgain,
    Call::SetAlarms,
    Call::SetUp,
    Call::AskForLink,
    Call::RedeemCode,
    Call::RedeemLink,
    Call::SignOut,
    Call::CreateEvent,
    Call::EditEvent,
    Call::Close,
    Call::CloseToAllocate,
    Call::OpenAgain,
    Call::Reopen,
    Call::Cancel,
    Call::Uncancel,
    Call::Delete,
    Call::Restore,
    Call::Invite,
    Call::AddOrganizer,
    Call::RemoveOrganizer,
    Call::HandOver,
    Call::AddSteward,
    Call::RemoveSteward,
    Call::AskForOneself,
    Call::WithdrawOwn,
    Call::RestoreOwn,
    Call::SaveBoard,
    Call::Finalize,
    Call::Draw,
    Call::PasteRound,
    Call::PutDraw,
    Call::TakeDrawOff,
    Call::FillFurther,
    Call::ConfirmAddress,
];

/// Names and values.
pub type Form = Vec<(String, String)>;

/// A form of these fields.
pub fn fields(all: &[(&str, &str)]) -> Form {
    all.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// The same, to be sent.
pub fn pairs(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// What a function answered an island.
pub fn reply(answer: &Answer) -> Reply {
    from_str(&answer.body).unwrap_or_else(|error| panic!("{error}: {} {:.200}", answer.status, answer.body))
}

/// The town with Carla in it, and an event of Olga's.
pub struct Stage {
    pub town: Town,
    pub carla: Actor,
}

impl Stage {
    pub async fn set(town: &Town) -> Self {
        person::add(&town.site, &town.dana, &person_form("Carla", Role::Organizer)).await.unwrap();
        event::create(&town.site, &town.olga, &event_form("Olga's walk")).await.unwrap();
        Self { town: town.clone(), carla: town.actor("Carla").await }
    }

    pub fn actor(&self, who: Who) -> Option<&Actor> {
        match who {
            Who::Nobody => None,
            Who::Asha => Some(&self.town.asha),
            Who::Olga => Some(&self.town.olga),
            Who::Carla => Some(&self.carla),
            Who::Otto => Some(&self.town.otto),
            Who::Dana => Some(&self.town.dana),
        }
    }

    /// A browser of theirs; each comes from another address.
    pub async fn browser(&self, who: Who) -> Browser {
        let browser = match self.actor(who) {
            Some(actor) => self.town.browser_of(actor).await,
            None => self.town.browser(),
        };
        Browser { address: [192, 0, 2, 10 + who as u8].into(), ..browser }
    }

    /// A form that is accepted from whoever may send it. What it is about is made for it.
    pub async fn form(&self, call: Call, who: Who, browser: &mut Browser) -> Form {
        match call {
            Call::AskForAddress
            | Call::CancelAddress
            | Call::ConfirmAddress
            | Call::SetZone
            | Call::SetLanguage
            | Call::ChooseEmails => self.about_the_account(call, who).await,
            Call::Rename
            | Call::EndOneDevice
            | Call::EndOtherDevices
            | Call::EndAllDevices
            | Call::AddPerson
            | Call::EditPerson
            | Call::LookAtImport
            | Call::ImportPeople
            | Call::SignSomebodyOut
            | Call::SendLink
            | Call::SendAgain
            | Call::TellInPerson
            | Call::TestMessage
            | Call::SendAllAgain
            | Call::SetAlarms => self.about_people(call, who).await,
            Call::SetUp
            | Call::AskForLink
            | Call::RedeemCode
            | Call::RedeemLink
            | Call::UndoAddress
            | Call::ChooseEmailsBehind
            | Call::SignOut => self.at_the_door(call, browser).await,
            Call::AddSteward | Call::RemoveSteward => self.about_a_season(call).await,
            Call::CreateEvent => events::details("Cup tie"),
            Call::AskForOneself
            | Call::AskForBram
            | Call::WithdrawOwn
            | Call::WithdrawOfBram
            | Call::RestoreOwn
            | Call::RestoreOfBram => self.about_a_request(call, who).await,
            Call::SaveBoard
            | Call::Finalize
            | Call::Draw
            | Call::PasteRound
            | Call::PutDraw
            | Call::TakeDrawOff
            | Call::FillFurther => self.about_the_board(call).await,
            _ => self.about_an_event(call).await,
        }
    }
}
