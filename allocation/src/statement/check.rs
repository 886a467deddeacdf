use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use super::{Kind, PublicKey, START, Said, Signature, Statement, StatementError, StatementFile};
use crate::{
    Hash,
    beacon::{QUICKNET, Round},
};

/// Something that is wrong with a file of statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Before the first statement of all there is a link.
    Before {
        /// The link that the file claims.
        claimed: Hash,
    },
    /// A body is not one, or of a format or a kind that is not known.
    Unreadable {
        /// Which statement, by its place.
        number: u64,
        /// Where, and why.
        error: StatementError,
    },
    /// A body has another number than its place in the file.
    Number {
        /// Its place.
        number: u64,
        /// What its body says.
        said: u64,
    },
    /// A body is of another site.
    Site {
        /// Which statement.
        number: u64,
        /// What its body says.
        said: String,
    },
    /// The signature is not that of the file's key for this body after everything before it.
    Signature {
        /// Which statement.
        number: u64,
    },
    /// A plan is dated after its round of the public beacon had come, or a draw before.
    Untimely {
        /// Which statement.
        number: u64,
        /// Plan or draw.
        kind: Kind,
        /// What it is dated.
        at: String,
        /// The round that it names.
        round: Round,
    },
    /// The chain does not lead to a link that was noted elsewhere.
    Link {
        /// Of which statement.
        number: u64,
        /// What was noted.
        noted: Hash,
        /// Where the file leads.
        computed: Hash,
    },
}

impl StatementFile {
    /// Checks every statement, each with the file's key or the one that a `key` statement named last, and the links
    /// against those that were `noted` elsewhere, by the numbers of their statements; numbers outside the file are
    /// passed over. An empty answer: the holder of the key said all of this, in this order.
    #[cfg(feature = "ed25519")]
    #[must_use]
    pub fn check(&self, noted: &[(u64, Hash)]) -> Vec<Fault> {
        self.check_by(super::verify, noted)
    }

    /// As [`StatementFile::check`], with who says whether a signature is that of a key for a link.
    pub fn check_by(&self, verify: impl Fn(&Signature, &PublicKey, Hash) -> bool, noted: &[(u64, Hash)]) -> Vec<Fault> {
        let mut found = Vec::new();
        if self.first == 1 && self.before != START {
            found.push(Fault::Before { claimed: self.before });
        }
        let mut key = self.key;
        for (said, (number, link)) in self.statements.iter().zip(self.links()) {
            let Said::Shown { body, signature } = said else { continue };
            match Statement::parse(body) {
                Err(error) => found.push(Fault::Unreadable { number, error }),
                Ok(read) => {
                    // It is signed with the key that it names: the one before may be lost.
                    key = named(&read).unwrap_or(key);
                    if read.number() != number {
                        found.push(Fault::Number { number, said: read.number() });
                    }
                    if let Some(round) = untimely(&read) {
                        found.push(Fault::Untimely { number, kind: read.kind(), at: read.at().into(), round });
                    }
                    if read.site() != self.site {
                        found.push(Fault::Site { number, said: read.site().into() });
                    }
                }
            }
            if !verify(signature, &key, link) {
                found.push(Fault::Signature { number });
            }
        }
        let before = core::iter::once((self.first.saturating_sub(1), self.before));
        let links: BTreeMap<u64, Hash> = before.chain(self.links()).collect();
        for &(number, noted) in noted {
            if let Some(&computed) = links.get(&number).filter(|&&computed| computed != noted) {
                found.push(Fault::Link { number, noted, computed });
            }
        }
        found
    }
}

/// The round that a plan names and that had come already, or that a draw names and that had not. Of other beacons
/// nobody here knows when their rounds come.
fn untimely(statement: &Statement) -> Option<Round> {
    let mut words = statement.get("randomness")?.strip_prefix("drand ")?.split(' ');
    words.next().filter(|chain| *chain == QUICKNET.hash.to_string())?;
    let round = words.next()?.parse().ok().and_then(Round::new)?;
    let has_come = QUICKNET.instant(round) <= statement.at_millis();
    let as_it_should = match statement.kind() {
        Kind::Plan => !has_come,
        Kind::Draw => has_come,
        _ => true,
    };
    (!as_it_should).then_some(round)
}

/// The key that signs from this statement on; `None` where it stays.
fn named(statement: &Statement) -> Option<PublicKey> {
    let key = statement.get("key").filter(|_| statement.kind() == Kind::Key)?;
    PublicKey::parse(key)
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Before { claimed } => write!(f, "before: nothing comes before statement 1, the file says {claimed}"),
            Self::Unreadable { number, error } => write!(f, "statement {number}: {error}"),
            Self::Number { number, said } => write!(f, "statement {number}: calls itself number {said}"),
            Self::Site { number, said } => write!(f, "statement {number}: is of another site, {said}"),
            Self::Signature { number } => {
                write!(f, "statement {number}: the signature is not that of the key for this text after all before it")
            }
            Self::Untimely { number, kind: Kind::Plan, at, round } => write!(
                f,
                "statement {number} (plan): is dated {at}, when round {round} had come: whoever settled the draw could know it"
            ),
            Self::Untimely { number, kind, at, round } => write!(
                f,
                "statement {number} ({kind}): is dated {at}, before round {round} came: the site's clock was behind, and the \
                 round may have been known when the draw was settled"
            ),
            Self::Link { number, noted, computed } => {
                write!(f, "statement {number}: the link that was noted is {noted}, the file leads to {computed}")
            }
        }
    }
}
