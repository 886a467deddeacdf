use alloc::{format, string::String, vec::Vec};
use core::fmt::Write;

use sha2::{Digest, Sha256};

use crate::{
    Hash, Label, Standing,
    memory::{Entry, standing},
};

/// What the season says of the people of one event: the events before it that were short and what each added for whom, oldest
/// first. People are named by their labels in the event that is drawn, so that a record says who has which slips and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeasonLedger {
    events: Vec<(Label, Entry<Label>)>,
}

impl SeasonLedger {
    /// Takes the ledger of a season over. Events that were not short move nobody and are left out.
    pub fn new(events: impl IntoIterator<Item = (Label, Entry<Label>)>) -> Self {
        Self { events: events.into_iter().filter(|(_, entry)| entry.short).collect() }
    }

    /// The events, oldest first, each with what it added.
    #[must_use]
    pub fn events(&self) -> &[(Label, Entry<Label>)] {
        &self.events
    }

    /// Where these events leave someone.
    #[must_use]
    pub fn standing(&self, label: &Label) -> Standing {
        standing(self.events.iter().map(|(_, entry)| entry), label)
    }

    /// What is published of it when requests close: SHA-256 of these lines, each ended by LF. First
    /// `ticket-pool/season/v2 TAB event`; then for each event before it, oldest first, `event TAB name TAB out TAB part`,
    /// followed by a line for each of its people by label in byte order, `label TAB part TAB met TAB got TAB counted TAB
    /// excused`, where yes is 1 and no is 0.
    #[must_use]
    pub fn digest(&self, event: &Label) -> Hash {
        let mut hash = Sha256::new();
        hash.update(format!("ticket-pool/season/v2\t{event}\n"));
        let mut text = String::new();
        for (past, entry) in &self.events {
            hash.update(format!("event\t{past}\t{}\t{}\n", entry.out, entry.part));
            for (label, line) in &entry.lines {
                text.clear();
                let yes = |it: bool| u8::from(it);
                let (part, met, excused) = (yes(line.part), yes(line.met), yes(line.excused));
                let _ = writeln!(text, "{label}\t{part}\t{met}\t{}\t{}\t{excused}", line.got, line.counted);
                hash.update(&text);
            }
        }
        Hash(hash.finalize().into())
    }
}
