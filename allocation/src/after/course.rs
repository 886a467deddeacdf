use alloc::{
    collections::{BTreeMap, VecDeque},
    vec::Vec,
};
use core::fmt;

use super::{Holder, Line, Wrong, line::Stand, queue::Queue};
use crate::Label;

/// A day, in milliseconds: from one before the event on, what comes back goes on the open table.
pub const DAY: i64 = 24 * 60 * 60 * 1_000;

/// What has to follow by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Offering someone so many more.
    Offer(Label, u32),
    /// Putting so many on the open table.
    Table(u32),
}

/// `an offer of 2 to asha`, `2 on the open table`.
impl fmt::Display for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Offer(label, number) => write!(f, "an offer of {number} to {label}"),
            Self::Table(number) => write!(f, "{number} on the open table"),
        }
    }
}

/// The same, all of it at once: who is offered something is computed for all of them together.
pub(super) enum Due {
    Offers(VecDeque<(Label, u32)>),
    Table(u32),
    Nothing,
}

/// Where the entries of a ledger lead.
#[derive(Clone, Debug)]
pub struct Course {
    pub(super) line: Option<Line>,
    pub(super) people: BTreeMap<Label, Holder>,
    /// What of everyone in line matters to what is offered, by rank.
    pub(super) stands: Vec<Stand>,
    pub(super) running: bool,
    /// Still at the beginning, where it is said who has what.
    pub(super) opening: bool,
    pub(super) tickets: u32,
    pub(super) starts_at: i64,
    pub(super) held: u32,
    pub(super) offered: u32,
    pub(super) table: u32,
    pub(super) queue: Queue,
    /// What was computed to follow and has not come yet.
    pub(super) pending: VecDeque<(Label, u32)>,
    pub(super) last_at: i64,
}

impl Course {
    pub(super) fn new(line: Option<Line>) -> Self {
        Self {
            stands: line.as_ref().map(Line::all_waiting).unwrap_or_default(),
            line,
            people: BTreeMap::new(),
            running: false,
            opening: false,
            tickets: 0,
            starts_at: 0,
            held: 0,
            offered: 0,
            table: 0,
            queue: Queue::default(),
            pending: VecDeque::new(),
            last_at: i64::MIN,
        }
    }

    /// Whether a result stands and the event is still to come.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.running
    }

    /// Whether there is an order in which people are asked.
    #[must_use]
    pub fn has_line(&self) -> bool {
        self.line.is_some()
    }

    /// All who have or had something, or declined.
    #[must_use]
    pub fn people(&self) -> &BTreeMap<Label, Holder> {
        &self.people
    }

    /// What someone has.
    #[must_use]
    pub fn holder(&self, label: &Label) -> Holder {
        self.people.get(label).cloned().unwrap_or_default()
    }

    /// Tickets there are.
    #[must_use]
    pub fn tickets(&self) -> u32 {
        self.tickets
    }

    /// Tickets that people have.
    #[must_use]
    pub fn held(&self) -> u32 {
        self.held
    }

    /// Tickets that are offered to people.
    #[must_use]
    pub fn offered(&self) -> u32 {
        self.offered
    }

    /// Tickets on the open table.
    #[must_use]
    pub fn table(&self) -> u32 {
        self.table
    }

    /// Tickets that nobody has, that are offered to nobody, and that are not on the table.
    #[must_use]
    pub fn free(&self) -> u32 {
        self.tickets.saturating_sub(self.held).saturating_sub(self.offered).saturating_sub(self.table)
    }

    /// When the last entry was written; long ago, where there is none.
    #[must_use]
    pub fn last_at(&self) -> i64 {
        self.last_at
    }

    /// When the event begins, in milliseconds since 1970 in UTC.
    #[must_use]
    pub fn starts_at(&self) -> i64 {
        self.starts_at
    }

    /// What has to follow by itself at this moment; `None`: nothing.
    ///
    /// What is free is offered by the rule and in the order of the draw to those in line who have no open offer. It goes on
    /// the open table where nobody in line would ever take more, or where less than a [`DAY`] is left.
    #[must_use]
    pub fn next(&self, at: i64) -> Option<Next> {
        if let Some((label, number)) = self.pending.front() {
            return Some(Next::Offer(label.clone(), *number));
        }
        match self.due(at) {
            Due::Offers(offers) => offers.into_iter().next().map(|(label, number)| Next::Offer(label, number)),
            Due::Table(number) => Some(Next::Table(number)),
            Due::Nothing => None,
        }
    }

    /// Whom to offer how many, or how many to put on the table.
    pub(super) fn due(&self, at: i64) -> Due {
        let asks = self.running && !self.opening && at < self.starts_at;
        let (Some(line), free @ 1..) = (self.line.as_ref().filter(|_| asks), self.free()) else { return Due::Nothing };
        if self.starts_at.saturating_sub(at) < DAY {
            return Due::Table(free);
        }
        let offers = line.raises(free, &self.stands);
        if !offers.is_empty() {
            return Due::Offers(offers.into());
        }
        // Whoever has an open offer may still want more than that.
        if line.wants_more(&self.stands) { Due::Nothing } else { Due::Table(free) }
    }

    /// Whether nothing has to follow that should have come right after the last entry.
    ///
    /// # Errors
    /// What should have come.
    pub fn check_settled(&self) -> Result<(), Wrong> {
        self.next(self.last_at).map_or(Ok(()), |next| Err(Wrong::First(next)))
    }
}
