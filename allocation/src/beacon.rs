//! Public randomness: rounds of a drand beacon, checked without asking anyone (<https://docs.drand.love>).
//!
//! Every few seconds the members of a chain sign the number of the next round together. Nobody knows the signature before,
//! there is only one that fits, and whoever has it can check it: BLS signatures on the curve BLS12-381
//! (draft-irtf-cfrg-bls-signature, drand's scheme `bls-unchained-g1-rfc9380`).

use alloc::string::String;
use core::fmt;

use crate::{Hash, MAX_EXACT, hex};

#[cfg(feature = "drand")]
mod verify;

/// The chain *quicknet* of the League of Entropy: a round every three seconds since August 23, 2023, 15:09:27 UTC.
///
/// The numbers are those of `drand-client`, `lib/defaults.ts`; the hash covers the others.
pub const QUICKNET: Chain = Chain {
    hash: Hash(constant("52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971")),
    genesis: 1_692_803_367,
    period: 3,
    key: constant(
        "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451\
         0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
    ),
};

const fn constant<const N: usize>(text: &str) -> [u8; N] {
    match hex::read(text) {
        Some(bytes) => bytes,
        None => panic!("not so many hexadecimal digits"),
    }
}

/// A chain of rounds that one key signs. The site's is [`QUICKNET`]; a test has one of its own, whose rounds no other takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Chain {
    /// Names the chain in addresses and records.
    pub hash: Hash,
    /// When round 1 came, seconds since 1970 in UTC.
    pub genesis: u32,
    /// Seconds from one round to the next, at least 1.
    pub period: u32,
    /// The public key: a point of G2, compressed. With anything else no round is ever verified.
    pub key: [u8; 96],
}

impl Chain {
    /// The first round that comes at this instant or later, in milliseconds since 1970 in UTC; round 1 before the chain
    /// began.
    #[must_use]
    pub fn at_or_after(&self, unix_millis: i64) -> Round {
        let period = 1_000 * i64::from(self.period.max(1));
        let since = unix_millis.saturating_sub(1_000 * i64::from(self.genesis)).max(0).unsigned_abs();
        Round(since.div_ceil(period.unsigned_abs()) + 1)
    }

    /// When a round comes, in milliseconds since 1970 in UTC; [`i64::MAX`] beyond what that can say.
    #[must_use]
    pub fn instant(&self, round: Round) -> i64 {
        let seconds = u128::from(round.0 - 1) * u128::from(self.period.max(1)) + u128::from(self.genesis);
        i64::try_from(seconds * 1_000).unwrap_or(i64::MAX)
    }
}

impl fmt::Debug for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Chain({})", self.hash)
    }
}

/// The number of a round: 1 to 2⁵³ − 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Round(u64);

impl Round {
    /// The first round of a chain.
    pub const FIRST: Self = Self(1);

    /// `None` outside 1 to [`MAX_EXACT`].
    #[must_use]
    pub fn new(number: u64) -> Option<Self> {
        (1..=MAX_EXACT.unsigned_abs()).contains(&number).then_some(Self(number))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What a beacon publishes for a round: 48 bytes, printed and read as exactly 96 lowercase hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signature(pub [u8; 48]);

impl Signature {
    /// Reads 96 lowercase hexadecimal digits; `None` for anything else. Says nothing of whether they sign anything.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::read(text).map(Self)
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

/// The signature is not the one of this round of this chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is not the signature of this round")]
pub struct NotOfThisRound;

/// Who says whether a signature is that of a round: a [`Chain`] by computing it, a browser by asking a file of its own.
pub trait Verifier {
    /// Names the chain whose rounds are taken.
    fn chain(&self) -> Hash;

    /// Says whether the holders of the chain's key signed this round.
    ///
    /// # Errors
    /// That they did not, or that it cannot be said.
    fn verified(&self, round: Round, signature: &Signature) -> Result<(), Unverified>;
}

/// Why a signature does not count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unverified {
    /// It is not the one of this round of this chain.
    #[error(transparent)]
    NotOfThisRound(#[from] NotOfThisRound),
    /// Nobody could be asked; holds why.
    #[error("could not be verified: {0}")]
    NotAsked(String),
}
