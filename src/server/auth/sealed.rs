//! Tokens that say what they are for to this site and to nobody else: nothing is stored for them, and they work as long as the
//! site's key does.

use crate::server::{chance::Chance, config::Settings};

/// Seals what a token stands for: 96 letters of base64url.
pub(super) fn token(purpose: &'static str, secret: [u8; 32], settings: &Settings, chance: &dyn Chance) -> String {
    settings.secret_key.seal(purpose, "", &secret, chance).replace('+', "-").replace('/', "_")
}

/// Opens a token that someone presents; `None` for what this site did not make for this purpose, or changed since.
pub(super) fn opened(purpose: &'static str, raw: &str, settings: &Settings) -> Option<[u8; 32]> {
    let sealed = is_shaped(raw).then(|| raw.replace('-', "+").replace('_', "/"))?;
    let keys = [Some(&settings.secret_key), settings.previous_key.as_ref()];
    keys.into_iter().flatten().find_map(|key| key.open(purpose, "", &sealed))
}

/// Whether a text could be a token.
pub(super) fn is_shaped(raw: &str) -> bool {
    raw.len() == 96 && raw.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}
