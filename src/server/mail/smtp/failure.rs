//! What it means for a letter that a relay did not take it.

use std::{error::Error as _, io};

use lettre::transport::smtp::{Error, response::Severity};

use crate::server::mail::{Class, TransportError};

/// With this a relay takes its leave (RFC 5321, section 3.8).
const GOING: u16 = 421;

/// How far a letter came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The address of the relay is looked up.
    Resolve,
    /// It takes the connection, with `smtps` TLS too, and says that it speaks SMTP.
    Greeting,
    /// It goes over to TLS.
    Tls,
    /// It speaks no TLS, or none at this port.
    NoTls,
    Login,
    /// It is told from whom the letter is.
    Sender,
    /// It is told for whom.
    Recipient,
    /// It is about to get the letter.
    Data,
    /// It has the letter, or part of it.
    Content,
}

/// Why a letter did not leave, or would not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .told.reason)]
pub struct Fault {
    pub step: Step,
    pub told: TransportError,
    /// Whether the relay said so, and the connection still stands.
    pub(super) was_answer: bool,
}

impl From<Fault> for TransportError {
    fn from(fault: Fault) -> Self {
        fault.told
    }
}

/// How a step failed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How<'a> {
    /// With a number and a sentence.
    Answer(Severity, u16, &'a str),
    /// The relay offers no way that we have.
    NoWay,
    /// The connection ended or makes no sense.
    Lost,
}

impl Fault {
    /// What the relay, or the connection to it, said.
    pub(super) fn said(step: Step, error: &Error) -> Self {
        let said = error.source().map(ToString::to_string).unwrap_or_default();
        let how = match error.status() {
            Some(code) => How::Answer(code.severity, u16::from(code), &said),
            None if error.is_client() => How::NoWay,
            None => How::Lost,
        };
        let step = match step {
            Step::Greeting if how == How::Lost && in_plain_words(error) => Step::NoTls,
            Step::Greeting if how == How::Lost && of_tls(error) => Step::Tls,
            Step::Tls if how != How::Lost => Step::NoTls,
            _ => step,
        };
        let shown = match error.status() {
            Some(code) => format!("{code} {said}"),
            None if step == Step::NoTls => "this port does not begin with TLS".to_owned(),
            None => told(error),
        };
        let was_answer = error.status().is_some_and(|code| u16::from(code) != GOING);
        Self { was_answer, ..Self::with(step, class(step, how), &shown) }
    }

    /// A failure before anything was handed over, in our words.
    pub(super) fn of(step: Step, what: &str) -> Self {
        Self::with(step, class(step, How::Lost), what)
    }

    /// Nobody took the connection.
    pub(super) fn no_line(error: &io::Error) -> Self {
        Self::of(Step::Greeting, &in_words(error.kind()).map_or_else(|| error.to_string(), ToOwned::to_owned))
    }

    /// The relay said nothing in time.
    pub(super) fn silence(step: Step) -> Self {
        Self::with(step, class(step, How::Lost), "no answer in time")
    }

    fn with(step: Step, class: Class, what: &str) -> Self {
        let reason = match step {
            Step::Resolve | Step::Greeting => format!("The mail server could not be reached: {what}."),
            Step::Tls | Step::NoTls => format!("The mail server could not be reached safely: {what}."),
            Step::Login => format!("The mail server does not accept the login: {what}."),
            Step::Sender => format!("The mail server does not accept the sender: {what}."),
            Step::Recipient => format!("The mail server does not accept the recipient: {what}."),
            Step::Data => format!("The mail server did not want the mail: {what}."),
            Step::Content if class == Class::Unknown => {
                "The mail server did not say whether it took the mail.".to_owned()
            }
            Step::Content => format!("The mail server did not take the mail: {what}."),
        };
        Self { step, told: TransportError::new(class, &reason.replace("..", ".")), was_answer: false }
    }
}

