//! A beacon with a secret that everyone knows, for tests: it signs any round of a chain of its own, and of no other.

use allocation::{
    Hash,
    beacon::{Chain, Round, Signature},
};
use bls12_381::{
    G1Affine, G1Projective, G2Affine, Scalar,
    hash_to_curve::{ExpandMsgXmd, HashToCurve},
};
use sha2::{Digest, Sha256};

pub struct Beacon {
    pub chain: Chain,
    secret: Scalar,
}

impl Beacon {
    /// The same words give the same chain. `genesis` and `period` in seconds.
    pub fn new(words: &str, genesis: u32, period: u32) -> Self {
        let mut wide = [0; 64];
        for (half, salt) in wide.chunks_exact_mut(32).zip(["1", "2"]) {
            half.copy_from_slice(&Sha256::digest([salt, words].concat()));
        }
        let secret = Scalar::from_bytes_wide(&wide);
        let key = G2Affine::from(G2Affine::generator() * secret).to_compressed();
        let hash = chain_hash(genesis, period, &key, &Sha256::digest(words).into(), "test");
        Self { chain: Chain { hash, genesis, period, key }, secret }
    }

    /// What the beacon publishes for this round.
    pub fn sign(&self, round: Round) -> Signature {
        let message = Sha256::digest(round.get().to_be_bytes());
        let domain = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
        let point: G1Projective = HashToCurve::<ExpandMsgXmd<sha2_10::Sha256>>::hash_to_curve([message], domain);
        Signature(G1Affine::from(point * self.secret).to_compressed())
    }
}

/// The name of a chain follows from what it is, as drand computes it.
pub fn chain_hash(genesis: u32, period: u32, key: &[u8; 96], seed: &[u8; 32], id: &str) -> Hash {
    let all = Sha256::new().chain_update(period.to_be_bytes()).chain_update(u64::from(genesis).to_be_bytes());
    Hash(all.chain_update(key).chain_update(seed).chain_update(id).finalize().into())
}
