use std::fmt;

use crate::server::{chance::Chance, config::Settings};

/// What a browser keeps from having signed someone in: not a way in, only a reason to believe that they sit there again
/// (a "device cookie": OWASP, Slow Down Online Guessing Attacks with Device Cookies).
///
/// Random bytes and a MAC over them and the address, so that it is worth something for that address alone.
#[derive(Clone)]
pub struct Known(String);

const PURPOSE: &str = "known browser";

impl Known {
    /// For a browser in which this address has just been signed in.
    pub fn new(email: &str, settings: &Settings, chance: &dyn Chance) -> Self {
        let nonce = chance.id();
        let mac = settings.secret_key.mac(PURPOSE, &format!("{nonce}\n{email}"));
        Self(format!("{nonce}.{mac}"))
    }

    /// Takes what a browser presents; whether it is one of ours shows in [`Known::vouches_for`].
    pub fn presented(raw: &str) -> Option<Self> {
        let shaped = raw.len() == 97 && raw.bytes().all(|b| b.is_ascii_hexdigit() || b == b'.');
        shaped.then(|| Self(raw.to_owned()))
    }

    /// Whether this address was signed in there before.
    pub fn vouches_for(&self, email: &str, settings: &Settings) -> bool {
        let Some((nonce, mac)) = self.0.split_once('.') else { return false };
        let message = format!("{nonce}\n{email}");
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

impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Known(…)")
    }
}