/// What the step at which it ended means for the letter.
fn class(step: Step, how: How<'_>) -> Class {
    let refused = matches!(how, How::Answer(Severity::PermanentNegativeCompletion, ..));
    let begun = matches!(step, Step::Sender | Step::Recipient | Step::Data | Step::Content);
    if let Some(class) = of_account(how).filter(|_| begun) {
        return class;
    }
    match step {
        Step::Login if refused || how == How::NoWay => Class::Paused,
        Step::Sender if refused => Class::Paused,
        Step::Sender if matches!(how, How::Answer(_, code, _) if code != GOING) => Class::Retry,
        // Nothing of the letter is known yet: every other would fail alike.
        Step::Resolve | Step::Greeting | Step::Tls | Step::NoTls | Step::Login | Step::Sender => Class::Unreachable,
        Step::Recipient | Step::Data | Step::Content => class_of_letter(step, how),
    }
}

/// The same once the letter itself was the matter.
fn class_of_letter(step: Step, how: How<'_>) -> Class {
    match how {
        How::Answer(Severity::PermanentNegativeCompletion, code, said) if of_settings(code, said) => Class::Paused,
        How::Answer(Severity::PermanentNegativeCompletion, ..) if step == Step::Recipient => Class::NoRecipient,
        How::Answer(Severity::PermanentNegativeCompletion, ..) => Class::Permanent,
        How::NoWay | How::Lost if step == Step::Content => Class::Unknown,
        _ => Class::Retry,
    }
}

/// What the relay says of the account rather than of a letter: that its day's mail is used up, or that letters come too fast.
/// There are no numbers for that, so its words count; but where it speaks of a mailbox (RFC 3463, section 3.3), it is that one
/// alone which gets too many.
fn of_account(how: How<'_>) -> Option<Class> {
    let How::Answer(severity, _, said) = how else { return None };
    let said = said.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if said.starts_with("4.2.") || said.starts_with("5.2.") {
        return None;
    }
    if has(&["daily"]) && has(&["quota", "limit"]) {
        return Some(Class::Paused);
    }
    let mut words = said.split(|letter: char| !letter.is_alphabetic());
    let too_fast = words.any(|word| matches!(word, "rate" | "throttling"))
        || has(&["too many", "too much", "too fast", "slow down"]);
    (too_fast && severity == Severity::TransientNegativeCompletion).then_some(Class::TooFast)
}

/// Whether no letter to anybody is taken: the relay wants a login first (RFC 4954), or is none for us.
fn of_settings(code: u16, said: &str) -> bool {
    matches!(code, 530 | 535) || said.to_lowercase().contains("relay")
}

/// Whether who answers where TLS should begin says something else, such as the greeting of SMTP.
fn in_plain_words(error: &Error) -> bool {
    causes(error).any(|cause| cause.to_lowercase().contains("corrupt message"))
}

/// Whether it was TLS that failed when the connection was made.
fn of_tls(error: &Error) -> bool {
    let words = ["certificate", "tls", "handshake", "alert"];
    causes(error).any(|cause| words.iter().any(|word| cause.to_lowercase().contains(word)))
}

/// What ended a connection, without the names of the layers that it went through.
fn told(error: &Error) -> String {
    if error.is_response() {
        return "its answers make no sense".to_owned();
    }
    let mut cause = error.source();
    while let Some(error) = cause {
        if let Some(known) = error.downcast_ref::<io::Error>().and_then(|error| in_words(error.kind())) {
            return known.to_owned();
        }
        cause = error.source();
    }
    causes(error).last().unwrap_or_else(|| error.to_string())
}

/// What the network does to connections, as far as there are words for it.
fn in_words(kind: io::ErrorKind) -> Option<&'static str> {
    match kind {
        io::ErrorKind::ConnectionRefused => Some("the connection was refused"),
        io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe | io::ErrorKind::UnexpectedEof => {
            Some("the connection was cut")
        }
        io::ErrorKind::TimedOut => Some("no answer in time"),
        _ => None,
    }
}

/// Every cause in its words, the outermost first.
fn causes(error: &Error) -> impl Iterator<Item = String> {
    std::iter::successors(error.source(), |&cause| cause.source()).map(ToString::to_string)
}
