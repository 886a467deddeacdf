use std::{collections::HashSet, fmt};

use chrono_tz::Tz;
use serde::Serialize;

use super::{
    EventName, Oddity,
    text::{flag, whole},
};
use crate::{domain::schedule::Zone, server::db::legacy::Original, words};

/// What an import found and did, for whoever runs it. Printed, it is the command's whole answer.
#[derive(Clone, Debug)]
pub struct Report {
    /// Whether nothing was written.
    pub dry_run: bool,
    /// The zone local times were read in.
    pub zone: Tz,
    pub found: Found,
    pub people: Tally,
    pub events: Tally,
    pub requests: Tally,
    /// Allocations that cannot have been.
    pub impossible: Vec<Impossible>,
    /// Everything else that is odd in the file.
    pub oddities: Vec<Oddity>,
    /// What is otherwise here than there, and was left so.
    pub differences: Vec<Difference>,
    /// Whether nobody who could sign in is an active admin afterwards.
    pub no_admin: bool,
}

/// What to do where there is no admin.
pub const NO_ADMIN: &str = "Warning: there is no active admin who could sign in. Make one with: ticket-pool admin create \
                            --email ADDRESS --name NAME";

/// What the file holds, odd or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Found {
    pub users: usize,
    pub active: usize,
    pub admins: usize,
    pub events: usize,
    pub open: usize,
    pub finalized: usize,
    pub cancelled: usize,
    pub requests: usize,
    /// The sum of all allocations of finalized events as the original said them, impossible ones included.
    pub tickets_given: i64,
}

/// What became of the rows of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Written now.
    pub new: usize,
    /// Here already, the same.
    pub unchanged: usize,
    /// Different here, and left so; or not here, and not added.
    pub different: usize,
}

/// An allocation that cannot have been: less than none, more than there is, or not a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impossible {
    pub event: EventName,
    pub person: String,
    /// What the original said.
    pub said: String,
    pub tickets: u32,
}

/// Something that is otherwise here than in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Name, role or status.
    Person { name: String, address: String },
    /// One or several of name, time, zone, tickets, notes and state.
    Event { event: EventName, what: Vec<&'static str> },
    /// Tiers, note or allocation, or withdrawn on one side.
    Request { event: EventName, person: String },
    /// New in the file, for an event that is open no more: not added.
    TooLate { event: EventName, person: String },
}

impl Tally {
    /// Counts a row that is here already.
    pub(super) fn found(&mut self, same: bool) {
        *(if same { &mut self.unchanged } else { &mut self.different }) += 1;
    }
}

impl Report {
    pub(super) fn new(original: &Original, zone: Zone, dry_run: bool) -> Self {
        let missing = original.missing.iter().map(|what| Oddity::Missing { what: what.clone() });
        let misread = original.misread.iter().cloned().map(Oddity::Misread);
        Self {
            dry_run,
            zone: zone.0,
            found: Found::count(original),
            people: Tally::default(),
            events: Tally::default(),
            requests: Tally::default(),
            impossible: Vec::new(),
            oddities: missing.chain(misread).collect(),
            differences: Vec::new(),
            no_admin: false,
        }
    }

    /// Whether anything is new.
    pub fn writes(&self) -> bool {
        self.people.new + self.events.new + self.requests.new > 0
    }

    /// The numbers alone, for the audit log.
    pub(super) fn counts(&self) -> impl Serialize + use<> {
        serde_json::json!({
            "found": self.found,
            "people": self.people,
            "events": self.events,
            "requests": self.requests,
            "impossible": self.impossible.len(),
            "oddities": self.oddities.len(),
            "zone": self.zone.name(),
        })
    }
}

impl Found {
    fn count(original: &Original) -> Self {
        let events = |word: &'static str| {
            let numbered = original.events.iter().filter(move |event| event.status.as_deref() == Some(word));
            numbered.filter_map(|event| event.place.id.is)
        };
        let finalized: HashSet<i64> = events("finalized").collect();
        let given =
            original.requests.iter().filter(|request| request.event.is.is_some_and(|event| finalized.contains(&event)));
        Self {
            users: original.people.len(),
            active: original.people.iter().filter(|person| flag(person.is_active.as_deref())).count(),
            admins: original.people.iter().filter(|person| flag(person.is_admin.as_deref())).count(),
            events: original.events.len(),
            open: events("open").count(),
            finalized: events("finalized").count(),
            cancelled: events("cancelled").count(),
            requests: original.requests.len(),
            tickets_given: given
                .filter_map(|request| whole(request.allocated.as_deref()?))
                .fold(0, i64::saturating_add),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Found { users, active, admins, events, open, finalized, cancelled, requests, tickets_given } = self.found;
        writeln!(
            f,
            "The file holds {users} people ({active} active, {admins} admins), {events} events ({open} open, {finalized} \
             finalized, {cancelled} cancelled), {requests} requests; {tickets_given} tickets given.\n\
             Local times were read in {}.\n",
            self.zone.name()
        )?;
        writeln!(f, "{:10}{:>8}{:>12}{:>12}", "", "new", "unchanged", "different")?;
        for (kind, tally) in [("people", self.people), ("events", self.events), ("requests", self.requests)] {
            writeln!(f, "{kind:10}{:>8}{:>12}{:>12}", tally.new, tally.unchanged, tally.different)?;
        }
        let impossible = "Impossible allocations (kept beside as what the former system said):";
        section(f, impossible, &self.impossible)?;
        section(f, "Also odd in the file:", &self.oddities)?;
        section(f, "Different here, and left as it is:", &self.differences)?;
        let end = match (self.dry_run, self.writes()) {
            (true, _) => "This was a dry run: nothing was written.",
            (false, true) => "All of it is here now.",
            (false, false) => "Nothing was new: nothing was written.",
        };
        if self.no_admin {
            writeln!(f, "\n{NO_ADMIN}")?;
        }
        write!(f, "\n{end}")
    }
}

fn section<T: fmt::Display>(f: &mut fmt::Formatter<'_>, title: &str, lines: &[T]) -> fmt::Result {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n{title}")?;
    lines.iter().try_for_each(|line| writeln!(f, "  {line}"))
}

impl fmt::Display for Impossible {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} was given {} of {}", self.event, self.person, self.said, words::tickets(self.tickets))
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person { name, address } => write!(f, "{name} ({address}): name, role or status"),
            Self::Event { event, what } => write!(f, "{event}: {}", what.join(", ")),
            Self::Request { event, person } => write!(f, "{event}: the request of {person}"),
            Self::TooLate { event, person } => {
                write!(
                    f,
                    "{event}: the request of {person} is new in the file, but the event is open no more; not added"
                )
            }
        }
    }
}
