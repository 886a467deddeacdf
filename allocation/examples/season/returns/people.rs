//! What people do, the same in each way of passing tickets on. Everything made up comes from SHA-256 of counters.

use std::fmt;

use allocation::Label;

use crate::model::{Event, Season, below};

pub const MINUTE: i64 = 60_000;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;
/// When an event begins: at seven in the evening of the thirtieth day.
pub const STARTS_AT: i64 = 30 * DAY + 19 * HOUR;
/// The result stands from eight days before.
pub const FINAL_AT: i64 = STARTS_AT - 8 * DAY;
/// So long before the event tickets are given back at the latest.
const IN_TIME: i64 = 2 * HOUR;

/// How likely someone who has tickets gives some back, in percent.
const GIVES_BACK: u64 = 20;
/// How likely someone who is offered tickets does not answer, in percent.
const SILENT: u64 = 25;
/// How likely who answers takes them, in percent.
const TAKES: u64 = 65;
/// How likely someone who asked for tickets, and has none or too few, wants some from the open table, in percent.
const STILL_WANTS: u64 = 35;
/// How likely someone who did not ask does.
const WANTS_NOW: u64 = 10;

/// When tickets are given back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Times {
    /// From a week to two hours before the event: the nearer it is, the more.
    Any,
    /// Of these, up to a day before.
    Early,
    /// Of these, on the last day.
    Late,
}

impl Times {
    pub const ALL: [Self; 3] = [Self::Any, Self::Early, Self::Late];
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Any => "at any time",
            Self::Early => "up to a day before",
            Self::Late => "on the last day",
        })
    }
}

/// Everyone at one event.
pub struct Habits<'a> {
    pub season: &'a Season,
    pub event: &'a Event,
    /// The number of the season, and of the event.
    pub number: [u32; 2],
    pub times: Times,
}

impl Habits<'_> {
    fn below(&self, limit: u64, what: &str, person: u32) -> i64 {
        let [season, event] = self.number;
        below(limit, what, [season, event, person]).cast_signed()
    }

    fn likely(&self, percent: u64, what: &str, person: u32) -> bool {
        self.below(100, what, person) < percent.cast_signed()
    }

    /// Everyone of the pool, by number.
    pub fn everyone(&self) -> impl Iterator<Item = (u32, &Label)> {
        (0..).zip(self.event.visits.iter().map(|visit| &visit.label))
    }

    /// When someone who has so many gives how many back; `None` for who keeps them.
    pub fn gives_back(&self, person: u32, held: u32) -> Option<(i64, u32)> {
        if held == 0 || !self.likely(GIVES_BACK, "gives back", person) {
            return None;
        }
        // 2 to 4 hours before, 4 to 8, and so on, up to a week: each as likely.
        let doubled = IN_TIME << self.below(6, "doubled", person);
        let width = if doubled == IN_TIME << 5 { 7 * DAY - doubled } else { doubled };
        let at = awake(STARTS_AT - doubled - self.below(width.cast_unsigned(), "return", person), 0);
        let last_day = STARTS_AT - at < DAY;
        let concerned = match self.times {
            Times::Any => true,
            Times::Early => !last_day,
            Times::Late => last_day,
        };
        let number = if self.below(3, "some", person) == 0 { 1 } else { held };
        concerned.then_some((at, number))
    }

    /// When someone who is offered tickets answers, and whether they take them; `None` for who does not answer.
    pub fn answers(&self, person: u32, offered_at: i64) -> Option<(i64, bool)> {
        if self.likely(SILENT, "silent", person) {
            return None;
        }
        Some((self.reads(person, offered_at), self.likely(TAKES, "takes", person)))
    }

    /// When someone who was told of the open table looks at it; `None` for who wants nothing from it.
    pub fn looks(&self, person: u32, told_at: i64) -> Option<i64> {
        let asked = self.event.visits[person as usize].wanted;
        let wants = self.likely(if asked { STILL_WANTS } else { WANTS_NOW }, "table", person);
        wants.then(|| self.reads(person, told_at))
    }

    /// 5 to 10 minutes after it came, 10 to 20, and so on, up to 21 hours: each as likely. Nobody reads at night.
    fn reads(&self, person: u32, came_at: i64) -> i64 {
        let delay = (5 * MINUTE) << self.below(8, "delay", person);
        let within = self.below(delay.cast_unsigned(), "within", person);
        awake(came_at + delay + within, within % HOUR)
    }
}

/// From eleven to seven people sleep; they do then what they would have done, `later` than seven.
fn awake(at: i64, later: i64) -> i64 {
    let of_day = at.rem_euclid(DAY);
    let morning = at - of_day + 7 * HOUR + later;
    match of_day / HOUR {
        0..7 => morning,
        23 => morning + DAY,
        _ => at,
    }
}
