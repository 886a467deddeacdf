//! Tickets that come back, as the site passes them on: offers in the order of the draw, then the open table.

use std::collections::BTreeSet;

use allocation::{
    Draw, Label,
    after::{Fields, Ledger, Next, What},
};

use super::{
    Back, Habits,
    people::{DAY, FINAL_AT, HOUR, MINUTE, STARTS_AT},
};

/// What somebody does at a time; in this order where it is the same.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Does {
    /// The last day begins.
    LastDay,
    /// An offer made at a time was not answered.
    Lapse(Label, i64),
    /// An offer made at a time is answered.
    Answer(Label, i64, bool),
    Return(Label, u32),
    /// By number in the pool.
    Look(u32),
}

struct Play<'a> {
    habits: &'a Habits<'a>,
    ledger: Ledger,
    to_come: BTreeSet<(i64, Does)>,
    /// Whether everyone is told each time the table opens, and not the first time alone.
    told_again: bool,
    told: bool,
}

/// Plays one event.
#[expect(clippy::expect_used, reason = "the ledger says itself what follows")]
pub fn play(draw: &Draw, habits: &Habits<'_>, told_again: bool) -> Back {
    let ledger = Ledger::new(draw.list().event(), Some(draw));
    let to_come = BTreeSet::from([(STARTS_AT - DAY + 1, Does::LastDay)]);
    let mut play = Play { habits, ledger, to_come, told_again, told: false };
    play.add(Fields::new(What::Start, FINAL_AT).number(draw.list().tickets()).time(STARTS_AT)).expect("a start");
    for (request, given) in draw.list().requests().iter().zip(draw.run().allocated) {
        play.add(Fields::new(What::Has, FINAL_AT).label(&request.label).number(given)).expect("what was drawn");
    }
    for (person, label) in habits.everyone() {
        let held = play.ledger.course().holder(label).held;
        if let Some((at, number)) = habits.gives_back(person, held) {
            play.to_come.insert((at, Does::Return(label.clone(), number)));
        }
    }
    while let Some((at, does)) = play.to_come.pop_first().filter(|(at, _)| *at < STARTS_AT) {
        play.happens(at, does);
        play.follow(at);
    }
    let people = play.ledger.course().people().values();
    people.fold(Back::default(), |back, holder| Back {
        returned: back.returned + holder.returned,
        used: back.used + holder.passed,
    })
}

impl Play<'_> {
    fn add(&mut self, fields: Fields) -> Option<()> {
        self.ledger.add(fields).ok().map(|_| ())
    }

    fn happens(&mut self, at: i64, does: Does) {
        // Whoever gave tickets back, or whose offer is another, answers in vain; the ledger refuses it.
        let is_open = |label: &Label, since: i64| {
            self.ledger.course().holder(label).offer.is_some_and(|offer| offer.since == since)
        };
        let fields = match does {
            Does::LastDay => return,
            Does::Return(label, number) => Fields::new(What::Return, at).label(&label).number(number),
            Does::Answer(label, since, _) | Does::Lapse(label, since) if !is_open(&label, since) => return,
            Does::Answer(label, _, true) => Fields::new(What::Take, at).label(&label),
            Does::Answer(label, _, false) => Fields::new(What::Decline, at).label(&label),
            Does::Lapse(label, _) => Fields::new(What::Lapse, at).label(&label),
            Does::Look(person) => {
                let label = &self.habits.event.visits[person as usize].label;
                let course = self.ledger.course();
                let held = course.holder(label).held;
                let amounts = self.habits.season.people[person as usize].wants.amounts();
                let fits =
                    amounts.iter().map(|&amount| amount.saturating_sub(held)).find(|&more| more <= course.table());
                match fits.filter(|&more| more > 0) {
                    Some(more) => Fields::new(What::Claim, at).label(label).number(more),
                    None => return,
                }
            }
        };
        self.add(fields);
    }

    /// What the site does by itself.
    fn follow(&mut self, at: i64) {
        while let Some(next) = self.ledger.course().next(at) {
            match next {
                Next::Offer(label, number) => {
                    let until = until(at);
                    self.add(Fields::new(What::Offer, at).label(&label).number(number).time(until));
                    self.to_come.insert((until, Does::Lapse(label.clone(), at)));
                    let person = self.habits.everyone().find(|(_, one)| **one == label).map(|(person, _)| person);
                    let answer = person.and_then(|person| self.habits.answers(person, at));
                    if let Some((answered, takes)) = answer.filter(|&(answered, _)| answered < until) {
                        self.to_come.insert((answered, Does::Answer(label, at, takes)));
                    }
                }
                Next::Table(number) => {
                    let opens = self.ledger.course().table() == 0;
                    self.add(Fields::new(What::Table, at).number(number));
                    if opens && (self.told_again || !self.told) {
                        self.told = true;
                        let looks = self.habits.everyone().filter(|(_, label)| !self.gave_back(label));
                        let looks =
                            looks.filter_map(|(person, _)| Some((self.habits.looks(person, at)?, Does::Look(person))));
                        let looks: Vec<_> = looks.collect();
                        self.to_come.extend(looks);
                    }
                }
            }
        }
    }

    fn gave_back(&self, label: &Label) -> bool {
        self.ledger.course().holder(label).returned > 0
    }
}

/// A quarter of the time left, at most 24 hours and at least one, half an hour in the last six. While more than a day is left,
/// the hours from 21 to 8 do not count.
fn until(at: i64) -> i64 {
    let left = STARTS_AT - at;
    let least = if left < 6 * HOUR { 30 * MINUTE } else { HOUR };
    let mut window = (left / 4).min(DAY).max(least);
    if left < DAY {
        return (at + window).min(STARTS_AT);
    }
    let mut now = at;
    loop {
        let of_day = now.rem_euclid(DAY);
        let (morning, evening) = (now - of_day + 8 * HOUR, now - of_day + 21 * HOUR);
        if now < morning {
            now = morning;
        } else if now >= evening {
            now = morning + DAY;
        } else if now + window <= evening {
            return (now + window).min(STARTS_AT);
        } else {
            window -= evening - now;
            now = morning + DAY;
        }
    }
}
