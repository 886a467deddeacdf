use core::fmt;

use ed25519_compact::{KeyPair, PublicKey as Point, Seed, Signature as Compact};

use super::{PublicKey, Signature, signed_bytes};
use crate::Hash;

/// Whether the holder of the key signed this link. `false` for a key or a signature that is not written as it must be, and
/// for a key of small order, with which anybody could sign.
#[must_use]
pub fn verify(signature: &Signature, key: &PublicKey, link: Hash) -> bool {
    Point::new(key.0).verify(signed_bytes(link), &Compact::new(signature.0)).is_ok()
}

/// The key that a site signs with. Whoever has it speaks for the site; it prints as nothing.
#[derive(Clone)]
pub struct SigningKey(KeyPair);

impl SigningKey {
    /// From 32 random bytes, the private key of RFC 8032. `None` for 32 zero bytes, which no chance gives.
    #[must_use]
    pub fn from_seed(seed: [u8; 32]) -> Option<Self> {
        KeyPair::try_from_seed(Seed::new(seed)).ok().map(Self)
    }

    /// What its signatures are checked with.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(*self.0.pk)
    }

    /// Signs a link. The same link gives the same signature.
    #[must_use]
    pub fn sign(&self, link: Hash) -> Signature {
        Signature(*self.0.sk.sign(signed_bytes(link), None))
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(…)")
    }
}
