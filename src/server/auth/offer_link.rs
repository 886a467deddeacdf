use std::fmt;

use sha2::{Digest, Sha256};

use super::sealed;
use crate::{
    domain::ids::{OfferId, PersonId},
    server::{chance::Chance, config::Settings},
};

const PURPOSE: &str = "offer";
/// How many bytes of what stands for a person are sealed.
const MARK: usize = 24;

/// What the link of an offer stands for: this offer, to this person. Whoever holds it can answer the offer and nothing else.
///
/// Sealed as what turns emails off is. It opens only for the same person: after a database was brought back, the same number may
/// be another's.
pub struct OfferLink {
    pub offer: OfferId,
    pub person: PersonId,
    mark: [u8; MARK],
}

impl OfferLink {
    /// For an offer to this person; `public_id` is what stands for them.
    pub fn new(offer: OfferId, person: PersonId, public_id: &str) -> Self {
        Self { offer, person, mark: mark(public_id) }
    }

    /// The token of the link: 96 letters of base64url.
    pub fn token(&self, settings: &Settings, chance: &dyn Chance) -> String {
        let mut secret = [0; 32];
        secret[..4].copy_from_slice(&self.offer.get().to_be_bytes());
        secret[4..8].copy_from_slice(&self.person.get().to_be_bytes());
        secret[8..].copy_from_slice(&self.mark);
        sealed::token(PURPOSE, secret, settings, chance)
    }

    /// Reads a token that someone presents; `None` for what this site did not make, or changed since.
    pub fn presented(raw: &str, settings: &Settings) -> Option<Self> {
        let secret = sealed::opened(PURPOSE, raw, settings)?;
        let (offer, rest) = secret.split_first_chunk::<4>()?;
        let (person, mark) = rest.split_first_chunk::<4>()?;
        let (offer, person) = (i32::from_be_bytes(*offer), i32::from_be_bytes(*person));
        Some(Self { offer: OfferId::new(offer), person: PersonId::new(person), mark: mark.try_into().ok()? })
    }

    /// Whether a text could be a token.
    pub fn is_shaped(raw: &str) -> bool {
        sealed::is_shaped(raw)
    }

    /// Whether it was made for whom this stands.
    pub fn is_of(&self, public_id: &str) -> bool {
        self.mark == mark(public_id)
    }
}

fn mark(public_id: &str) -> [u8; MARK] {
    let mut mark = [0; MARK];
    mark.copy_from_slice(&Sha256::digest(public_id.as_bytes())[..MARK]);
    mark
}

impl fmt::Debug for OfferLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OfferLink(…)")
    }
}
