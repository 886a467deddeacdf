use crate::server::{config::Settings, db::outbox::StoredMessage};

/// How many hexadecimal digits of the keyed hash: 128 bits.
const DIGITS: usize = 32;

/// What the letter of a message is called in its header `Message-ID` (RFC 5322, section 3.6.4): the same however often it is
/// tried, so that whoever got it twice sees it once, and of no other message. A keyed hash, since it is in everyone's hands and
/// tells nothing of how many messages there are. The time is part of it: numbers come again where a backup is restored.
pub(in crate::server::worker) fn of(message: &StoredMessage, settings: &Settings) -> String {
    let written_at = message.created_at.timestamp_micros();
    let hash = settings.secret_key.mac("message id", &format!("{} {written_at}", message.id.get()));
    let domain = settings.mail.sender.rsplit_once('@').map_or(settings.host(), |(_, domain)| domain);
    format!("<{}@{domain}>", &hash[..DIGITS])
}
