use alloc::string::{String, ToString};

use sha2::{Digest, Sha256};

#[cfg(feature = "drand")]
use crate::beacon::{Chain, NotOfThisRound};
use crate::{
    Hash, PublicInput,
    beacon::{Round, Signature, Unverified, Verifier},
};

/// What goes into a draw beside the code, from outside: nothing, a text, or a round of a beacon.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Randomness {
    /// Nothing: whoever holds the secret could have known the order.
    #[default]
    Nothing,
    /// A fact that was typed in. Whether nobody could have known it before is for people to judge.
    Typed {
        /// What was to be typed, as it was named before the first request; format 1 does not keep it in its files.
        name: String,
        /// What was typed.
        text: PublicInput,
    },
    /// The signature of a round that nobody could know before it came.
    Beacon(BeaconRound),
}

/// A round of a beacon with the signature that was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeaconRound {
    chain: Hash,
    round: Round,
    signature: Signature,
    randomness: Hash,
}

impl BeaconRound {
    /// Checks the signature of a round.
    ///
    /// # Errors
    /// A signature that is not the one of this round of this chain.
    #[cfg(feature = "drand")]
    pub fn verified(chain: &Chain, round: Round, signature: Signature) -> Result<Self, NotOfThisRound> {
        let randomness = chain.verify(round, &signature)?;
        Ok(Self { chain: chain.hash, round, signature, randomness })
    }

    /// Lets someone else check the signature of a round.
    ///
    /// # Errors
    /// What they say against it.
    pub fn verified_by(verifier: &dyn Verifier, round: Round, signature: Signature) -> Result<Self, Unverified> {
        verifier.verified(round, &signature)?;
        let randomness = Hash(Sha256::digest(signature.0).into());
        Ok(Self { chain: verifier.chain(), round, signature, randomness })
    }

    /// Names the chain.
    #[must_use]
    pub fn chain(&self) -> Hash {
        self.chain
    }

    /// The number of the round.
    #[must_use]
    pub fn round(&self) -> Round {
        self.round
    }

    /// The signature of that number.
    #[must_use]
    pub fn signature(&self) -> Signature {
        self.signature
    }

    /// SHA-256 of the signature.
    #[must_use]
    pub fn randomness(&self) -> Hash {
        self.randomness
    }
}

impl Randomness {
    /// What the key of the positions is made with: empty, what was typed, or the 64 hexadecimal digits of the round's
    /// randomness.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Typed { text, .. } => text.as_str().into(),
            Self::Beacon(round) => round.randomness.to_string(),
        }
    }
}

/// As format 1 has it: a text, or none.
impl From<PublicInput> for Randomness {
    fn from(text: PublicInput) -> Self {
        if text.as_str().is_empty() { Self::Nothing } else { Self::Typed { name: String::new(), text } }
    }
}
