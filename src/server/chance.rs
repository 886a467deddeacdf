//! Chance as an argument: who needs something nobody can guess is given a source of it.

use std::sync::Mutex;

use sha2::{Digest, Sha256};

/// A source of unpredictable bytes.
pub trait Chance: Send + Sync {
    /// 32 bytes, all unpredictable.
    fn bytes(&self) -> [u8; 32];

    /// 32 hexadecimal digits (128 bits): the public id of a person or an event, the id of a draft.
    fn id(&self) -> String {
        hex::encode(&self.bytes()[..16])
    }
}

/// The operating system's generator.
#[derive(Debug, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    #[expect(clippy::expect_used, reason = "without randomness nothing here is safe: better to stop")]
    fn bytes(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).expect("the operating system gives no random bytes");
        bytes
    }
}

/// The same bytes after the same seed, for made-up organizations and tests. Never for secrets.
#[derive(Debug)]
pub struct SeededChance {
    seed: u64,
    count: Mutex<u64>,
}

impl SeededChance {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self { seed, count: Mutex::new(0) }
    }
}

impl Chance for SeededChance {
    fn bytes(&self) -> [u8; 32] {
        let mut count = self.count.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *count += 1;
        Sha256::new().chain_update(self.seed.to_be_bytes()).chain_update(count.to_be_bytes()).finalize().into()
    }
}
