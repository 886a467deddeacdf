use std::{fmt, fs, io::Write, os::unix::fs::OpenOptionsExt, path::Path};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{DatabaseAt, read::Reader};
use crate::server::chance::{Chance, SystemChance};

/// The key of everything that is hashed or sealed with a key. Prints as nothing.
#[derive(Clone)]
pub struct SecretKey(String);

/// Words from example files that must never become a real key.
const PLACEHOLDERS: [&str; 6] = ["changeme", "change-me", "secret", "dev", "example", "your-secret"];

impl SecretKey {
    /// The setting. With SQLite it may be left out: [`SecretKey::keep_beside`] then makes one at the first start and
    /// keeps it, readable by its owner alone.
    pub(super) fn read(read: &mut Reader<'_>, database: &DatabaseAt, https: bool) -> Self {
        let accepted = "at least 32 random characters, such as `openssl rand -hex 32` prints";
        if let Some(key) = read.secret("SECRET_KEY") {
            let lower = key.to_lowercase();
            let placeholder = PLACEHOLDERS.iter().any(|word| lower.contains(word));
            if key.len() < 32 || (https && placeholder) {
                read.refuse("SECRET_KEY", "(not shown)", accepted);
            }
            return Self(key);
        }
        match database {
            DatabaseAt::Postgres(_) => {
                read.refuse("SECRET_KEY", "", &format!("{accepted}; with DATABASE_URL it must be given"));
                Self(String::new())
            }
            DatabaseAt::Sqlite(_) => Self(String::new()),
        }
    }

    /// Where no key is set, takes the one kept beside the SQLite file, or makes and keeps one there. Called once the
    /// database is open, so that a start on a file that is not ours leaves nothing behind.
    ///
    /// # Errors
    /// A file that cannot be read or written.
    pub fn keep_beside(&mut self, database: &DatabaseAt) -> Result<(), String> {
        if let (true, DatabaseAt::Sqlite(file)) = (self.0.is_empty(), database) {
            let beside = file.with_extension("key");
            let shown = beside.display();
            *self =
                kept(&beside).map_err(|error| format!("SECRET_KEY is not set and {shown} cannot be kept: {error}"))?;
        }
        Ok(())
    }

    /// HMAC-SHA-256 (RFC 2104) of `message` under this key, for one purpose, in hexadecimal.
    ///
    /// # Panics
    /// Never: HMAC takes keys of any length.
    pub fn mac(&self, purpose: &str, message: &str) -> String {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.as_bytes()).expect("a key");
        for part in [purpose, "\n", message] {
            mac.update(part.as_bytes());
        }
        hex::encode(mac.finalize().into_bytes())
    }
}

/// The key in a file, made if there is none. Of two starts at once both end with the same key.
fn kept(file: &Path) -> std::io::Result<SecretKey> {
    let made = hex::encode(SystemChance.bytes());
    match fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file) {
        Ok(mut new) => {
            new.write_all(made.as_bytes())?;
            new.sync_all()?;
            Ok(SecretKey(made))
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            let found = fs::read_to_string(file)?.trim().to_owned();
            if found.len() < 32 {
                return Err(std::io::Error::other(
                    "the key in it is too short; remove the file to have a new one made",
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
