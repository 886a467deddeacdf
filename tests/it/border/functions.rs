//! Every way to call a server function, with a form that would be accepted, and six people who could send it.

mod account;
mod calls;
mod events;
mod guests;
mod people;
mod seasons;
mod tickets;
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

pub use self::{
    calls::{Call, ONE_EACH},
    who::Who,
};
use crate::harness::{Answer, Browser, Town, event_form, person_form};

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
            Call::SetAfter
            | Call::HandOut
            | Call::GiveBack
            | Call::GiveBackOfBram
            | Call::KeepTickets
            | Call::KeepOfBram
            | Call::AnswerOffer
            | Call::AnswerOfferBehind
            | Call::ClaimTickets
            | Call::RecallOffer
            | Call::GiveTickets
            | Call::OfferByHand
            | Call::OpenTable
            | Call::SetTickets => self.about_tickets(call, who).await,
            Call::NameGuests | Call::NameGuestsOfBram | Call::NoteCame => self.about_guests(call, who).await,
            Call::HandOn | Call::KeepHanding | Call::ConfirmHanding | Call::DeclineHanding => {
                self.about_handing_on(call, who).await
            }
            _ => self.about_an_event(call).await,
        }
    }
}
