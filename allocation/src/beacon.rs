//! Public randomness: rounds of a drand beacon, checked without asking anyone (<https://docs.drand.love>).
//!
//! Every few seconds the members of a chain sign the number of the next round together. Nobody knows the signature before,
//! there is only one that fits, and whoever has it can check it: BLS signatures on the curve BLS12-381
//! (draft-irtf-cfrg-bls-signature, drand's scheme `bls-unchained-g1-rfc9380`).

use core::fmt;

use bls12_381::{
    G1Affine, G1Projective, G2Affine, G2Prepared, Gt,
    hash_to_curve::{HashToField, MapToCurve},
    multi_miller_loop,
};
use sha2::{Digest, Sha256};

use crate::{Hash, MAX_EXACT, hex};

/// What separates these signatures from all others of the same key (RFC 9380, section 3.1): 43 bytes, and the byte 43.
const DOMAIN: &[u8] = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_\x2b";

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
    /// The first round that comes at this instant or later, in milliseconds since 1970 in UTC; round 1 before the chain began.
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

    /// Checks that the holders of the key signed this round, and returns its randomness: SHA-256 of the signature.
    ///
    /// # Errors
    /// [`NotOfThisRound`] for the signature of another round or chain, for bytes that are not a point as it must be written,
    /// and for a point outside the subgroup or at infinity.
    pub fn verify(&self, round: Round, signature: &Signature) -> Result<Hash, NotOfThisRound> {
        let point = G1Affine::from_compressed(&signature.0).into_option().ok_or(NotOfThisRound)?;
        let key = G2Affine::from_compressed(&self.key).into_option().ok_or(NotOfThisRound)?;
        if bool::from(point.is_identity() | key.is_identity()) {
            return Err(NotOfThisRound);
        }
        // e(point, generator) = e(message, key), with one final exponentiation for both sides.
        let sides = [(&point, &G2Prepared::from(-G2Affine::generator())), (&round.message(), &G2Prepared::from(key))];
        let agrees = multi_miller_loop(&sides).final_exponentiation() == Gt::identity();
        agrees.then(|| Hash(Sha256::digest(signature.0).into())).ok_or(NotOfThisRound)
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

    /// What is signed, as a point of G1: SHA-256 of the number's eight bytes, largest first, hashed to the curve.
    fn message(self) -> G1Affine {
        on_curve(&Sha256::digest(self.0.to_be_bytes()).into())
    }
}

impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// `hash_to_curve` of RFC 9380, section 3, for the suite `BLS12381G1_XMD:SHA-256_SSWU_RO_`.
fn on_curve(message: &[u8; 32]) -> G1Affine {
    let [one, other] = expanded(message).map(|bytes| {
        let element = <<G1Projective as MapToCurve>::Field as HashToField>::from_okm((&bytes).into());
        G1Projective::map_to_curve(&element)
    });
    (one + other).clear_h().into()
}

/// `expand_message_xmd` of RFC 9380, section 5.3.1, with SHA-256, to two numbers of 64 bytes. `bls12_381` has it too, for
/// another version of the hash than the rest of this program, which would be loaded beside it.
fn expanded(message: &[u8; 32]) -> [[u8; 64]; 2] {
    let hash = |parts: [&[u8]; 3]| -> [u8; 32] {
        parts.iter().fold(Sha256::new(), Sha256::chain_update).chain_update(DOMAIN).finalize().into()
    };
    let zero = hash([&[0; 64], message, &[0, 128, 0]]);
    let mut numbers = [[0; 64]; 2];
    let mut before = [0; 32];
    for (block, number) in numbers.as_flattened_mut().chunks_exact_mut(32).zip(1..) {
        let mut mixed = zero;
        mixed.iter_mut().zip(before).for_each(|(byte, other)| *byte ^= other);
        before = hash([&mixed, &[number], &[]]);
        block.copy_from_slice(&before);
    }
    numbers
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
