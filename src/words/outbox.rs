//! What messages are, and where they stand, in words.

/// What a message is; a word that is not ours is shown as it is.
pub fn mail_kind(kind: &str) -> &str {
    match kind {
        "sign-in" => "Sign-in mail",
        "welcome" => "Welcome",
        "received" => "Request received",
        "result" => "Result",
        "changed" => "Changed result",
        "cancelled" => "Cancelled",
        "device" => "New sign-in",
        "address-code" => "Code for a new address",
        "address-changed" => "Address changed",
        "test" => "Test message",
        other => other,
    }
}

/// Where a message stands; a word that is not ours is shown as it is.
pub fn mail_state(state: &str) -> &str {
    match state {
        "skipped" => "not sent",
        ours => ours,
    }
}

#[cfg(test)]
mod tests {
    use super::mail_kind;
    use crate::server::db::outbox::Kind;

    #[test]
    fn every_kind_of_message_has_words_of_its_own() {
        let mut words: Vec<&str> = Kind::ALL.iter().map(|kind| mail_kind(kind.as_str())).collect();
        assert!(words.iter().all(|word| word.starts_with(char::is_uppercase)), "{words:?}");
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Kind::ALL.len(), "{words:?}");
    }
}
