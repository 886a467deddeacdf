//! Nobody, Asha (a member), Olga (organizes something else), Carla (runs the event too), Otto (owns it), Dana (an
//! admin). Olga and Otto keep the season that the event is in; Carla does not.

use super::Comes::{self, Done, Door, Forbidden, Idle, SetUpAlready};
use crate::border::functions::Call;

/// A call, and what comes of it for each of the six.
pub type Row = (Call, [Comes; 6]);

pub const EVENTS: [Row; 14] = [
    (Call::CreateEvent, [Door, Forbidden, Done, Done, Done, Done]),
    (Call::EditEvent, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::Close, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::CloseToAllocate, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::OpenAgain, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::Reopen, [Door, Forbidden, Forbidden, Forbidden, Done, Done]),
    (Call::Cancel, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::Uncancel, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::Invite, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::AddOrganizer, [Door, Forbidden, Forbidden, Forbidden, Done, Done]),
    (Call::RemoveOrganizer, [Door, Forbidden, Forbidden, Forbidden, Done, Done]),
    (Call::HandOver, [Door, Forbidden, Forbidden, Forbidden, Done, Done]),
    (Call::Delete, [Door, Forbidden, Forbidden, Forbidden, Forbidden, Done]),
    (Call::Restore, [Door, Forbidden, Forbidden, Forbidden, Forbidden, Done]),
];

pub const SEASONS: [Row; 2] = [
    (Call::AddSteward, [Door, Forbidden, Done, Forbidden, Done, Done]),
    (Call::RemoveSteward, [Door, Forbidden, Done, Forbidden, Done, Done]),
];

pub const BOARDS: [Row; 7] = [
    (Call::SaveBoard, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::Finalize, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::Draw, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::PasteRound, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::PutDraw, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::TakeDrawOff, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::FillFurther, [Door, Forbidden, Forbidden, Done, Done, Done]),
];

pub const REQUESTS: [Row; 6] = [
    (Call::AskForOneself, [Door, Done, Done, Done, Done, Done]),
    (Call::WithdrawOwn, [Door, Done, Done, Done, Done, Done]),
    (Call::RestoreOwn, [Door, Done, Done, Done, Done, Done]),
    (Call::AskForBram, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::WithdrawOfBram, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::RestoreOfBram, [Door, Forbidden, Forbidden, Done, Done, Done]),
];

pub const TICKETS: [Row; 20] = [
    (Call::HandOut, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::SetAfter, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::GiveBack, [Door, Done, Done, Done, Done, Done]),
    (Call::KeepTickets, [Door, Done, Done, Done, Done, Done]),
    (Call::AnswerOffer, [Door, Done, Done, Done, Done, Done]),
    (Call::ClaimTickets, [Door, Done, Done, Done, Done, Done]),
    (Call::NameGuests, [Door, Done, Done, Done, Done, Done]),
    (Call::NameGuestsOfBram, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::NoteCame, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::HandOn, [Door, Done, Done, Done, Done, Done]),
    (Call::KeepHanding, [Door, Done, Done, Done, Done, Done]),
    (Call::ConfirmHanding, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::DeclineHanding, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::GiveBackOfBram, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::KeepOfBram, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::RecallOffer, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::GiveTickets, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::OfferByHand, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::OpenTable, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::SetTickets, [Door, Forbidden, Forbidden, Done, Done, Done]),
];

pub const PEOPLE: [Row; 21] = [
    (Call::Rename, [Door, Done, Done, Done, Done, Done]),
    (Call::SetZone, [Door, Done, Done, Done, Done, Done]),
    (Call::SetLanguage, [Door, Done, Done, Done, Done, Done]),
    (Call::ChooseEmails, [Door, Done, Done, Done, Done, Done]),
    (Call::AskForAddress, [Door, Done, Done, Done, Done, Done]),
    (Call::CancelAddress, [Door, Done, Done, Done, Done, Done]),
    (Call::EndOneDevice, [Door, Done, Done, Done, Done, Done]),
    (Call::EndOtherDevices, [Door, Done, Done, Done, Done, Done]),
    (Call::EndAllDevices, [Door, Done, Done, Done, Done, Done]),
    (Call::AddPerson, [Door, Forbidden, Forbidden, Forbidden, Forbidden, Done]),
    (Call::EditPerson, [Door, Forbidden, Forbidden, Forbidden, Forbidden, Done]),
    (Call::LookAtImport, [Door, Forbidden, Forbidden, Forbidden, Forbidden, Idle]),
    (Call::ImportPeople, [Door, Forbidden, Forbidden, Forbidden, Forbidden, Done]),
    (Call::SignSomebodyOut, [Door, Forbidden, Forbidden, Forbidden, Forbidden, Done]),
    (Call::SendLink, [Door, Forbidden, Forbidden, Forbidden, Forbidden, Done]),
    (Call::SendAgain, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::TellInPerson, [Door, Forbidden, Forbidden, Done, Done, Done]),
    (Call::TestMessage, [Door, Forbidden, Forbidden, Forbidden, Forbidden, Done]),
    (Call::SendAllAgain, [Door, Forbidden, Forbidden, Forbidden, Forbidden, Done]),
    (Call::SetAlarms, [Door, Forbidden, Forbidden, Forbidden, Forbidden, Done]),
    // The last: from here on nobody is found by the address they had.
    (Call::ConfirmAddress, [Door, Done, Done, Done, Done, Done]),
];

pub const AT_THE_DOOR: [Row; 8] = [
    (Call::AskForLink, [Done, Done, Done, Done, Done, Done]),
    (Call::RedeemCode, [Done, Done, Done, Done, Done, Done]),
    (Call::RedeemLink, [Done, Done, Done, Done, Done, Done]),
    (Call::ChooseEmailsBehind, [Done, Done, Done, Done, Done, Done]),
    (Call::AnswerOfferBehind, [Done, Done, Done, Done, Done, Done]),
    (Call::UndoAddress, [Done, Done, Done, Done, Done, Done]),
    (Call::SignOut, [Idle, Done, Done, Done, Done, Done]),
    (Call::SetUp, [SetUpAlready, SetUpAlready, SetUpAlready, SetUpAlready, SetUpAlready, SetUpAlready]),
];
