use chrono::TimeDelta;

use crate::domain::event::Visibility::{self, Names, Numbers, Own};

/// Where a made-up event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Over, with results. One of them was opened again and finalized a second time.
    Finalized { times: u32 },
    /// Requests are closed and nothing is decided.
    Closed,
    /// Closed, some of it decided.
    Drafted,
    /// Requests close after so many hours, or when it begins.
    Open { closes_in: Option<i64> },
    /// Does not take place.
    Canceled,
}

/// A made-up event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub name: &'static str,
    pub season: &'static str,
    /// Days from today to the event.
    pub days: i64,
    /// Local time of day.
    pub time: &'static str,
    pub zone: &'static str,
    pub tickets: u32,
    pub limit: u32,
    /// How many people ask.
    pub asking: usize,
    pub shows_before: Visibility,
    pub notes: &'static str,
    pub stage: Stage,
}

pub(super) const LONDON: &str = "Europe/London";
pub(super) const FOOTBALL: &str = "Football season";
const HALL: &str = "Concert hall";
const GENERAL: &str = "General";
const DONE: Stage = Stage::Finalized { times: 1 };

const fn plan(
    (name, season): (&'static str, &'static str),
    (days, time, zone): (i64, &'static str, &'static str),
    (tickets, limit, asking): (u32, u32, usize),
    shows_before: Visibility,
    stage: Stage,
    notes: &'static str,
) -> Plan {
    Plan { name, season, days, time, zone, tickets, limit, asking, shows_before, notes, stage }
}

impl Plan {
    /// Where it takes place; nothing where nobody said.
    pub fn place(&self) -> &'static str {
        match (self.season, self.zone) {
            (FOOTBALL, _) => "Rovers Park, South Stand",
            (HALL, _) => "Concert Hall, King Street",
            (_, "America/New_York") => "Madison Square Garden, New York",
            (_, "Asia/Kolkata") => "Eden Gardens, Kolkata",
            _ => "",
        }
    }

    /// How long it takes, where somebody said.
    pub fn lasts(&self) -> Option<TimeDelta> {
        match self.season {
            FOOTBALL => Some(TimeDelta::minutes(105)),
            HALL => Some(TimeDelta::minutes(150)),
            _ => None,
        }
    }
}

const COACH: &str =
    "The coach leaves the club house two hours before kick-off. It is free; say in your note if you need a seat.";
const BALCONY: &str = "All seats are in the first balcony, in pairs. There is a lift from the foyer.";

/// The events, oldest first, one a line.
#[rustfmt::skip]
pub(super) const EVENTS: &[Plan] = &[
    plan(("Rovers v United", FOOTBALL), (-441, "15:00", LONDON), (16, 4, 24), Numbers, DONE, COACH),
    plan(("Mahler: Symphony No. 2", HALL), (-398, "19:30", LONDON), (20, 4, 17), Numbers, DONE, BALCONY),
    plan(("Rovers v Athletic", FOOTBALL), (-356, "15:00", LONDON), (12, 4, 26), Numbers, DONE, COACH),
    plan(("Winter party", GENERAL), (-338, "19:00", LONDON), (60, 2, 41), Names, DONE, "Two each, so that everybody can bring somebody."),
    plan(("Rovers v City (cup, third round)", FOOTBALL), (-305, "19:45", LONDON), (10, 4, 37), Numbers, Stage::Finalized { times: 2 }, COACH),
    plan(("Knicks v Celtics", GENERAL), (-281, "19:30", "America/New_York"), (8, 4, 15), Numbers, DONE, "Madison Square Garden, for those who are in New York that week."),
    plan(("Bach: St Matthew Passion", HALL), (-230, "18:00", LONDON), (14, 6, 19), Own, DONE, BALCONY),
    plan(("Rovers v Wanderers", FOOTBALL), (-204, "15:00", LONDON), (16, 4, 22), Numbers, DONE, COACH),
    plan(("Comedy night", GENERAL), (-148, "20:00", LONDON), (24, 6, 13), Numbers, DONE, "Doors at seven. Nobody will be made to sit in the front row."),
    plan(("Family day at the science museum", GENERAL), (-95, "10:00", LONDON), (40, 8, 21), Numbers, DONE, "Children need a ticket too."),
    plan(("Rovers v Albion", FOOTBALL), (-53, "12:30", LONDON), (16, 4, 31), Numbers, DONE, COACH),
    plan(("Dvořák: Cello Concerto", HALL), (-18, "19:30", LONDON), (12, 4, 23), Numbers, DONE, BALCONY),
    plan(("Open-air cinema", GENERAL), (-9, "20:30", LONDON), (30, 4, 12), Numbers, Stage::Canceled, "Bring a blanket."),
    plan(("Rovers v Rangers (semi-final)", FOOTBALL), (9, "17:30", LONDON), (40, 4, 60), Numbers, Stage::Closed, COACH),
    plan(("Händel: Messiah", HALL), (16, "19:00", LONDON), (18, 4, 20), Numbers, Stage::Closed, BALCONY),
    plan(("Rovers v Forest", FOOTBALL), (20, "15:00", LONDON), (16, 4, 27), Numbers, Stage::Drafted, COACH),
    plan(("India v Australia, day one", GENERAL), (27, "09:30", "Asia/Kolkata"), (10, 4, 14), Numbers, Stage::Open { closes_in: Some(5) }, "Pavilion end, lunch included. Gates open at eight."),
    plan(("Rovers v Villa", FOOTBALL), (34, "15:00", LONDON), (16, 4, 18), Numbers, Stage::Open { closes_in: Some(9 * 24) }, COACH),
    plan(("New Year concert", HALL), (48, "15:00", LONDON), (20, 6, 9), Names, Stage::Open { closes_in: Some(30 * 24) }, BALCONY),
    plan(("Spring dinner", GENERAL), (95, "19:00", LONDON), (80, 4, 3), Own, Stage::Open { closes_in: None }, "Long tables, one menu. Write in your note what you do not eat."),
];
