//! What was typed into a field, read once: the value, or a problem that names the field.

use super::visible::{BLANK, composed, is_readable, visible};
use serde::{Deserialize, Serialize};

/// Line and paragraph separators, which are no control characters.
const LINE_BREAKS: [char; 2] = ['\u{2028}', '\u{2029}'];

/// One field that cannot be accepted, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name in the form, as in `name="…"`.
    pub field: String,
    /// Why it was refused.
    pub problem: Problem,
}

/// Why a field was refused: a closed list, put into words by [`crate::words::problem`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "kebab-case")]
pub enum Problem {
    /// Nothing was given where something is needed.
    Missing,
    /// More characters than fit.
    TooLong { max: usize, seen: usize },
    /// A line break or another control character in a single line.
    ControlCharacter,
    /// Not a whole number without sign.
    NotANumber { seen: String },
    /// A number outside its range, both ends included.
    OutOfRange { min: u32, max: u32, seen: String },
    /// Not one of the accepted choices.
    NotAChoice { seen: String, accepted: String },
    /// Not an email address this system can write to.
    NotAnAddress { seen: String },
    /// One's own address, where another's is needed.
    Oneself,
    /// Another person has this address.
    AddressTaken,
    /// The person has this address already.
    OwnAddress,
    /// Not a name in the IANA time zone database.
    UnknownZone { seen: String },
    /// Not `YYYY-MM-DDTHH:MM`.
    NotATime { seen: String },
    /// Not `YYYY-MM-DD`.
    NotADay { seen: String },
    /// The clocks skip this time in that zone.
    TimeSkipped { seen: String, zone: String },
    /// The clocks show this time twice in that zone.
    TimeTwice { seen: String, zone: String },
    /// Requests would close after the event has begun.
    ClosesAfterStart,
    /// What has to be over before it begins would not be.
    AfterTheStart,
    /// A file that is no PDF, or not all of one.
    NotAPdf { seen: String },
    /// A file that is larger than so many megabytes.
    FileTooLarge { seen: String, megabytes: usize },
    /// All files together are larger than so many megabytes.
    FilesTooLarge { megabytes: usize },
    /// More files than are taken at once.
    TooManyFiles { max: usize, seen: usize },
    /// It ends before it begins, or more than a month later.
    EndsAtOddTime,
    /// The time has passed already.
    InThePast,
    /// A character that is not printable ASCII, or two spaces in a row, where a text has to be compared.
    NotPlain { seen: String },
    /// A time more than ten years ahead; accepted are days up to `latest`.
    TooFarAhead { seen: String, latest: String },
    /// No number was chosen.
    NoNumber,
    /// The same number was given twice.
    NumberTwice { seen: u32 },
    /// More numbers than one request can hold.
    TooManyNumbers { max: usize },
    /// More is given than there is.
    OverGiven { given: u64, tickets: u32 },
    /// The person did not say that this number would do, and no reason was given.
    NeedsReason { given: u32, accepted: String },
    /// A draw gave something else, and no reason was given.
    NeedsOverrideReason { given: u32, drawn: u32 },
    /// The public adds nothing: nothing was named before requests closed.
    NotNamedBefore,
    /// What the public adds is named before requests close, not after.
    NamedTooLate,
    /// A name or a time for something typed in, where nothing is.
    NothingIsTyped,
    /// What is typed in becomes known only after requests close.
    KnownTooSoon,
    /// Neither a round's signature nor what drand answers for a round.
    NotASignature { seen: String },
    /// A signature that the beacon never gave to this round.
    NotOfThisRound { round: u64 },
    /// What was pasted is of another round.
    OtherRound { seen: u64, round: u64 },
    /// Nobody with that number, or nobody active.
    NoSuchPerson,
    /// One person was chosen and another one typed.
    TwoPeople,
    /// Nobody has this address.
    NobodyThere { seen: String },
    /// No season with that number.
    NoSuchSeason,
    /// A season that the person does not keep.
    NotYourSeason,
    /// The person is a steward of this season already.
    AlreadySteward,
    /// The person organizes this event already.
    AlreadyOrganizer,
    /// Only an organizer or an admin can run events.
    CannotOrganize,
    /// The request at that place does not exist in this event.
    NoSuchRequest,
    /// Not 8 digits. What was seen may be nearly a code, so it is neither shown nor kept.
    NotACode,
    /// Not the code of this browser's mail, or not anymore.
    WrongCode { left: u32 },
    /// All tries at this code are used up.
    NoMoreTries,
    /// A reason where nothing is decided, or where the draw decided it: it is not clear what it is for.
    ReasonAlone,
    /// One number is chosen and another typed.
    TwoNumbers { chosen: String, typed: u32 },
    /// Signs alone: nothing of it can be read or spoken.
    NothingToRead { seen: String },
    /// So many wrong codes came for this account today that no more are tried: only the link of an email works.
    OnlyByLink,
    /// This browser asked for no code.
    AskedElsewhere,
    /// A name for a ticket that the person does not have.
    BeyondTickets { tickets: u32 },
}

