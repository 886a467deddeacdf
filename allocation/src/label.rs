use alloc::{boxed::Box, string::String};
use core::fmt::{self, Write};

use sha2::{Digest, Sha256};

/// The longest label, in bytes.
pub const MAX_LABEL: usize = 64;

/// What stands for a request or an event in a record: 1 to [`MAX_LABEL`] of `A–Z a–z 0–9 . _ -`.
///
/// The alphabet holds neither the separators of the digest (TAB, LF, comma) nor those of a position (`#`, control
/// bytes), so that no two lists read the same. Labels compare in byte order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(Box<str>);

/// Why a text is not a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LabelError {
    /// No character at all.
    #[error("is empty; 1 to {MAX_LABEL} of A-Z a-z 0-9 . _ - are accepted")]
    Empty,
    /// More than [`MAX_LABEL`] bytes; holds how many.
    #[error("has {0} characters, at most {MAX_LABEL} are accepted")]
    TooLong(usize),
    /// A character outside the alphabet.
    #[error("holds {0:?}; only A-Z a-z 0-9 . _ - are accepted")]
    Character(char),
}

impl Label {
    /// Reads a label.
    ///
    /// # Errors
    /// Names the first rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, LabelError> {
        if text.is_empty() {
            return Err(LabelError::Empty);
        }
        let accepted = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        if let Some(character) = text.chars().find(|&c| !accepted(c)) {
            return Err(LabelError::Character(character));
        }
        if text.len() > MAX_LABEL {
            return Err(LabelError::TooLong(text.len()));
        }
        Ok(Self(text.into()))
    }

    /// The label of an account for one event: the first 16 hexadecimal digits of SHA-256 of
    /// `ticket-pool/label/v1 LF event LF public_id`.
    ///
    /// `public_id` is random, so nobody can choose their label, or guess another's.
    #[must_use]
    pub fn of_account(event: &Self, public_id: &str) -> Self {
        let mut hash = Sha256::new();
        for part in ["ticket-pool/label/v1\n", event.as_str(), "\n", public_id] {
            hash.update(part);
        }
        let mut text = String::with_capacity(16);
        for byte in &hash.finalize()[..8] {
            let _ = write!(text, "{byte:02x}");
        }
        Self(text.into_boxed_str())
    }

    /// The label as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Label({})", self.0)
    }
}
