//! Where messages stand, in words. (What they are: `server/mail/messages`.)

use crate::words::counted;

/// Where emails are not sent.
pub const PRINTED: &str = "Mails are not sent. They are printed where the program runs, in its terminal or its log.";

/// While the email service is silent. (How often, and for how long: `retry` in `server/worker`.)
pub const SES_SILENT: &str = "Amazon SES does not answer. Mails are tried again for some hours.";

/// Why a message that failed is not sent anymore.
pub const TOLD_IN_PERSON: &str = "Told in person.";

/// How long so many emails take at best, at so many a second; `None` where that is not known. "about 3 minutes".
pub fn sending_time(mails: u64, a_second: f64) -> Option<String> {
    let known = a_second.is_finite() && a_second > 0.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of mails fits")]
    #[expect(clippy::cast_precision_loss, reason = "it is said in round numbers")]
    let seconds = known.then(|| (mails as f64 / a_second).ceil() as u64)?;
    Some(match seconds {
        0..=1 => "about a second".to_owned(),
        2..=99 => format!("about {}", counted(seconds, "second", "seconds")),
        100..=5_999 => format!("about {}", counted(seconds.div_ceil(60), "minute", "minutes")),
        _ => format!("about {}", counted(seconds.div_ceil(3_600), "hour", "hours")),
    })
}

/// That so many wait for another try.
pub fn tried_again(mails: u64) -> String {
    let what = counted(mails, "mail did not leave at once and is", "mails did not leave at once and are");
    format!("{what} tried again automatically.")
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
    use super::sending_time;

    #[test]
    fn how_long_mails_take_is_said_in_round_numbers() {
        for (mails, a_second, said) in [
            (0, 14.0, Some("about a second")),
            (14, 14.0, Some("about a second")),
            (15, 14.0, Some("about 2 seconds")),
            (99, 1.0, Some("about 99 seconds")),
            (100, 1.0, Some("about 2 minutes")),
            (5_999, 1.0, Some("about 100 minutes")),
            (6_000, 1.0, Some("about 2 hours")),
            (1, 0.001, Some("about 17 minutes")),
            (41, 0.0, None),
            (41, -1.0, None),
            (41, f64::NAN, None),
            (41, f64::INFINITY, None),
        ] {
            assert_eq!(sending_time(mails, a_second).as_deref(), said, "{mails} mails, {a_second} a second");
        }
    }
}
