use std::{
    collections::BTreeSet,
    fmt,
    io::Write,
    path::{Path, PathBuf},
};

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{DatabaseAt, read::Reader};
use crate::server::{
    bounded,
    chance::{Chance, SystemChance},
    owner_only,
};

/// The key of everything that is hashed or sealed with a key. Prints as nothing.
#[derive(Clone)]
pub struct SecretKey(String);

/// Words from example files that must never become a real key.
const PLACEHOLDERS: [&str; 6] = ["changeme", "change-me", "secret", "dev", "example", "your-secret"];

const ACCEPTED: &str = "at least 32 random characters (generate with `openssl rand -hex 32`)";

/// How many different characters a key has at least. Of 32 random hexadecimal digits, fewer than once in ten million times
/// there are not so many.
const DIFFERENT: usize = 8;

fn is_long(key: &str) -> bool {
    key.len() >= 32
}

/// Whether a key is long enough, and not a few characters again and again.
fn is_varied(key: &str) -> bool {
    is_long(key) && key.chars().collect::<BTreeSet<_>>().len() >= DIFFERENT
}

impl SecretKey {
    /// This one.
    #[cfg(test)]
    pub fn of(key: &str) -> Self {
        Self(key.to_owned())
    }

    /// The setting. With SQLite it may be left out: [`SecretKey::keep_beside`] then makes one at the first start and
    /// keeps it, readable by its owner alone.
    pub(super) fn read(read: &mut Reader<'_>, database: &DatabaseAt, https: bool) -> Self {
        if let Some(key) = Self::read_named(read, "SECRET_KEY", https, is_varied) {
            return key;
        }
        if let DatabaseAt::Postgres(_) = database {
            read.refuse("SECRET_KEY", "", &format!("{ACCEPTED}; with DATABASE_URL it must be given"));
        }
        Self(String::new())
    }

    /// The key before the present one: it still opens what was sealed with it, also where it would not be accepted today.
    pub(super) fn read_previous(read: &mut Reader<'_>, https: bool) -> Option<Self> {
        Self::read_named(read, "SECRET_KEY_PREVIOUS", https, is_long)
    }

    fn read_named(read: &mut Reader<'_>, name: &'static str, https: bool, is_fit: fn(&str) -> bool) -> Option<Self> {
        let key = read.secret(name)?;
        let lower = key.to_lowercase();
        let placeholder = PLACEHOLDERS.iter().any(|word| lower.contains(word));
        if !is_fit(&key) || (https && placeholder) {
            read.refuse(name, &key, ACCEPTED);
        }
        Some(Self(key))
    }

    /// Where it is kept if none is set; nowhere with PostgreSQL.
    pub fn file_beside(database: &DatabaseAt) -> Option<PathBuf> {
        match database {
            DatabaseAt::Sqlite(file) => Some(file.with_extension("key")),
            DatabaseAt::Postgres(_) => None,
        }
    }

    /// Where no key is set, takes the one kept beside the SQLite file, or makes and keeps one there. Called once the
    /// database is open, so that a start on a file that is not ours leaves nothing behind.
    ///
    /// # Errors
    /// A file that cannot be read or written.
    pub fn keep_beside(&mut self, database: &DatabaseAt) -> Result<(), String> {
        if let (true, Some(beside)) = (self.0.is_empty(), Self::file_beside(database)) {
            let shown = beside.display();
            *self = kept(&beside).map_err(|error| match error.kind() {
                std::io::ErrorKind::PermissionDenied => format!(
                    "SECRET_KEY is not set, and {} may not read and write {shown}; give it to that user (chown), or set \
                     SECRET_KEY to what it holds",
                    owner_only::this_user()
                ),
                _ => format!("SECRET_KEY is not set and {shown} cannot be kept: {error}"),
            })?;
        }
        Ok(())
    }

    /// HMAC-SHA-256 (RFC 2104) of `message` under this key, for one purpose, in hexadecimal. No purpose holds a line break,
    /// so that no two pairs of purpose and message are the same text.
    ///
    /// # Panics
    /// Never: HMAC takes keys of any length.
    pub fn mac(&self, purpose: &str, message: &str) -> String {
        hex::encode(self.mac_bytes(purpose, message))
    }

    /// Whether `mac` is what [`SecretKey::mac`] gives; its time does not tell how much of it is right.
    pub fn verifies(&self, purpose: &str, message: &str, mac: &str) -> bool {
        hex::decode(mac).is_ok_and(|mac| self.maced(purpose, message).verify_slice(&mac).is_ok())
    }

    /// 32 bytes for one purpose that give nothing of this key away: the key derivation of NIST SP 800-108r1 in feedback mode
    /// (4.2), with HMAC-SHA-256, one round, no IV and no counter; the label is `derived key`, a line break and the purpose.
    ///
    /// Not HKDF (RFC 5869), which is as strong: its Expand ends the same message with a byte 1, so that every key would be
    /// another one, and nothing that is sealed in a database would open.
    pub fn derived(&self, purpose: &str) -> [u8; 32] {
        self.mac_bytes("derived key", purpose)
    }

