use alloc::{
    borrow::Cow,
    format,
    string::{String, ToString},
    vec::Vec,
};

use serde::{Deserialize, de::IgnoredAny};

use super::{
    Claimed, Record,
    json::{Object, Pairs},
    keys::NoKeyTwice,
    read_one, read_two,
    text::text_of,
};
#[cfg(feature = "drand")]
use crate::beacon::{Chain, QUICKNET};
use crate::{
    CHAIN, DrawNumber, Fill, Format, Hash, Label, ListError, MAX_TICKETS, Order, RequestList, Rule, after,
    beacon::Verifier,
};

/// Why a text is not a request file or a record: where, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct RecordError {
    /// A path such as `requests[3].tiers`; for text that is not JSON the line and column.
    pub place: String,
    /// What was seen and what is accepted.
    pub problem: String,
}

pub(crate) fn wrong(place: impl ToString, problem: impl ToString) -> RecordError {
    RecordError { place: place.to_string(), problem: problem.to_string() }
}

impl Record {
    /// Reads a request file or a record of either format. Further keys are passed over, and so is a mark of UTF-8 before the
    /// text.
    ///
    /// # Errors
    /// Text that is not UTF-8 or not JSON, a key twice, a field that is missing, of the wrong kind or out of its
    /// limits, tiers that do not descend, a label twice, pins above the tickets, a code that does not open the
    /// commitment, a signature that is not the round's. The first one is named with its place.
    #[cfg(feature = "drand")]
    pub fn read(bytes: &[u8]) -> Result<Self, RecordError> {
        Self::read_with(bytes, &QUICKNET)
    }

    /// As [`Record::read`], with the beacon chain whose rounds are taken.
    ///
    /// # Errors
    /// As [`Record::read`].
    #[cfg(feature = "drand")]
    pub fn read_with(bytes: &[u8], chain: &Chain) -> Result<Self, RecordError> {
        Self::read_by(bytes, chain)?.0.with_after(bytes)
    }

    /// As [`Record::read`], with who says whether a signature is that of a round. They are asked once, and only where the
    /// record holds one. What happened after the result is passed over; [`Record::with_after`] reads it. (The checker in the
    /// browser does without, and is a fifth smaller.) Beside the record stands whether the file says anything of it.
    ///
    /// # Errors
    /// As [`Record::read`]; also that they could not say.
    pub fn read_by(bytes: &[u8], verifier: &dyn Verifier) -> Result<(Self, bool), RecordError> {
        let text = text_of(bytes)?;
        let Object(Tag { format, after }) = parse_whole(text)?;
        let record = match Format::parse(&format) {
            Some(Format::One) => read_one::record(parse::<Object<_>>(text)?.0),
            Some(Format::Two) => read_two::record(parse::<Object<_>>(text)?.0, verifier),
            None => {
                let known = [Format::One, Format::Two].map(Format::as_str).join(", ");
                Err(wrong("format", format!("{format:?} is not known; {known} are")))
            }
        };
        Ok((record?, after.is_some()))
    }
}

impl Record {
    /// This record with what the same file says happened after the result.
    ///
    /// # Errors
    /// What is no ledger, with its place.
    pub fn with_after(self, bytes: &[u8]) -> Result<Self, RecordError> {
        let Object(Further { after }) = parse(text_of(bytes)?)?;
        Ok(Self { after: after.map(|Object(after)| after.read()).transpose()?, ..self })
    }
}

/// What a file may say besides the draw.
#[derive(Deserialize)]
struct Further {
    #[serde(default)]
    after: Option<Object<after::File>>,
}

#[derive(Deserialize)]
struct Tag<'a> {
    #[serde(borrow)]
    format: Cow<'a, str>,
    #[serde(default)]
    after: Option<IgnoredAny>,
}

/// As [`parse`], of a text in which no object has a key twice.
pub(crate) fn parse_whole<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, RecordError> {
    parse::<NoKeyTwice>(text)?;
    parse(text)
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, RecordError> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        let problem = error.into_inner();
        match path.as_str() {
            _ if !problem.is_data() => wrong(format!("line {} column {}", problem.line(), problem.column()), problem),
            "." | "" => wrong("the file", problem),
            path => wrong(path, problem),
        }
    })?;
    json.end().map_err(|error| {
        wrong(format!("line {} column {}", error.line(), error.column()), "text after the end of the object")
    })?;
    Ok(value)
}

