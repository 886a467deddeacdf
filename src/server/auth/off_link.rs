use std::fmt;

use sha2::{Digest, Sha256};

use super::sealed;
use crate::{
    domain::{ids::PersonId, message::Topic},
    server::{chance::Chance, config::Settings},
};

const PURPOSE: &str = "emails off";
/// How many bytes of what stands for a person are sealed.
const MARK: usize = 27;

/// What the link at the foot of an email stands for that can be turned off: one person, and what the email is about.
///
/// It is sealed with the site's key, so nothing can be read from it, nothing is stored for it, and it works as long as the key
/// does. It opens only for the same person: after a database was brought back, or theirs is gone, nobody else stands behind it.
pub struct OffLink {
    pub person: PersonId,
    pub topic: Topic,
    mark: [u8; MARK],
}

impl OffLink {
    /// For an email to this person; `public_id` is what stands for them.
    pub fn new(person: PersonId, public_id: &str, topic: Topic) -> Self {
        Self { person, topic, mark: mark(public_id) }
    }

    /// The token of the link: 96 letters of base64url.
    pub fn token(&self, settings: &Settings, chance: &dyn Chance) -> String {
        let mut secret = [0; 32];
        secret[..4].copy_from_slice(&self.person.get().to_be_bytes());
        secret[4] = number(self.topic);
        secret[5..].copy_from_slice(&self.mark);
        sealed::token(PURPOSE, secret, settings, chance)
    }

    /// Reads a token that someone presents; `None` for what this site did not make, or changed since.
    pub fn presented(raw: &str, settings: &Settings) -> Option<Self> {
        let secret = sealed::opened(PURPOSE, raw, settings)?;
        let (person, rest) = secret.split_first_chunk::<4>()?;
        let (&topic, mark) = rest.split_first()?;
        let topic = Topic::ALL.iter().copied().find(|&known| number(known) == topic)?;
        Some(Self { person: PersonId::new(i32::from_be_bytes(*person)), topic, mark: mark.try_into().ok()? })
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

/// The number of a topic in tokens: they lie in mailboxes for years, so it stays. 4 were copies of requests, which now come to
/// whoever asks for one.
const fn number(topic: Topic) -> u8 {
    match topic {
        Topic::NewEvent => 1,
        Topic::ClosingSoon => 2,
        Topic::ComingUp => 3,
        Topic::Digest => 5,
        Topic::OpenTable => 6,
    }
}

fn mark(public_id: &str) -> [u8; MARK] {
    let mut mark = [0; MARK];
    mark.copy_from_slice(&Sha256::digest(public_id.as_bytes())[..MARK]);
    mark
}

impl fmt::Debug for OffLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OffLink(…)")
    }
}
