//! What a season remembers of a person (format 2): what they had of the events that were short, against a fair share.
//!
//! [`ledger`] turns what happened in a season into one [`Entry`] an event; a record prints these. [`standing`] takes nothing
//! but entries, so that whoever holds a record can recompute everyone's slips and balance. Amounts are in thousandths of a
//! ticket. [`crate::Past`] says the same for format 1, by another rule.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use crate::{Exact, MAX_EXACT, Standing, Tiers};

/// What a ticket counts for whoever had it.
const WHOLE: i64 = 1_000;
/// What is taken off for a ticket that was given back and that someone else took.
const PASSED_ON: i64 = 500;

/// An event that counts: finalized, or reopened and taken as it was last finalized. One that was canceled is never one.
///
/// `P` stands for a person: an account's id on the server, a label in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered<P> {
    /// Tickets there were; at most [`crate::MAX_TICKETS`].
    pub tickets: u32,
    /// Everyone who asked, and whoever had a ticket without having asked.
    pub people: BTreeMap<P, Part>,
}

/// What one person asked for and had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// What they asked for in the last draw or finalization, also if it was pinned, also if they gave everything back since.
    pub asked: Option<Tiers>,
    /// Tickets at the latest finalization. What they gave back themselves stays in, what the organizer corrected does not.
    pub given: u32,
    /// Tickets they took from offers.
    pub accepted: u32,
    /// Of what they gave back: what someone else took.
    pub passed: u32,
    /// Neither used nor given back, if the organizer recorded it.
    pub unused: u32,
    /// The organizer excused them: the event counts nothing for them.
    pub excused: bool,
}

impl Part {
    /// Tickets they have or had.
    fn got(&self) -> u32 {
        self.given.saturating_add(self.accepted)
    }

    /// `1000·(given + accepted + unused) − 500·passed`, and 0 if excused.
    fn counted(&self) -> i64 {
        if self.excused {
            return 0;
        }
        let had = i64::from(self.given) + i64::from(self.accepted) + i64::from(self.unused);
        WHOLE * had - PASSED_ON * i64::from(self.passed)
    }
}

impl<P: Ord> Remembered<P> {
    /// Those whose smallest amount could be had at all. Asking only for more than there is moves nobody.
    #[must_use]
    pub fn met(&self) -> BTreeSet<&P> {
        let had = |part: &Part| part.asked.as_ref().is_some_and(|tiers| tiers.smallest() <= self.tickets);
        self.people.iter().filter(|(_, part)| had(part)).map(|(person, _)| person).collect()
    }

    /// Whether the largest amounts that could be had add up to more than there was.
    #[must_use]
    pub fn short(&self) -> bool {
        let largest = |tiers: &Tiers| tiers.amounts().iter().copied().find(|&amount| amount <= self.tickets);
        let first = self.people.values().filter_map(|part| part.asked.as_ref().and_then(largest));
        first.map(u64::from).sum::<u64>() > u64::from(self.tickets)
    }

    /// Tickets that someone has or had, each once.
    fn out(&self) -> u64 {
        let got: u64 = self.people.values().map(|part| u64::from(part.given) + u64::from(part.accepted)).sum();
        let passed: u64 = self.people.values().map(|part| u64::from(part.passed)).sum();
        got.saturating_sub(passed)
    }
}

/// One event of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<P> {
    /// Whether more was asked for than there was. An event that was not short moves nobody.
    pub short: bool,
    /// Tickets that someone has or had, each once.
    pub out: u64,
    /// How many take part: whoever asked for this event or the counting one before it, for an amount that could be had.
    pub part: u32,
    /// Everyone who takes part or had a ticket.
    pub lines: BTreeMap<P, Line>,
}

impl<P> Entry<P> {
    /// What everyone who takes part could have had: `floor(1000·out / part)`, at most [`MAX_EXACT`].
    ///
    /// It depends on how many asked, never on how much. Together the shares are less than `part` thousandths below `out`.
    #[must_use]
    pub fn share(&self) -> i64 {
        let share = u128::from(self.out) * 1_000 / u128::from(self.part.max(1));
        i64::try_from(share).unwrap_or(MAX_EXACT).min(MAX_EXACT)
    }
}

/// What one event says of one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// They take part, and the share is theirs.
    pub part: bool,
    /// They asked for this very event, for an amount that could be had.
    pub met: bool,
    /// Tickets they have or had of it, also what they gave back since.
    pub got: u32,
    /// What is taken off their balance; below 0 where more was passed on than they were left with.
    pub counted: i64,
    /// The organizer excused them: nothing is counted, and it is neither a loss nor the end of losses.
    pub excused: bool,
}

