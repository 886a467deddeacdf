//! Made-up histories of tickets after a result: everything that can happen, at moments where programs trip.

use allocation::{
    Draw, Label,
    after::{Course, DAY, Fields, Ledger, Next, What},
};

const MINUTE: i64 = 60_000;

/// Numbers that look random, the same on every machine (`SplitMix64`).
pub struct Chance(pub u64);

impl Chance {
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// From 0 up to `bound`, which is left out.
    pub fn below(&mut self, bound: u32) -> u32 {
        u32::try_from(self.bits() % u64::from(bound.max(1))).unwrap_or(0)
    }

    pub fn one_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(u32::try_from(from.len()).unwrap_or(u32::MAX)) as usize)
    }

    fn up_to(&mut self, most: i64) -> i64 {
        i64::from(self.below(u32::try_from(most).unwrap_or(u32::MAX)))
    }
}

/// What happens after a draw, in about so many steps. What does not follow is tried as well, and must change nothing.
pub fn history(draw: &Draw, chance: &mut Chance, steps: u32) -> Ledger {
    let mut ledger = Ledger::new(draw.list().event(), Some(draw));
    let given = draw.run().allocated;
    let has = draw.list().requests().iter().zip(given).map(|(request, given)| {
        let by_hand = request.pinned.is_some() || chance.one_in(12);
        let number = if by_hand && request.pinned.is_none() { given / 2 } else { given };
        (request.label.clone(), number, if by_hand { "decided by hand" } else { "" })
    });
    let has: Vec<_> = has.collect();
    let mut at = 1_790_000_000_000 + chance.up_to(DAY);
    begin(&mut ledger, chance, at, draw.list().tickets(), &has);
    for _ in 0..steps {
        at = later(ledger.course(), chance, at);
        // What follows by itself comes at once, except where the organizer is quicker.
        if !chance.one_in(9) {
            settle(&mut ledger, chance, at);
        }
        if !ledger.course().is_running() {
            let held = ledger.course().people().iter().map(|(label, holder)| (label.clone(), holder.held, ""));
            let has: Vec<_> = held.collect();
            let tickets = ledger.course().tickets() + chance.below(3);
            begin(&mut ledger, chance, at, tickets, &has);
        } else if let Some(fields) = something(draw, ledger.course(), chance, at) {
            let _ = ledger.add(fields);
        }
    }
    at = ledger.entries().last().map_or(at, |entry| entry.fields.at);
    settle(&mut ledger, chance, at);
    ledger
}

fn begin(ledger: &mut Ledger, chance: &mut Chance, at: i64, tickets: u32, has: &[(Label, u32, &str)]) {
    let starts_at = at + DAY / 2 + chance.up_to(9 * DAY);
    let _ = ledger.add(Fields::new(What::Start, at).number(tickets).time(starts_at));
    for (label, number, reason) in has {
        // Who has nothing may be left out.
        if *number > 0 || !reason.is_empty() || chance.one_in(2) {
            let _ = ledger.add(Fields::new(What::Has, at).label(label).number(*number).reason(reason));
        }
    }
}

/// Often the very moment at which a time to answer ends, or the last day begins, or the one before.
fn later(course: &Course, chance: &mut Chance, at: i64) -> i64 {
    let ends: Vec<i64> = course.people().values().filter_map(|holder| Some(holder.offer?.until)).collect();
    let beginnings = [course.starts_at() - DAY, course.starts_at()];
    let from = if chance.one_in(12) { beginnings.as_slice() } else { &ends };
    match (chance.below(12), chance.pick(from)) {
        (0 | 1, _) => at,
        (2..=5, Some(moment)) => at.max(moment - chance.up_to(2)),
        (6, _) => at + chance.up_to(DAY),
        _ => at + chance.up_to(40 * MINUTE),
    }
}

fn settle(ledger: &mut Ledger, chance: &mut Chance, at: i64) {
    while let Some(next) = ledger.course().next(at) {
        let fields = match next {
            Next::Offer(label, number) => {
                let until = until(ledger.course(), chance, at);
                Fields::new(What::Offer, at).label(&label).number(number).time(until)
            }
            Next::Table(number) => Fields::new(What::Table, at).number(number),
        };
        if ledger.add(fields).is_err() {
            return;
        }
    }
}

fn until(course: &Course, chance: &mut Chance, at: i64) -> i64 {
    course.starts_at().min(at + 1 + chance.up_to(DAY))
}

/// Something that may follow, mostly.
fn something(draw: &Draw, course: &Course, chance: &mut Chance, at: i64) -> Option<Fields> {
    let all: Vec<Label> = draw.list().requests().iter().map(|request| request.label.clone()).collect();
    let stranger = Label::parse("stranger").ok()?;
    let anyone = if chance.one_in(6) { &stranger } else { chance.pick(&all).unwrap_or(&stranger) };
    let with = |has: fn(&allocation::after::Holder) -> bool| -> Vec<&Label> {
        course.people().iter().filter(|(_, holder)| has(holder)).map(|(label, _)| label).collect()
    };
    let holder = chance.pick(&with(|holder| holder.held > 0)).copied().unwrap_or(anyone);
    let offered = chance.pick(&with(|holder| holder.offer.is_some())).copied().unwrap_or(anyone);
    let some = |chance: &mut Chance, most: u32| 1 + chance.below(most);
    let held = course.holder(holder).held;
    let of = |what, label: &Label| Fields::new(what, at).label(label);
    Some(match chance.below(30) {
        0..=6 => of(What::Return, holder).number(some(chance, held)),
        7..=15 => answer(course, chance, at, offered),
        16 => of(What::Late, holder).number(some(chance, held)),
        17 | 18 => of(What::Claim, anyone).number(some(chance, course.table())),
        19 => of(What::Hand, holder).to(anyone).number(some(chance, held)),
        20 => of(What::Give, anyone).number(some(chance, course.free() + course.table())).reason("they asked"),
        21 | 22 => {
            let most = course.offered() + course.table() + course.free() + 4;
            Fields::new(What::Tickets, at).number(course.held() + chance.below(most))
        }
        23 => of(What::Recall, offered).reason("by mistake – wrong person"),
        24 => of(What::Leave, anyone).reason("their address fails"),
        25 => {
            let until = until(course, chance, at);
            of(What::Offer, anyone).number(some(chance, course.free())).time(until).reason("a guest of honor")
        }
        26 if at >= course.starts_at() || chance.one_in(3) => Fields::new(What::End, at).reason("reopened"),
        // What never follows.
        27 => of(What::Has, anyone).number(1),
        28 => Fields::new(What::Start, at).number(9).time(at + DAY),
        _ => of(What::Return, anyone).number(held + 1),
    })
}

fn answer(course: &Course, chance: &mut Chance, at: i64, label: &Label) -> Fields {
    let in_time = course.holder(label).offer.is_some_and(|offer| at < offer.until);
    let of = |what| Fields::new(what, at).label(label);
    match (in_time, chance.below(5)) {
        (true, 0..=2) => of(What::Decline),
        (true, _) | (false, 1) => of(What::Take),
        (false, 0) => of(What::Again).time(until(course, chance, at)),
        (false, _) => of(What::Lapse),
    }
}