    fn mac_bytes(&self, purpose: &str, message: &str) -> [u8; 32] {
        self.maced(purpose, message).finalize().into_bytes().into()
    }

    fn maced(&self, purpose: &str, message: &str) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.as_bytes()).expect("a key");
        for part in [purpose, "\n", message] {
            mac.update(part.as_bytes());
        }
        mac
    }

    /// A name for this key that gives nothing of it away: 16 hexadecimal digits.
    pub fn id(&self) -> String {
        self.mac("key id", "")[..16].to_owned()
    }

    /// Seals 32 secret bytes for one purpose with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03). `bound_to` names what they
    /// belong to: moved to another row they do not open. The text is base64 of nonce and ciphertext.
    ///
    /// # Panics
    /// Never: 32 bytes can always be sealed.
    #[expect(clippy::expect_used, reason = "only messages of more than 256 GiB cannot be sealed")]
    pub fn seal(&self, purpose: &str, bound_to: &str, secret: &[u8; 32], chance: &dyn Chance) -> String {
        let mut nonce = XNonce::default();
        nonce.copy_from_slice(&chance.bytes()[..24]);
        let payload = Payload { msg: secret, aad: bound_to.as_bytes() };
        let sealed = self.cipher(purpose).encrypt(&nonce, payload).expect("a sealed text");
        BASE64.encode([&nonce[..], &sealed].concat())
    }

    /// Opens what [`SecretKey::seal`] gave; `None` with another key, for another purpose, or when it was changed or moved.
    pub fn open(&self, purpose: &str, bound_to: &str, sealed: &str) -> Option<[u8; 32]> {
        let bytes = BASE64.decode(sealed).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<24>()?;
        let payload = Payload { msg: sealed, aad: bound_to.as_bytes() };
        self.cipher(purpose).decrypt(&XNonce::from(*nonce), payload).ok()?.try_into().ok()
    }

    /// Its key is derived as in [`SecretKey::derived`], with the label `sealing key`.
    fn cipher(&self, purpose: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.mac_bytes("sealing key", purpose).into())
    }
}

/// The key in a file, made if there is none. Of two starts at once both end with the same key.
fn kept(file: &Path) -> std::io::Result<SecretKey> {
    let made = hex::encode(SystemChance.bytes());
    match owner_only::make(file) {
        Ok(mut new) => {
            new.write_all(made.as_bytes())?;
            new.sync_all()?;
            Ok(SecretKey(made))
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            owner_only::tighten(file);
            let found = bounded::read_text(file)?.trim().to_owned();
            if !is_varied(&found) {
                return Err(std::io::Error::other(
                    "the key in it is too short or repeats itself; remove the file to have a new one made",
                ));
            }
            Ok(SecretKey(found))
        }
        Err(error) => Err(error),
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::SecretKey;
    use crate::server::chance::SystemChance;

    #[test]
    fn only_the_same_key_opens_what_it_sealed_and_only_in_its_place() {
        let (key, other) = (SecretKey("a key".into()), SecretKey("another".into()));
        let sealed = key.seal("draw", "event 1", &[7; 32], &SystemChance);
        assert_eq!(key.open("draw", "event 1", &sealed), Some([7; 32]));
        assert_eq!(other.open("draw", "event 1", &sealed), None);
        assert_eq!(key.open("draw", "event 2", &sealed), None);
        assert_eq!(key.open("code", "event 1", &sealed), None);
        assert_eq!(key.open("draw", "event 1", "c2hvcnQ="), None);
        assert_ne!(key.id(), other.id());
        assert!(!sealed.contains("BwcHBwcH"), "the bytes do not show");
    }

    /// What version 0.10 of chacha20poly1305 sealed, and what else stands in databases or browsers under this key.
    #[test]
    fn what_was_sealed_and_derived_by_earlier_versions_stays_good() {
        let key = SecretKey("a key of a site that has been running for years".into());
        let sealed = "hml11Z5OTFLQgbzTzb8lsWehfl3r4C+5EiVgeh90YCTD35Ayy9hNIi/0n6MoKx5jlSz7ZvgoajYXQ1q40ru/TsKfCXZCmp+9";
        assert_eq!(key.open("draw", "event 1", sealed), Some([7; 32]));
        assert_eq!(key.open("draw", "event 2", sealed), None);

        let derived = "ae952c7e0a9393982b0381e9e580518fc496ff51da21381918ebe8012db7b6d3";
        assert_eq!(hex::encode(key.derived("sign-in code")), derived);
        let mac = "1404dcfe103e03b1f1a37fbb8337f404a73aab1e6167e0c4546fff4ce46c3c60";
        assert_eq!(key.mac("limit", "a subject"), mac);
        assert!(key.verifies("limit", "a subject", mac));
        assert!(!key.verifies("limit", "another subject", mac) && !key.verifies("limit", "a subject", &mac[..62]));
        assert_eq!(key.id(), "01d20d2c36258c45");
    }
}
