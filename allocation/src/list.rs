use alloc::{format, string::String, vec::Vec};

use sha2::{Digest, Sha256};

use crate::{Hash, Label, MAX_TICKETS, Request, SeasonLedger};

/// Everything a draw is about but its code: the event, its tickets, its requests. Labels are unique; what is pinned fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestList {
    event: Label,
    tickets: u32,
    requests: Vec<Request>,
    /// Places of the requests, by label in byte order.
    by_label: Vec<u32>,
    /// What the season says of them; only lists of format 2 hold it.
    season: Option<SeasonLedger>,
}

/// How a list is digested, and how a draw of it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Slips and balance are taken as they stand, `since` is a time, and the digest covers them all.
    One,
    /// Slips and balance follow from the season's ledger, `since` is a rank, and each has a digest of its own, so that a
    /// record leaves out what its rule does not use.
    Two,
}

impl Format {
    /// The name in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::One => "ticket-pool/draw/1",
            Self::Two => "ticket-pool/draw/2",
        }
    }

    /// Reads [`Format::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::One, Self::Two].into_iter().find(|format| format.as_str() == text)
    }
}

/// Why requests do not make a list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// More than [`MAX_TICKETS`] tickets.
    #[error("tickets: {0} is more than {MAX_TICKETS}")]
    Tickets(u64),
    /// More requests than 2³² − 1.
    #[error("requests: {0} are too many")]
    TooMany(usize),
    /// The requests at these places have one label.
    #[error("requests[{second}].label: {label} stands at requests[{first}] already")]
    LabelTwice {
        /// The place of the first, from 0.
        first: usize,
        /// The place of the second.
        second: usize,
        /// The label.
        label: Label,
    },
    /// The request at this place is pinned to more than there is.
    #[error("requests[{place}].pinned: {pinned} is more than the {tickets} tickets")]
    PinAboveTickets {
        /// The place, from 0.
        place: usize,
        /// The pin.
        pinned: u32,
        /// Tickets there are.
        tickets: u32,
    },
    /// All that is pinned adds up to more than there is.
    #[error("requests: what is pinned adds up to {pinned}, more than the {tickets} tickets")]
    PinsAboveTickets {
        /// What the pins add up to.
        pinned: u64,
        /// Tickets there are.
        tickets: u32,
    },
}

impl RequestList {
    /// Puts a list together. No requests and no tickets are fine.
    ///
    /// # Errors
    /// Names the first rule that is broken, and where.
    pub fn new(event: Label, tickets: u32, requests: Vec<Request>) -> Result<Self, ListError> {
        if tickets > MAX_TICKETS {
            return Err(ListError::Tickets(u64::from(tickets)));
        }
        let count = u32::try_from(requests.len()).map_err(|_| ListError::TooMany(requests.len()))?;
        let label = |place: u32| &requests[place as usize].label;
        let mut by_label: Vec<u32> = (0..count).collect();
        by_label.sort_unstable_by(|&a, &b| label(a).cmp(label(b)).then(a.cmp(&b)));
        if let Some(pair) = by_label.windows(2).find(|pair| label(pair[0]) == label(pair[1])) {
            let (first, second) = (pair[0] as usize, pair[1] as usize);
            return Err(ListError::LabelTwice { first, second, label: label(pair[0]).clone() });
        }
        let mut sum = 0;
        for (place, request) in requests.iter().enumerate() {
            let pinned = request.pinned.unwrap_or(0);
            if pinned > tickets {
                return Err(ListError::PinAboveTickets { place, pinned, tickets });
            }
            sum += u64::from(pinned);
        }
        if sum > u64::from(tickets) {
            return Err(ListError::PinsAboveTickets { pinned: sum, tickets });
        }
        Ok(Self { event, tickets, requests, by_label, season: None })
    }

    /// Puts a list of format 2 together: what each request holds as slips and balance is what the ledger gives, and
    /// `since` is its rank, from 1, among all requests by the time of the last change that added an amount; equal
    /// times, equal ranks.
    ///
    /// # Errors
    /// As [`RequestList::new`].
    pub fn with_season(
        event: Label,
        tickets: u32,
        mut requests: Vec<Request>,
        season: SeasonLedger,
    ) -> Result<Self, ListError> {
        for request in &mut requests {
            let standing = season.standing(&request.label);
            (request.slips, request.balance) = (standing.slips(), standing.balance);
        }
        Ok(Self { season: Some(season), ..Self::new(event, tickets, requests)? })
    }

