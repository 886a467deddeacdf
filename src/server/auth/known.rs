use std::fmt;

use crate::server::{chance::Chance, config::Settings};

/// What a browser keeps from having signed someone in: not a way in, only a reason to believe that they sit there again
/// (a "device cookie": OWASP, Slow Down Online Guessing Attacks with Device Cookies).
///
/// Random bytes and a MAC over them and the address, so that it is worth something for that address alone; and over how
/// often its person was signed out everywhere (`epoch`), so that from the next time on it is worth nothing anymore.
#[derive(Clone)]
pub struct Known(String);

const PURPOSE: &str = "known browser";

impl Known {
    /// For a browser in which this address has just been signed in.
    pub fn new(email: &str, epoch: i32, settings: &Settings, chance: &dyn Chance) -> Self {
        let nonce = chance.id();
        let mac = settings.secret_key.mac(PURPOSE, &message(&nonce, email, epoch));
        Self(format!("{nonce}.{mac}"))
    }

    /// Takes what a browser presents; whether it is one of ours shows in [`Known::vouches_for`].
    pub fn presented(raw: &str) -> Option<Self> {
        let shaped = raw.len() == 97 && raw.bytes().all(|b| b.is_ascii_hexdigit() || b == b'.');
        shaped.then(|| Self(raw.to_owned()))
    }

    /// Whether this address was signed in there before, since its person was signed out everywhere `epoch` times.
    pub fn vouches_for(&self, email: &str, epoch: i32, settings: &Settings) -> bool {
        let Some((nonce, mac)) = self.0.split_once('.') else { return false };
        let message = message(nonce, email, epoch);
        let keys = [Some(&settings.secret_key), settings.previous_key.as_ref()];
        keys.into_iter().flatten().any(|key| key.verifies(PURPOSE, &message, mac))
    }

    /// What tells this browser from others.
    pub fn nonce(&self) -> &str {
        self.0.split_once('.').map_or("", |(nonce, _)| nonce)
    }

    /// For the one place that hands it out.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// What the MAC is over. Of the first epoch it says nothing, so what browsers were given before there were any still holds.
fn message(nonce: &str, email: &str, epoch: i32) -> String {
    if epoch == 0 { format!("{nonce}\n{email}") } else { format!("{nonce}\n{email}\n{epoch}") }
}

impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Known(…)")
    }
}
