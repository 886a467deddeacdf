//! Where messages stand, in words. (What they are: `server/mail/messages`.)

use catalog::emails as say;

use super::relay;

/// Why a message that failed is not sent anymore, as it is stored.
pub const TOLD_IN_PERSON: &str = "Told in person.";

/// Why a message did not leave, or is not sent anymore, of which the database keeps what was said then. What an email service said
/// itself is shown as it said it.
pub fn mail_reason(reason: &str) -> String {
    let said = |why: &str| match known(why) {
        Some(known) => known().to_owned(),
        None => relay::answer(why).unwrap_or_else(|| why.to_owned()),
    };
    match given_up(reason) {
        Some((why, tries)) => say::given_up(tries, said(why).as_str()),
        None => said(reason),
    }
}

/// Why a message did not leave, without how often it was tried: what several have in common.
pub fn mail_why(reason: &str) -> &str {
    given_up(reason).map_or(reason, |(why, _)| why)
}

/// Why, and after how many tries.
fn given_up(reason: &str) -> Option<(&str, u32)> {
    let (why, tries) = reason.strip_suffix(" tries.")?.split_once(" Given up after ")?;
    Some((why, tries.parse().ok()?))
}

fn known(reason: &str) -> Option<fn() -> &'static str> {
    Some(match reason {
        TOLD_IN_PERSON => say::told_in_person,
        "This person is deactivated." | "the person was deactivated" => say::reason_deactivated,
        "Nobody here has this address." => say::reason_nobody,
        "Someone here has this address." | "Somebody here has this address." => say::reason_taken,
        "All ways in were ended." | "All ways in were ended, or the address was changed." => say::reason_signed_out,
        "The asking for it is too long ago."
        | "It was canceled, asked for again, or is too long ago."
        | "It was cancelled, asked for again, or is too long ago." => say::reason_over,
        "The change was undone, an admin changed the address, or it is too long ago." => say::reason_undone,
        "What this message tells cannot be read." | "This message cannot be put into words." => say::reason_unreadable,
        "The mail service could not be reached." => say::reason_unreachable,
        "There are no AWS keys to send with, neither in the settings nor from AWS." => say::reason_no_keys,
        "SES cannot be asked with these settings: keys, region or endpoint." => say::reason_settings,
        "The mail service did not say whether it took the mail." => say::reason_unconfirmed,
        "The mail service failed before it took the mail." => say::reason_failed_before,
        "Sending it never came to an end." => say::reason_endless,
        "Put back before it was tried." => say::reason_put_back,
        "Nobody knows whether it left." => say::reason_not_known,
        "Whoever sent it did not live to say whether it left." => say::reason_died,
        "They asked for another one." => say::reason_asked_again,
        "They turned these emails off." => say::reason_off,
        "The event is gone." => say::reason_gone,
        "Requests are closed." => say::reason_closed,
        "The date was moved." => say::reason_moved,
        "They answered meanwhile." => say::reason_answered,
        "They hold no tickets anymore." => say::reason_no_tickets,
        "It has begun." => say::reason_begun,
        "It was held up into the night, and the morning is too late." => say::reason_night,
        "A later email tells it, too." => say::reason_told_later,
        "It is as it was before." => say::reason_as_it_was,
        "It is no longer so." => say::reason_not_so,
        "It waited when the copy was made that was restored, and may have left since." => say::reason_restored,
        _ => return None,
    })
}

/// How long so many emails take at best, at so many a second; `None` where that is not known. "about 3 minutes".
pub fn sending_time(mails: u64, a_second: f64) -> Option<String> {
    let known = a_second.is_finite() && a_second > 0.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of mails fits")]
    #[expect(clippy::cast_precision_loss, reason = "it is said in round numbers")]
    let seconds = known.then(|| (mails as f64 / a_second).ceil() as u64)?;
    Some(match seconds {
        0..=1 => say::about_a_second().to_owned(),
        2..=99 => say::about_seconds(seconds),
        100..=5_999 => say::about_minutes(seconds.div_ceil(60)),
        _ => say::about_hours(seconds.div_ceil(3_600)),
    })
}

/// Where a message stands; a word that is not ours is shown as it is.
pub fn mail_state(state: &str) -> &str {
    match state {
        "waiting" => say::waiting(),
        "sending" => say::sending(),
        "sent" => say::sent(),
        "failed" => say::failed(),
        "skipped" => say::unsent(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{mail_reason, sending_time};

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

    #[test]
    fn why_an_email_did_not_leave_is_said_as_it_is_said_now() {
        for (kept, said) in [
            ("Told in person.", "Told in person"),
            ("Nobody here has this address.", "No one here has this address."),
            ("SES: MessageRejected: <b>no</b>", "SES: MessageRejected: <b>no</b>"),
            (
                "The mail service could not be reached. Given up after 8 tries.",
                "Couldn’t reach the email service. Given up after 8 tries.",
            ),
            ("550 No such mailbox. Given up after 3 tries.", "550 No such mailbox. Given up after 3 tries."),
        ] {
            assert_eq!(mail_reason(kept), said);
        }
    }
}
