use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use subtle::ConstantTimeEq;
use tokio::{sync::Semaphore, task::spawn_blocking};

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
    pub async fn hash(&self, key: &SecretKey, chance: &dyn Chance) -> String {
        let salt: [u8; 16] = chance.bytes()[..16].try_into().unwrap_or_default();
        let hash = hashed(self.clone(), key.clone(), salt).await;
        format!("{}:{}", hex::encode(salt), hex::encode(hash))
    }

    /// Which of these hashes is this code's. Works equally long whichever it is, and also when there are none: as many
    /// hashes are made as `rounds` says.
    pub async fn position(&self, hashes: &[Option<String>], rounds: usize, key: &SecretKey) -> Option<usize> {
        let mut found = None;
        for place in 0..rounds.max(hashes.len()) {
            let stored = hashes.get(place).and_then(Option::as_deref).and_then(parts);
            let (salt, expected) = stored.unwrap_or(([0; 16], [0; 32]));
            let is_it: bool = hashed(self.clone(), key.clone(), salt).await.ct_eq(&expected).into();
            if is_it && stored.is_some() {
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
    use super::Code;
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
        let hashes = [
            Some(wrong.hash(&key, &SystemChance).await),
            None,
            Some(code.hash(&key, &SystemChance).await),
            Some("broken".to_owned()),
        ];
        assert_eq!(code.position(&hashes, 3, &key).await, Some(2));
        assert_eq!(code.position(&hashes, 3, &other).await, None);
        assert_eq!(code.position(&[], 3, &key).await, None);
        let hash = hashes[2].clone().unwrap();
        assert!(!hash.contains("12345678") && hash.len() == 97);
        assert_ne!(Some(hash), Some(code.hash(&key, &SystemChance).await), "every hash has a salt of its own");
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
