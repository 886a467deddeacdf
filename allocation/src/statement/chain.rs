use core::fmt;

use sha2::{Digest, Sha256};

use super::FORMAT;
use crate::{Hash, hex};

/// The link before the first statement: 32 zero bytes.
pub const START: Hash = Hash([0; 32]);

/// What stands for a body in the chain: SHA-256 of it.
#[must_use]
pub fn digest(body: &str) -> Hash {
    Hash(Sha256::digest(body).into())
}

/// The link of a statement: SHA-256 of the 32 bytes of the link before it and the 32 bytes of its digest.
#[must_use]
pub fn link(previous: Hash, digest: Hash) -> Hash {
    Hash(Sha256::new().chain_update(previous.0).chain_update(digest.0).finalize().into())
}

/// What is signed for a statement: [`FORMAT`], LF, and the 32 bytes of its link.
#[must_use]
pub fn signed_bytes(link: Hash) -> [u8; FORMAT.len() + 33] {
    let mut bytes = [b'\n'; FORMAT.len() + 33];
    bytes[..FORMAT.len()].copy_from_slice(FORMAT.as_bytes());
    bytes[FORMAT.len() + 1..].copy_from_slice(&link.0);
    bytes
}

/// The key that a site's signatures are checked with: 32 bytes, printed and read as exactly 64 lowercase hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey(pub [u8; 32]);

/// An Ed25519 signature: 64 bytes, printed and read as exactly 128 lowercase hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signature(pub [u8; 64]);

impl PublicKey {
    /// Reads 64 lowercase hexadecimal digits; `None` for anything else. Says nothing of whether it is a point of the curve.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::read(text).map(Self)
    }
}

impl Signature {
    /// Reads 128 lowercase hexadecimal digits; `None` for anything else. Says nothing of whether they sign anything.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::read(text).map(Self)
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signature({self})")
    }
}
