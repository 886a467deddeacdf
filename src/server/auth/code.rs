use std::{
    fmt,
    sync::atomic::{AtomicU32, Ordering},
};

use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use tokio::{sync::Semaphore, task::spawn_blocking, task_local};

use crate::server::{chance::Chance, config::SecretKey};

/// The 8 digits of a sign-in email. Printing one shows nothing; two cannot be compared, only [`Code::position`] looks for one.
#[derive(Clone)]
pub struct Code(String);

/// argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet; RFC 9106).
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// At most four are hashed at a time: 76 MiB, whatever is asked of the program.
static AT_A_TIME: Semaphore = Semaphore::const_new(4);

task_local! {
    static HASHED: AtomicU32;
}

/// Does some work and counts how many codes are hashed for it: each takes 19 MiB and some hundredths of a second, so no
/// one who knocks may have more than one.
pub async fn counting_hashes<T>(work: impl Future<Output = T>) -> (T, u32) {
    let counted = async { (work.await, HASHED.with(|hashed| hashed.load(Ordering::Relaxed))) };
    HASHED.scope(AtomicU32::new(0), counted).await
}

/// What is hashed along with a code, so that equal codes have different hashes. It is no secret.
#[derive(Clone, Copy, Debug)]
pub struct Salt([u8; 16]);

impl Salt {
    /// A new one.
    pub fn new(chance: &dyn Chance) -> Self {
        Self::first_of(chance.bytes())
    }

    /// That of the browser with this binding: all codes it asked for have the same, so that one hash of what is typed
    /// tells whether it is one of them.
    pub fn of_binding(binding_hash: &str) -> Self {
        Self::first_of(Sha256::digest(binding_hash.as_bytes()).into())
    }

    fn first_of(bytes: [u8; 32]) -> Self {
        let mut salt = [0; 16];
        salt.copy_from_slice(&bytes[..16]);
        Self(salt)
    }
}

impl Code {
    /// Makes a new one: each of the 100,000,000 is as likely as another (bytes that would favor some are thrown away).
    pub fn new(chance: &dyn Chance) -> Self {
        const CODES: u32 = 100_000_000;
        loop {
            for four in chance.bytes().chunks_exact(4) {
                let drawn = u32::from_be_bytes([four[0], four[1], four[2], four[3]]);
                if drawn < u32::MAX - u32::MAX % CODES {
                    return Self(format!("{:08}", drawn % CODES));
                }
            }
        }
    }

