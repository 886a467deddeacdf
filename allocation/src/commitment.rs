//! The chain of hashes that binds a draw to something published before the first request (a hash chain as in
//! L. Lamport, "Password authentication with insecure communication", 1981).

use core::fmt;

use sha2::{Digest, Sha256};

use crate::hex;

/// How often the secret is hashed to give the commitment.
pub const CHAIN: u8 = 32;

/// 32 bytes that are printed and read as exactly 64 lowercase hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Reads 64 lowercase hexadecimal digits; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::read(text).map(Self)
    }

    /// SHA-256 (FIPS 180-4) of these 32 bytes, `times` times over.
    #[must_use]
    pub fn hashed(self, times: u8) -> Self {
        (0..times).fold(self, |hash, _| Self(Sha256::digest(hash.0).into()))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

/// Which draw of an event: 1 to 31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DrawNumber(u8);

impl DrawNumber {
    /// The first draw.
    pub const FIRST: Self = Self(1);

    /// `None` outside 1 to 31.
    #[must_use]
    pub fn new(number: u64) -> Option<Self> {
        u8::try_from(number).ok().filter(|number| (1..CHAIN).contains(number)).map(Self)
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }

    /// The draw after this one; `None` when all 31 codes are used up.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::new(u64::from(self.0) + 1)
    }
}

impl fmt::Display for DrawNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The random beginning of an event's chain. Whoever knows it foresees every draw; it prints as nothing.
#[derive(Clone)]
pub struct ChainSecret([u8; 32]);

impl ChainSecret {
    /// From 32 random bytes.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// What is published before the first request: the secret hashed [`CHAIN`] times.
    #[must_use]
    pub fn commitment(&self) -> Hash {
        Hash(self.0).hashed(CHAIN)
    }

    /// What draw `number` reveals: the secret hashed `32 - number` times. A later draw's code cannot be computed from it.
    #[must_use]
    pub fn code(&self, number: DrawNumber) -> Hash {
        Hash(self.0).hashed(CHAIN - number.0)
    }

    /// The bytes, to be sealed and stored.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for ChainSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ChainSecret(…)")
    }
}

/// Whether `code` belongs to draw `number` of the chain that ends in `commitment`.
#[must_use]
pub fn opens(code: Hash, number: DrawNumber, commitment: Hash) -> bool {
    code.hashed(number.0) == commitment
}