/// The entries of these events, which stand in the order in which their requests closed.
#[must_use]
pub fn ledger<'a, P: Ord + Clone + 'a>(events: impl IntoIterator<Item = &'a Remembered<P>>) -> Vec<Entry<P>> {
    let mut before = BTreeSet::new();
    let mut entries = Vec::new();
    for event in events {
        let met = event.met();
        let part: BTreeSet<&P> = before.union(&met).copied().collect();
        let nobody = Part::default();
        let mut lines = BTreeMap::new();
        for person in event.people.keys().chain(part.iter().copied()) {
            let had = event.people.get(person).unwrap_or(&nobody);
            let line = Line {
                part: part.contains(person),
                met: met.contains(person),
                got: had.got(),
                counted: had.counted(),
                excused: had.excused,
            };
            if line.part || line.got > 0 || line.counted != 0 {
                lines.insert(person.clone(), line);
            }
        }
        let people = u32::try_from(part.len()).unwrap_or(u32::MAX);
        entries.push(Entry { short: event.short(), out: event.out(), part: people, lines });
        before = met;
    }
    entries
}

/// Where these entries, oldest first, leave a person: newcomers with nothing.
///
/// The balance is the sum of share less `counted` over short events, brought into ±[`MAX_EXACT`] at the end. Losses are the
/// short events in a row, latest backwards, that they asked for and got nothing of; excused ones are skipped.
#[must_use]
pub fn standing<'a, P: Ord + 'a>(ledger: impl IntoIterator<Item = &'a Entry<P>>, person: &P) -> Standing {
    let mut sum = Sum::default();
    for entry in ledger {
        if let Some(line) = entry.lines.get(person) {
            sum.add(entry, line);
        }
    }
    sum.standing()
}

/// Where these entries, oldest first, leave everyone who stands in them: the same as [`standing`] of each, in one pass.
#[must_use]
pub fn standings<'a, P: Ord + Clone + 'a>(ledger: impl IntoIterator<Item = &'a Entry<P>>) -> BTreeMap<P, Standing> {
    let mut people: BTreeMap<P, Sum> = BTreeMap::new();
    for entry in ledger {
        for (person, line) in &entry.lines {
            let sum = people.entry(person.clone()).or_default();
            sum.add(entry, line);
        }
    }
    people.into_iter().map(|(person, sum)| (person, sum.standing())).collect()
}

/// How far apart people were after an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// How many asked for anything up to then, for an amount that could be had.
    pub people: u32,
    /// One in ten of them has at most this balance.
    pub low: Exact,
    /// Half of them have at most this balance.
    pub median: Exact,
    /// One in ten of them has at least this balance.
    pub high: Exact,
}

impl Spread {
    /// Of these balances. A tenth is rounded down, so that of fewer than eleven the outermost count.
    #[must_use]
    pub fn of(mut balances: Vec<Exact>) -> Self {
        balances.sort_unstable();
        let people = u32::try_from(balances.len()).unwrap_or(u32::MAX);
        let Some(last) = balances.len().checked_sub(1) else { return Self::default() };
        let tenth = last / 10;
        Self { people, low: balances[tenth], median: balances[last / 2], high: balances[last - tenth] }
    }
}

/// How far apart people were after each of these entries, oldest first; those who have not asked yet are left out.
#[must_use]
pub fn spreads<'a, P: Ord + Clone + 'a>(ledger: impl IntoIterator<Item = &'a Entry<P>>) -> Vec<Spread> {
    let mut people: BTreeMap<P, (Sum, bool)> = BTreeMap::new();
    let mut spreads = Vec::new();
    for entry in ledger {
        for (person, line) in &entry.lines {
            let (sum, asked) = people.entry(person.clone()).or_default();
            sum.add(entry, line);
            *asked |= line.met;
        }
        let balances = people.values().filter(|(_, asked)| *asked).map(|(sum, _)| sum.standing().balance);
        spreads.push(Spread::of(balances.collect()));
    }
    spreads
}

/// What was added up of one person so far.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    standing: Standing,
    /// Not yet brought into bounds.
    balance: i64,
}

impl Sum {
    fn add<P>(&mut self, entry: &Entry<P>, line: &Line) {
        if !entry.short {
            return;
        }
        let share = if line.part { entry.share() } else { 0 };
        self.balance = self.balance.saturating_add(share).saturating_sub(line.counted);
        if line.met && !line.excused {
            self.standing.losses = if line.got == 0 { self.standing.losses.saturating_add(1) } else { 0 };
        }
        self.standing.counting += u32::from(line.met);
    }

    fn standing(self) -> Standing {
        Standing { balance: Exact::clamped(self.balance), ..self.standing }
    }
}
