use alloc::{
    borrow::ToOwned,
    collections::BTreeSet,
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{Kind, digest};
use crate::{Hash, Label, MAX_EXACT};

/// The first line of a body, and of what is signed.
pub const FORMAT: &str = "ticket-pool/statement/1";
/// The longest key, in bytes.
pub const MAX_KEY: usize = 64;
/// The longest value, in bytes.
pub const MAX_VALUE: usize = 4_000;

/// The keys that every body has in front.
const HEAD: [&str; 5] = ["site", "number", "at", "kind", "event"];

/// Why a text is not the body of a statement: where, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct StatementError {
    /// A line such as `line 3`, or the key.
    pub place: String,
    /// What was seen and what is accepted.
    pub problem: String,
}

pub(super) fn wrong(place: impl ToString, problem: impl ToString) -> StatementError {
    StatementError { place: place.to_string(), problem: problem.to_string() }
}

/// Something that a site said. Its body is read and written in one way only: two bodies that differ say different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    site: String,
    number: u64,
    at: String,
    kind: Kind,
    event: Option<Label>,
    further: Vec<(String, String)>,
}

impl Statement {
    /// Begins a statement; [`Statement::with`] adds what its kind has to say.
    ///
    /// `site` is the address of the site, `https://…` (or `http://…`, where one is tried out); `number` counts the site's
    /// statements from 1, without gaps; `at` is the time in UTC as `2026-11-29T08:27:25.123Z`; `event` the public id.
    ///
    /// # Errors
    /// Names the first of these that is not so.
    pub fn new(site: &str, number: u64, at: &str, kind: Kind, event: Option<&str>) -> Result<Self, StatementError> {
        check_site(site)?;
        if !(1..=MAX_EXACT.unsigned_abs()).contains(&number) {
            return Err(wrong("number", format!("{number} is not between 1 and 2^53 - 1")));
        }
        if !is_instant(at) {
            return Err(wrong("at", format!("{at:?} is not a time in UTC such as 2026-11-29T08:27:25.123Z")));
        }
        let event = event.map(Label::parse).transpose().map_err(|error| wrong("event", error))?;
        Ok(Self { site: site.to_owned(), number, at: at.to_owned(), kind, event, further: Vec::new() })
    }

    /// Adds a line.
    ///
    /// # Errors
    /// A key that is not `[a-z][a-z-]*` of at most [`MAX_KEY`] bytes, or that stands there already; a value with a control
    /// character, or of more than [`MAX_VALUE`] bytes.
    pub fn with(self, key: &str, value: &str) -> Result<Self, StatementError> {
        if self.get(key).is_some() {
            return Err(wrong(key, "stands there already"));
        }
        self.with_new(key, value)
    }

    /// As [`Statement::with`], for a key that is known not to be there.
    fn with_new(mut self, key: &str, value: &str) -> Result<Self, StatementError> {
        check_key(key)?;
        if HEAD.contains(&key) {
            return Err(wrong(key, "has its place in front"));
        }
        check_value(key, value)?;
        self.further.push((key.to_owned(), value.to_owned()));
        Ok(self)
    }

    /// Reads a body.
    ///
    /// # Errors
    /// Another format, a line that is missing, out of place, not `key: value`, or not ended by LF; what
    /// [`Statement::new`] and [`Statement::with`] refuse; an unknown kind; a number with leading zeros. The first one
    /// is named with its place.
    pub fn parse(body: &str) -> Result<Self, StatementError> {
        let mut lines = (1..).zip(body.split('\n'));
        let first = lines.next().map_or("", |(_, line)| line);
        if first != FORMAT {
            return Err(wrong("line 1", format!("{:?} is not known; {FORMAT} is", shortened(first))));
        }
        let Some(rest) = body.strip_suffix('\n') else {
            return Err(wrong("the end", "the last line is not ended by LF"));
        };
        let mut lines = (1..).zip(rest.split('\n')).skip(1).peekable();
        let mut head = |key: &str| match lines.next() {
            Some((place, line)) => match pair(place, line)? {
                (found, value) if found == key => Ok(value),
                (found, _) => {
                    Err(wrong(format!("line {place}"), format!("{:?} stands where {key} belongs", shortened(found))))
                }
            },
            None => Err(wrong(key, "is missing")),
        };
        let (site, number, at, kind) = (head("site")?, head("number")?, head("at")?, head("kind")?);
        let read = number.parse().ok().filter(|read: &u64| read.to_string() == number);
        let number =
            read.ok_or_else(|| wrong("number", format!("{:?} is not between 1 and 2^53 - 1", shortened(number))))?;
        let kind = Kind::parse(kind).ok_or_else(|| {
            let known = Kind::ALL.map(Kind::as_str).join(", ");
            wrong("kind", format!("{:?} is not known; {known} are", shortened(kind)))
        })?;
        let event = lines.next_if(|(_, line)| line.starts_with("event: ")).map(|(_, line)| &line["event: ".len()..]);
        let mut statement = Self::new(site, number, at, kind, event)?;
        let mut seen = BTreeSet::new();
        for (place, line) in lines {
            let (key, value) = pair(place, line)?;
            if !seen.insert(key) {
                return Err(wrong(format!("line {place}"), format!("the key {:?} stands there twice", shortened(key))));
            }
            statement = statement.with_new(key, value)?;
        }
        Ok(statement)
    }