/// Reads fields one by one and keeps every problem, so that a form answers with all of them at once.
#[derive(Debug, Default)]
pub struct Fields {
    errors: Vec<FieldError>,
}

impl Fields {
    /// Keeps the value, or the problem under the field's name.
    pub fn take<T>(&mut self, field: &str, parsed: Result<T, Problem>) -> Option<T> {
        parsed.map_err(|problem| self.refuse(field, problem)).ok()
    }

    /// Notes a problem with a field.
    pub fn refuse(&mut self, field: &str, problem: Problem) {
        self.errors.push(FieldError { field: field.to_owned(), problem });
    }

    /// The problems, in the order they were found.
    pub fn errors(self) -> Vec<FieldError> {
        self.errors
    }

    /// The typed value if every field was fine.
    ///
    /// # Errors
    /// All problems, in the order the fields were read.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<FieldError>> {
        match value {
            Some(value) if self.errors.is_empty() => Ok(value),
            _ => Err(self.errors),
        }
    }
}

/// A name or a title: as [`optional_line`], and something of it can be read.
pub fn line(raw: &str, max: usize) -> Result<String, Problem> {
    let text = optional_line(raw, max)?;
    match text.as_str() {
        "" => Err(Problem::Missing),
        text if !is_readable(text) => Err(Problem::NothingToRead { seen: text.to_owned() }),
        _ => Ok(text),
    }
}

/// One line of printable ASCII with single spaces, at most `max` characters; may be empty. So that what is typed can be
/// compared with what was announced: no two such texts look the same.
pub fn plain_line(raw: &str, max: usize) -> Result<String, Problem> {
    let text = optional_line(raw, max)?;
    match text.chars().find(|c| !(' '..='~').contains(c)) {
        Some(seen) => Err(Problem::NotPlain { seen: seen.to_string() }),
        None if text.contains("  ") => Err(Problem::NotPlain { seen: "  ".to_owned() }),
        None => Ok(text),
    }
}

/// One line of text that may be empty: without what cannot be seen ([`visible`]), trimmed, at most `max` characters, no line
/// breaks and no control characters. What looks empty is empty.
pub fn optional_line(raw: &str, max: usize) -> Result<String, Problem> {
    let text = composed(&visible(raw));
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == BLANK);
    if text.chars().any(|c| c.is_control() || LINE_BREAKS.contains(&c)) {
        return Err(Problem::ControlCharacter);
    }
    within(text, max)
}

/// Several lines of text that may be empty; line ends become LF, other control characters are refused.
pub fn lines(raw: &str, max: usize) -> Result<String, Problem> {
    let text = raw.replace("\r\n", "\n");
    let text = text.trim();
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(Problem::ControlCharacter);
    }
    within(text, max)
}

fn within(text: &str, max: usize) -> Result<String, Problem> {
    let seen = text.chars().count();
    if seen > max { Err(Problem::TooLong { max, seen }) } else { Ok(text.to_owned()) }
}

/// A whole number from `min` to `max`: decimal digits only, no sign.
pub fn number(raw: &str, min: u32, max: u32) -> Result<u32, Problem> {
    let text = raw.trim();
    if text.is_empty() {
        return Err(Problem::Missing);
    }
    let seen = || text.chars().take(40).collect::<String>();
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Problem::NotANumber { seen: seen() });
    }
    match text.parse::<u32>() {
        Ok(value) if (min..=max).contains(&value) => Ok(value),
        _ => Err(Problem::OutOfRange { min, max, seen: seen() }),
    }
}

/// The version of a page the form was made from. A missing or garbled one counts as the oldest, which is always stale.
pub fn version(raw: &str) -> i32 {
    raw.trim().parse().unwrap_or(-1)
}

/// What tells a form from another like it: 8 to 64 letters and digits. Anything else tells nothing.
pub fn token(raw: &str) -> Option<&str> {
    ((8..=64).contains(&raw.len()) && raw.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(raw)
}

/// A box that is ticked or not.
pub fn ticked(raw: &str) -> bool {
    matches!(raw, "on" | "yes" | "true" | "1")
}
