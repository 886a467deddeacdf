use std::fmt;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::server::chance::Chance;

/// 256 unpredictable bits that someone holds: a link's token, a cookie. Stored only as [`Secret::hash`].
///
/// One SHA-256 suffices for a secret of full entropy (ASVS 5.0, 6.5.2). Printing one shows nothing.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Makes a new one.
    pub fn new(chance: &dyn Chance) -> Self {
        Self(BASE64_URL_SAFE_NO_PAD.encode(chance.bytes()))
    }

    /// Takes one that someone presents: 43 letters of base64url. Anything else cannot be one of ours.
    pub fn presented(raw: &str) -> Option<Self> {
        let shaped = raw.len() == 43 && raw.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        shaped.then(|| Self(raw.to_owned()))
    }

    /// What the database keeps: SHA-256 in hexadecimal.
    pub fn hash(&self) -> String {
        hex::encode(Sha256::digest(self.0.as_bytes()))
    }

    /// Whether `hash` is what [`Secret::hash`] gives; its time does not tell how much of it is alike.
    pub fn has_hash(&self, hash: &str) -> bool {
        self.hash().as_bytes().ct_eq(hash.as_bytes()).into()
    }

    /// The secret itself, for the one place that hands it out.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