    /// The body: [`FORMAT`] and `key: value` lines, each ended by LF.
    #[must_use]
    pub fn body(&self) -> String {
        let Self { site, number, at, kind, event, further } = self;
        let mut body = format!("{FORMAT}\nsite: {site}\nnumber: {number}\nat: {at}\nkind: {kind}\n");
        let event = event.iter().map(|event| ("event", event.as_str()));
        for (key, value) in event.chain(further.iter().map(|(key, value)| (key.as_str(), value.as_str()))) {
            body.extend([key, ": ", value, "\n"]);
        }
        body
    }

    /// SHA-256 of the body.
    #[must_use]
    pub fn digest(&self) -> Hash {
        digest(&self.body())
    }

    /// The address of the site.
    #[must_use]
    pub fn site(&self) -> &str {
        &self.site
    }

    /// Its place among the site's statements, from 1.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// When it was made, in UTC.
    #[must_use]
    pub fn at(&self) -> &str {
        &self.at
    }

    /// The same in milliseconds since 1970.
    #[must_use]
    pub fn at_millis(&self) -> i64 {
        let part = |place: core::ops::Range<usize>| self.at.get(place).and_then(|part| part.parse().ok()).unwrap_or(0);
        let days = days_since_1970(part(0..4), part(5..7), part(8..10));
        ((days * 24 + part(11..13)) * 60 + part(14..16)) * 60_000 + part(17..19) * 1_000 + part(20..23)
    }

    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The public id of the event it is about.
    #[must_use]
    pub fn event(&self) -> Option<&Label> {
        self.event.as_ref()
    }

    /// What its kind has to say, line by line.
    #[must_use]
    pub fn further(&self) -> &[(String, String)] {
        &self.further
    }

    /// The value of one of these lines.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.further.iter().find(|(found, _)| found == key).map(|(_, value)| value.as_str())
    }
}

fn pair(place: usize, line: &str) -> Result<(&str, &str), StatementError> {
    line.split_once(": ")
        .ok_or_else(|| wrong(format!("line {place}"), format!("{:?} is not `key: value`", shortened(line))))
}

fn check_key(key: &str) -> Result<(), StatementError> {
    let inside = |c: char| c.is_ascii_lowercase() || c == '-';
    if key.starts_with(|c: char| c.is_ascii_lowercase()) && key.chars().all(inside) && key.len() <= MAX_KEY {
        return Ok(());
    }
    Err(wrong(
        format!("{:?}", shortened(key)),
        format!("is no key: 1 to {MAX_KEY} of a-z and -, the first a letter, are accepted"),
    ))
}

pub(super) fn check_site(site: &str) -> Result<(), StatementError> {
    check_value("site", site)?;
    let host = site.strip_prefix("https://").or_else(|| site.strip_prefix("http://"));
    if host.is_none_or(|host| host.is_empty() || host.contains(char::is_whitespace)) {
        return Err(wrong("site", format!("{:?} is not an address that begins with https://", shortened(site))));
    }
    Ok(())
}

fn check_value(key: &str, value: &str) -> Result<(), StatementError> {
    if value.len() > MAX_VALUE {
        return Err(wrong(key, format!("has {} bytes, at most {MAX_VALUE} are accepted", value.len())));
    }
    match value.chars().find(|c| c.is_control()) {
        Some(control) => Err(wrong(key, format!("holds the control character {control:?}"))),
        None => Ok(()),
    }
}

/// `2026-11-29T08:27:25.123Z`. So that times compare as text, there is no other way to write one.
fn is_instant(text: &str) -> bool {
    let shape = b"0000-00-00T00:00:00.000Z";
    let like = |(byte, shape): (u8, &u8)| if *shape == b'0' { byte.is_ascii_digit() } else { byte == *shape };
    let within = |place: core::ops::Range<usize>, least: &str, most: &str| {
        text.get(place).is_some_and(|part| (least..=most).contains(&part))
    };
    text.len() == shape.len()
        && text.bytes().zip(shape).all(like)
        && within(5..7, "01", "12")
        && within(8..10, "01", "31")
        && within(11..13, "00", "23")
        && within(14..16, "00", "59")
        && within(17..19, "00", "59")
}

/// Days from January 1, 1970 to a day of the Gregorian calendar (E. G. Richards, "Mapping Time", 1998, chapter 25,
/// algorithm E).
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    // Years begin with March, so that the day that leaps is the last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day
        - 719_469
}

/// What is quoted of a text that may be of any length.
pub(super) fn shortened(text: &str) -> &str {
    text.char_indices().nth(80).map_or(text, |(end, _)| &text[..end])
}
