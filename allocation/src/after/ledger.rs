use alloc::{format, vec::Vec};

use sha2::{Digest, Sha256};

use super::{Course, Entry, FORMAT, Fields, Line, Wrong};
use crate::{Draw, Hash, Label};

/// All entries of one event, each bound to all before it, and where they lead.
#[derive(Clone, Debug)]
pub struct Ledger {
    entries: Vec<Entry>,
    head: Hash,
    course: Course,
}

/// What the first entry is bound to: SHA-256 of these lines, each ended by LF. [`FORMAT`]; the event; and of its last draw
/// `commitment TAB number TAB code TAB fingerprint of the list`, or `by hand` where nothing was drawn.
#[must_use]
pub fn genesis(event: &Label, draw: Option<&Draw>) -> Hash {
    let bound = draw.map_or_else(
        || "by hand".into(),
        |draw| format!("{}\t{}\t{}\t{}", draw.commitment(), draw.number().get(), draw.code(), draw.list().digest()),
    );
    let mut hash = Sha256::new();
    hash.update(format!("{FORMAT}\n{event}\n{bound}\n"));
    Hash(hash.finalize().into())
}

impl Ledger {
    /// An empty one, of an event and its last draw; `None`: allocated by hand.
    #[must_use]
    pub fn new(event: &Label, draw: Option<&Draw>) -> Self {
        Self { entries: Vec::new(), head: genesis(event, draw), course: Course::new(draw.map(Line::of)) }
    }

    /// Where the entries lead.
    #[must_use]
    pub fn course(&self) -> &Course {
        &self.course
    }

    /// The entries, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The hash of the last entry.
    #[must_use]
    pub fn head(&self) -> Hash {
        self.head
    }

    /// Adds what happens.
    ///
    /// # Errors
    /// What does not follow; nothing is added then.
    pub fn add(&mut self, fields: Fields) -> Result<&Entry, Wrong> {
        self.course.apply(&fields)?;
        let sequence = u32::try_from(self.entries.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.head = fields.hash(self.head, sequence);
        self.entries.push(Entry { sequence, fields, hash: self.head });
        self.entries.last().ok_or(Wrong::NotRunning)
    }

    /// Adds an entry that someone else wrote.
    ///
    /// # Errors
    /// A place or a hash that is not the right one; what does not follow.
    pub fn replay(&mut self, entry: Entry) -> Result<(), Wrong> {
        let sequence = u32::try_from(self.entries.len()).unwrap_or(u32::MAX).saturating_add(1);
        if entry.sequence != sequence {
            return Err(Wrong::Sequence(entry.sequence, sequence));
        }
        let computed = entry.fields.hash(self.head, sequence);
        if entry.hash != computed {
            return Err(Wrong::Hash { claimed: entry.hash, computed });
        }
        self.course.apply(&entry.fields)?;
        self.head = computed;
        self.entries.push(entry);
        Ok(())
    }

    /// Whether nothing that has to follow by itself is missing at the end.
    ///
    /// # Errors
    /// What should have come.
    pub fn check_end(&self) -> Result<(), Wrong> {
        self.course.check_settled()
    }
}