/// What both formats have in front. (Their structs name these fields each: a flattened struct would lose the places of
/// errors.)
pub(super) struct Head<'a> {
    pub event: Cow<'a, str>,
    pub tickets: u64,
    pub order: Cow<'a, str>,
    pub fill: Cow<'a, str>,
    pub commitment: Object<Commitment<'a>>,
    pub draw: u64,
    pub code: Cow<'a, str>,
}

#[derive(Deserialize)]
pub(super) struct Commitment<'a> {
    chain: u64,
    #[serde(borrow)]
    hash: Cow<'a, str>,
}

/// [`Head`], read.
pub(super) struct Settled {
    pub event: Label,
    pub tickets: u32,
    pub rule: Rule,
    pub opening: (Hash, DrawNumber, Hash),
}

impl Head<'_> {
    pub fn settle(&self) -> Result<Settled, RecordError> {
        let event = Label::parse(&self.event).map_err(|error| wrong("event", error))?;
        let tickets = u32::try_from(self.tickets).ok().filter(|&tickets| tickets <= MAX_TICKETS);
        let tickets =
            tickets.ok_or_else(|| wrong("tickets", format!("{} is more than {MAX_TICKETS}", self.tickets)))?;
        let rule = Rule {
            order: Order::parse(&self.order)
                .ok_or_else(|| unknown("order", &self.order, &Order::ALL.map(Order::as_str)))?,
            fill: Fill::parse(&self.fill).ok_or_else(|| unknown("fill", &self.fill, &Fill::ALL.map(Fill::as_str)))?,
        };
        if self.commitment.0.chain != u64::from(CHAIN) {
            return Err(wrong("commitment.chain", format!("{} is not {CHAIN}", self.commitment.0.chain)));
        }
        let commitment = hash("commitment.hash", &self.commitment.0.hash)?;
        let number = DrawNumber::new(self.draw)
            .ok_or_else(|| wrong("draw", format!("{} is not between 1 and {}", self.draw, CHAIN - 1)))?;
        let code = hash("code", &self.code)?;
        Ok(Settled { event, tickets, rule, opening: (commitment, number, code) })
    }
}

/// What a file says came out.
#[derive(Deserialize)]
pub(super) struct FileResult<'a> {
    #[serde(borrow)]
    requests_digest: Cow<'a, str>,
    #[serde(borrow, default)]
    season_digest: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    ranks_digest: Option<Cow<'a, str>>,
    order: Vec<String>,
    allocated: Pairs<i64>,
    left: i64,
}

impl FileResult<'_> {
    pub fn claimed(self) -> Result<Claimed, RecordError> {
        let optional = |place: &str, text: Option<Cow<'_, str>>| text.map(|text| hash(place, &text)).transpose();
        Ok(Claimed {
            digest: hash("result.requests_digest", &self.requests_digest)?,
            season_digest: optional("result.season_digest", self.season_digest)?,
            ranks_digest: optional("result.ranks_digest", self.ranks_digest)?,
            order: self.order,
            allocated: self.allocated.0,
            left: self.left,
        })
    }
}

pub(super) fn hash(place: &str, text: &str) -> Result<Hash, RecordError> {
    Hash::parse(text).ok_or_else(|| wrong(place, format!("{text:?} is not 64 lowercase hexadecimal digits")))
}

/// A list, or where it is none.
pub(super) fn list(made: Result<RequestList, ListError>) -> Result<RequestList, RecordError> {
    made.map_err(|error| {
        let said = error.to_string();
        let (place, problem) = said.split_once(": ").unwrap_or(("requests", &said));
        wrong(place, problem)
    })
}

pub(super) fn unknown(place: &str, word: &str, known: &[&str]) -> RecordError {
    wrong(place, format!("{word:?} is not known; {} are", known.join(", ")))
}
