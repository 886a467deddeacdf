use bls12_381::{
    G1Affine, G1Projective, G2Affine, G2Prepared, Gt,
    hash_to_curve::{HashToField, MapToCurve},
    multi_miller_loop,
};
use sha2::{Digest, Sha256};

use super::{Chain, NotOfThisRound, Round, Signature, Unverified, Verifier};
use crate::Hash;

/// What separates these signatures from all others of the same key (RFC 9380, section 3.1): 43 bytes, and the byte 43.
const DOMAIN: &[u8] = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_\x2b";

impl Chain {
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
        let sides = [(&point, &G2Prepared::from(-G2Affine::generator())), (&message(round), &G2Prepared::from(key))];
        let agrees = multi_miller_loop(&sides).final_exponentiation() == Gt::identity();
        agrees.then(|| Hash(Sha256::digest(signature.0).into())).ok_or(NotOfThisRound)
    }
}

impl Verifier for Chain {
    fn chain(&self) -> Hash {
        self.hash
    }

    fn verified(&self, round: Round, signature: &Signature) -> Result<(), Unverified> {
        self.verify(round, signature)?;
        Ok(())
    }
}

/// What is signed, as a point of G1: SHA-256 of the number's eight bytes, largest first, hashed to the curve.
fn message(round: Round) -> G1Affine {
    on_curve(&Sha256::digest(round.get().to_be_bytes()).into())
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