    /// The format.
    #[must_use]
    pub fn format(&self) -> Format {
        if self.season.is_some() { Format::Two } else { Format::One }
    }

    /// What the season says of those in the list, in format 2.
    #[must_use]
    pub fn season(&self) -> Option<&SeasonLedger> {
        self.season.as_ref()
    }

    /// The event.
    #[must_use]
    pub fn event(&self) -> &Label {
        &self.event
    }

    /// How many tickets there are.
    #[must_use]
    pub fn tickets(&self) -> u32 {
        self.tickets
    }

    /// The requests, in the order they were given.
    #[must_use]
    pub fn requests(&self) -> &[Request] {
        &self.requests
    }

    /// The place of the request with this label.
    #[must_use]
    pub fn place_of(&self, label: &str) -> Option<usize> {
        let of = |&place: &u32| self.requests[place as usize].label.as_str();
        let found = self.by_label.binary_search_by(|place| of(place).cmp(label)).ok()?;
        Some(self.by_label[found] as usize)
    }

    /// What is left for the draw once the pins are taken off.
    #[must_use]
    pub fn to_draw(&self) -> u32 {
        self.requests.iter().filter_map(|request| request.pinned).fold(self.tickets, u32::saturating_sub)
    }

    /// The line that stands for a request in the digest, without its end: `label TAB tiers TAB slips TAB balance TAB since`,
    /// in format 2 `label TAB tiers`.
    #[must_use]
    pub fn line(&self, request: &Request) -> String {
        let Request { label, tiers, slips, balance, since, .. } = request;
        match self.format() {
            Format::One => format!("{label}\t{tiers}\t{}\t{}\t{}", slips.get(), balance.get(), since.get()),
            Format::Two => format!("{label}\t{tiers}"),
        }
    }

    /// What is published when requests close: SHA-256 of the head line and every request's line, by label in byte order,
    /// each ended by LF. Pins are not in it.
    #[must_use]
    pub fn digest(&self) -> Hash {
        let version = match self.format() {
            Format::One => 1,
            Format::Two => 2,
        };
        let head = format!("ticket-pool/requests/v{version}\t{}\t{}", self.event, self.tickets);
        self.hashed(head, |request| self.line(request))
    }

    /// What is published of who asked when: SHA-256 of `ticket-pool/ranks/v2 TAB event` and a line `label TAB rank` for
    /// every request, by label in byte order, each ended by LF. A record holds ranks only where its rule uses them.
    #[must_use]
    pub fn ranks_digest(&self) -> Hash {
        let head = format!("ticket-pool/ranks/v2\t{}", self.event);
        self.hashed(head, |request| format!("{}\t{}", request.label, request.since.get()))
    }

    /// What is published of the season: [`SeasonLedger::digest`]; `None` in format 1.
    #[must_use]
    pub fn season_digest(&self) -> Option<Hash> {
        self.season.as_ref().map(|season| season.digest(&self.event))
    }

    /// What is published of what was set by hand: SHA-256 of `ticket-pool/pins/v1 TAB event` and a line `label TAB
    /// number` for every pinned request, by label in byte order, each ended by LF. The same in both formats.
    #[must_use]
    pub fn pins_digest(&self) -> Hash {
        let head = format!("ticket-pool/pins/v1\t{}", self.event);
        self.hashed_where(head, |request| request.pinned.map(|pinned| format!("{}\t{pinned}", request.label)))
    }

    fn hashed(&self, head: String, line: impl Fn(&Request) -> String) -> Hash {
        self.hashed_where(head, |request| Some(line(request)))
    }

    fn hashed_where(&self, head: String, line: impl Fn(&Request) -> Option<String>) -> Hash {
        let mut hash = Sha256::new();
        hash.update(head);
        hash.update("\n");
        for line in self.by_label.iter().filter_map(|&place| line(&self.requests[place as usize])) {
            hash.update(line);
            hash.update("\n");
        }
        Hash(hash.finalize().into())
    }
}
