//! What becomes of tickets after the result: given back, offered to whose turn it is, put on the open table.
//!
//! [`Run`] replays an event's ledger, lets something happen, lets follow what follows by itself, and keeps all of it: entries,
//! what people have, offers, counts. Everything that happens goes through it, in one transaction that holds the event.

mod answer;
mod by_hand;
mod came_back;
mod due;
mod give;
mod give_back;
mod handouts;
mod keep;
mod matching;
mod open_table;
mod over;
mod press;
mod pick;
mod recall;
mod run;
mod settings;
mod show;
mod table;
mod tickets;
mod tools;
mod window;

use self::run::Run;
pub use self::{
    answer::{Answer, Answered, Behind, answer, answer_behind, behind},
    due::catch_up,
    give::{Gave, give},
    give_back::{Given, give_back, take_back},
    handouts::{Handouts, Saved, Sent, file, hand_out, handed_out},
    press::Press,
    open_table::open_table,
    pick::pick,
    recall::recall,
    settings::set,
    show::{MyTickets, Path, Step, mine, paths},
    table::claim,
    tickets::set_tickets,
    tools::{Tools, tools},
};
pub(super) use self::{due::restored, over::over};

use chrono::TimeDelta;

/// For how long what was given back can be taken back.
pub const UNDO: TimeDelta = TimeDelta::seconds(60);