    /// Takes one that someone types or pastes: 8 digits, with spaces or hyphens wherever they like, and whatever else is no
    /// digit before and behind.
    pub fn presented(raw: &str) -> Option<Self> {
        let raw = raw.trim_matches(|c: char| !c.is_ascii_digit());
        let digits: String = raw.chars().filter(|c| !c.is_whitespace() && *c != '-').take(9).collect();
        (digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(Self(digits))
    }

    /// As people read it: `1234 5678`.
    pub fn shown(&self) -> String {
        format!("{} {}", &self.0[..4], &self.0[4..])
    }

    /// What the database keeps: salt and hash in hexadecimal.
    pub async fn hash(&self, key: &SecretKey, Salt(salt): Salt) -> String {
        let hash = hashed(self.clone(), key.clone(), salt).await;
        format!("{}:{}", hex::encode(salt), hex::encode(hash))
    }

    /// Which of these hashes, which have the same salt, is this code's; one with another salt than the first is not looked
    /// at. One hash is made, whichever it is and also when there are none, so that it works equally long.
    pub async fn position(&self, hashes: &[Option<String>], key: &SecretKey) -> Option<usize> {
        let stored: Vec<_> = hashes.iter().map(|hash| hash.as_deref().and_then(parts)).collect();
        let salt = stored.iter().flatten().next().map_or([0; 16], |(salt, _)| *salt);
        let hash = hashed(self.clone(), key.clone(), salt).await;
        let mut found = None;
        for (place, one) in stored.iter().enumerate() {
            let (of, expected) = one.unwrap_or(([0; 16], [0; 32]));
            let is_it: bool = hash.ct_eq(&expected).into();
            if is_it && one.is_some() && of == salt {
                found = found.or(Some(place));
            }
        }
        found
    }
}

fn parts(stored: &str) -> Option<([u8; 16], [u8; 32])> {
    let (salt, hash) = stored.split_once(':')?;
    Some((hex::decode(salt).ok()?.try_into().ok()?, hex::decode(hash).ok()?.try_into().ok()?))
}

/// argon2id under the site's key, on a thread that may block.
#[expect(
    clippy::expect_used,
    reason = "the parameters are constants that argon2 takes; hashing has no other way to fail"
)]
async fn hashed(code: Code, key: SecretKey, salt: [u8; 16]) -> [u8; 32] {
    // Where nobody counts, that is no fault.
    let _ = HASHED.try_with(|hashed| hashed.fetch_add(1, Ordering::Relaxed));
    let turn = AT_A_TIME.acquire().await.expect("a semaphore that is never closed");
    let work = move || {
        // Held until the thread is done, even if nobody waits for it anymore.
        let _turn = turn;
        let secret = key.derived("sign-in code");
        let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(32)).expect("parameters");
        let argon2 = Argon2::new_with_secret(&secret, Algorithm::Argon2id, Version::V0x13, params).expect("a secret");
        let mut hash = [0; 32];
        argon2.hash_password_into(code.0.as_bytes(), &salt, &mut hash).expect("a hash");
        hash
    };
    spawn_blocking(work).await.expect("hashing does not panic")
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Salt, counting_hashes};
    use crate::server::{chance::SystemChance, config::SecretKey};

    #[test]
    fn spaces_and_hyphens_do_not_matter_and_everything_else_does() {
        for typed in ["12345678", "1234 5678", " 1234-5678\n", "1 2 3 4 5 6 7 8", "1234\u{a0}5678", "Code: 12345678."] {
            assert_eq!(Code::presented(typed).map(|code| code.shown()).as_deref(), Some("1234 5678"), "{typed:?}");
        }
        for typed in ["", "1234567", "123456789", "1234567a", "١٢٣٤٥٦٧٨", "12345678 9", "1234_5678"] {
            assert!(Code::presented(typed).is_none(), "{typed:?}");
        }
    }

    #[tokio::test]
    async fn a_code_is_found_among_the_hashes_by_the_key_that_made_it() {
        let (key, other) = (SecretKey::of("a key"), SecretKey::of("another"));
        let (code, wrong) = (Code::presented("12345678").unwrap(), Code::presented("12345679").unwrap());
        let salt = Salt::of_binding("a browser");
        let hashes =
            [Some(wrong.hash(&key, salt).await), None, Some(code.hash(&key, salt).await), Some("broken".to_owned())];
        assert_eq!(code.position(&hashes, &key).await, Some(2));
        assert_eq!(code.position(&hashes, &other).await, None);
        assert_eq!(code.position(&[], &key).await, None);
        let hash = hashes[2].clone().unwrap();
        assert!(!hash.contains("12345678") && hash.len() == 97);
        for salt in [Salt::of_binding("another browser"), Salt::new(&SystemChance), Salt::new(&SystemChance)] {
            assert_ne!(hash, code.hash(&key, salt).await, "every browser has a salt of its own");
        }
    }

    #[tokio::test]
    async fn one_hash_is_made_however_many_there_are_to_compare() {
        let (key, salt) = (SecretKey::of("a key"), Salt::new(&SystemChance));
        let code = Code::presented("12345678").unwrap();
        let hash = Some(code.hash(&key, salt).await);
        for hashes in [vec![], vec![None; 3], vec![hash.clone()], vec![hash.clone(), hash.clone(), hash]] {
            let (_, made) = counting_hashes(code.position(&hashes, &key)).await;
            assert_eq!(made, 1, "{hashes:?}");
        }
    }

    #[test]
    fn codes_are_spread_evenly() {
        let mut first = [0; 10];
        for _ in 0..10_000 {
            let shown = Code::new(&SystemChance).shown();
            first[usize::from(shown.as_bytes()[0] - b'0')] += 1;
        }
        assert!(first.iter().all(|&times| (800..1200).contains(&times)), "{first:?}");
    }
}
