use alloc::{collections::BTreeMap, string::String, vec::Vec};
use core::fmt;

use super::{Kind, PublicKey, START, Said, Signature, Statement, StatementError, StatementFile};
use crate::Hash;

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
    /// Checks every statement, each with the file's key or the one that a `key` statement named last, and the links against those that were `noted` elsewhere, by the numbers of their statements;
    /// numbers outside the file are passed over. An empty answer: the holder of the key said all of this, in this order.
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
            Self::Link { number, noted, computed } => {
                write!(f, "statement {number}: the link that was noted is {noted}, the file leads to {computed}")
            }
        }
    }
}
