//! What becomes of tickets after the result: given back, offered to whose turn it is, put on the open table.
//!
//! [`Run`] replays an event's ledger, lets something happen, lets follow what follows by itself, and keeps all of it: entries,
//! what people have, offers, counts. Everything that happens goes through it, in one transaction that holds the event.

mod answer;
mod due;
mod give_back;
mod handouts;
mod keep;
mod matching;
mod over;
mod press;
mod run;
mod settings;
mod show;
mod table;
mod window;

pub use self::{
    answer::{Answer, Answered, Behind, answer, answer_behind, behind},
    due::catch_up,
    give_back::{Given, give_back, take_back},
    handouts::{Handouts, Saved, Sent, file, hand_out, handed_out},
    press::Press,
    settings::set,
    show::{MyTickets, Path, Step, mine, paths},
    table::claim,
};
pub(super) use self::{over::over, run::Run};

use chrono::TimeDelta;

/// For how long what was given back can be taken back.
pub const UNDO: TimeDelta = TimeDelta::seconds(60);
