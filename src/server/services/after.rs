//! What becomes of tickets after the result: given back, offered to whose turn it is, put on the open table.
//!
//! [`Run`] replays an event's ledger, lets something happen, lets follow what follows by itself, and keeps all of it: entries,
//! what people have, offers, counts. Everything that happens goes through it, in one transaction that holds the event.

mod answer;
mod by_hand;
mod came_back;
mod carry;
mod due;
mod give;
mod give_back;
mod hand_on;
mod hand_request;
mod handouts;
mod keep;
mod matching;
mod not_handed_on;
mod open_table;
mod over;
mod pass;
mod pick;
mod press;
mod recall;
mod run;
mod settings;
mod show;
mod table;
mod tickets;
mod tools;
mod window;

pub use self::{
    answer::{Answer, Answered, Behind, answer, answer_behind, behind},
    carry::carry_handed,
    due::catch_up,
    give::{Gave, give},
    give_back::{Given, give_back, take_back},
    hand_on::{Handed, hand_on},
    hand_request::{confirm_hand_request, decline_hand_request, take_hand_request_back},
    handouts::{Handouts, Saved, Sent, file, hand_out, handed_out},
    open_table::open_table,
    pick::pick,
    press::Press,
    recall::recall,
    settings::{like, move_along, set},
    show::{MyTickets, Path, Step, handings, mine, paths},
    table::claim,
    tickets::set_tickets,
    tools::{Tools, tools},
};
pub(super) use self::{due::restored, over::over};
use self::{give_back::read_number, run::Run};

use chrono::TimeDelta;

/// For how long what was given back can be taken back.
pub const UNDO: TimeDelta = TimeDelta::seconds(60);
