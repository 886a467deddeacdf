use alloc::{format, string::String};

use sha2::{Digest, Sha256};

use super::FORMAT;
use crate::{Hash, Label};

/// The longest reason, in bytes.
pub const MAX_REASON: usize = 2_000;

/// What happened. Each says which fields of [`Fields`] it has; the others are absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// The result stands, with `number` tickets; the event begins at `time`. Everything before it is over.
    Start,
    /// Right after [`What::Start`]: `label` has `number` of them. With a `reason`, somebody decided it by hand, and nothing
    /// is offered to them by itself.
    Has,
    /// `label` gives back `number`. With a `reason`, somebody did it for them.
    Return,
    /// `label` says too late that `number` will not be used. They stay theirs.
    Late,
    /// `number` more are offered to `label`, until `time`.
    Offer,
    /// `label` takes what is offered.
    Take,
    /// `label` does not want what is offered.
    Decline,
    /// `label` did not answer in time; it counts as declined.
    Lapse,
    /// Nobody could have answered in time: what is offered to `label` stays offered until `time`.
    Again,
    /// What was offered to `label` is taken back, for a `reason`. Nobody declined anything.
    Recall,
    /// `label` is asked no more, for a `reason`; what was offered to them is taken back.
    Leave,
    /// `number` go on the open table.
    Table,
    /// `label` takes `number` from the open table.
    Claim,
    /// `label` hands `number` on to `to`.
    Hand,
    /// The organizer gives `number` that nobody has to `label`, for a `reason`.
    Give,
    /// There are `number` tickets now.
    Tickets,
    /// It is over: `reason` is `began`, `reopened` or `canceled`. What is open is void.
    End,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Start,
        Self::Has,
        Self::Return,
        Self::Late,
        Self::Offer,
        Self::Take,
        Self::Decline,
        Self::Lapse,
        Self::Again,
        Self::Recall,
        Self::Leave,
        Self::Table,
        Self::Claim,
        Self::Hand,
        Self::Give,
        Self::Tickets,
        Self::End,
    ];

    /// Its word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Has => "has",
            Self::Return => "return",
            Self::Late => "late",
            Self::Offer => "offer",
            Self::Take => "take",
            Self::Decline => "decline",
            Self::Lapse => "lapse",
            Self::Again => "again",
            Self::Recall => "recall",
            Self::Leave => "leave",
            Self::Table => "table",
            Self::Claim => "claim",
            Self::Hand => "hand",
            Self::Give => "give",
            Self::Tickets => "tickets",
            Self::End => "end",
        }
    }

    /// Reads a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.as_str() == word)
    }

    /// Which of label, to, number and time it has, in this order.
    pub(super) const fn has(self) -> [bool; 4] {
        match self {
            Self::Start => [false, false, true, true],
            Self::Has | Self::Return | Self::Late | Self::Claim | Self::Give => [true, false, true, false],
            Self::Offer => [true, false, true, true],
            Self::Take | Self::Decline | Self::Lapse | Self::Recall | Self::Leave => [true, false, false, false],
            Self::Again => [true, false, false, true],
            Self::Table | Self::Tickets => [false, false, true, false],
            Self::Hand => [true, true, true, false],
            Self::End => [false; 4],
        }
    }
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// When, in milliseconds since 1970 in UTC.
    pub at: i64,
    /// What happened.
    pub what: What,
    /// To whom.
    pub label: Option<Label>,
    /// Who has it then, where it is handed on.
    pub to: Option<Label>,
    /// How many tickets.
    pub number: Option<u32>,
    /// Until when, or when the event begins; milliseconds since 1970 in UTC.
    pub time: Option<i64>,
    /// Why; mostly empty. At most [`MAX_REASON`] bytes, no control characters.
    pub reason: String,
}

impl Fields {
    /// Something that happened at `at`; the other fields are added by hand.
    #[must_use]
    pub fn new(what: What, at: i64) -> Self {
        Self { at, what, label: None, to: None, number: None, time: None, reason: String::new() }
    }

    /// To whom.
    #[must_use]
    pub fn label(self, label: &Label) -> Self {
        Self { label: Some(label.clone()), ..self }
    }

    /// Who has it then.
    #[must_use]
    pub fn to(self, to: &Label) -> Self {
        Self { to: Some(to.clone()), ..self }
    }

    /// How many.
    #[must_use]
    pub fn number(self, number: u32) -> Self {
        Self { number: Some(number), ..self }
    }

    /// Until when.
    #[must_use]
    pub fn time(self, time: i64) -> Self {
        Self { time: Some(time), ..self }
    }

    /// Why.
    #[must_use]
    pub fn reason(self, reason: &str) -> Self {
        Self { reason: reason.into(), ..self }
    }

    /// What binds an entry that says this to all `before` it, as number `sequence` from 1.
    ///
    /// SHA-256 of these lines, each ended by LF: [`FORMAT`]; the hash of the entry before as 64 digits; and `sequence TAB at
    /// TAB what TAB label TAB to TAB number TAB time TAB reason`, where what is absent is empty.
    #[must_use]
    pub fn hash(&self, before: Hash, sequence: u32) -> Hash {
        let label =
            |label: &Option<Label>| label.as_ref().map(|label| String::from(label.as_str())).unwrap_or_default();
        let number = self.number.map(|number| format!("{number}")).unwrap_or_default();
        let time = self.time.map(|time| format!("{time}")).unwrap_or_default();
        let (who, to, what) = (label(&self.label), label(&self.to), self.what.as_str());
        let (at, reason) = (self.at, &self.reason);
        let line = format!("{sequence}\t{at}\t{what}\t{who}\t{to}\t{number}\t{time}\t{reason}\n");
        let mut hash = Sha256::new();
        hash.update(format!("{FORMAT}\n{before}\n"));
        hash.update(line);
        Hash(hash.finalize().into())
    }
}

/// An entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place, from 1, without gaps.
    pub sequence: u32,
    /// What it says.
    pub fields: Fields,
    /// What binds it to all before it.
    pub hash: Hash,
}
