use alloc::{
    borrow::Cow,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};

use super::{Claimed, FORMAT, Record, keys::NoKeyTwice};
use crate::{
    CHAIN, Draw, DrawNumber, Exact, Fill, Hash, Label, MAX_TICKETS, Order, PublicInput, Request, RequestList, Rule,
    Slips, Tiers,
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

fn wrong(place: impl ToString, problem: impl ToString) -> RecordError {
    RecordError { place: place.to_string(), problem: problem.to_string() }
}

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    format: Cow<'a, str>,
    #[serde(borrow)]
    event: Cow<'a, str>,
    tickets: u64,
    #[serde(borrow)]
    order: Cow<'a, str>,
    #[serde(borrow)]
    fill: Cow<'a, str>,
    #[serde(borrow)]
    commitment: Object<Commitment<'a>>,
    draw: u64,
    #[serde(borrow)]
    code: Cow<'a, str>,
    #[serde(borrow)]
    public_input: Cow<'a, str>,
    #[serde(borrow)]
    requests: Vec<Object<FileRequest<'a>>>,
    #[serde(borrow, default)]
    result: Option<Object<FileResult<'a>>>,
}

#[derive(Deserialize)]
struct Commitment<'a> {
    chain: u64,
    #[serde(borrow)]
    hash: Cow<'a, str>,
}

#[derive(Deserialize)]
struct FileRequest<'a> {
    #[serde(borrow)]
    label: Cow<'a, str>,
    tiers: Vec<u32>,
    slips: u64,
    balance: i64,
    since: i64,
    // Named, so that leaving it out is not the same as `null`.
    #[serde(deserialize_with = "number_or_null")]
    pinned: Option<u32>,
}

/// Only an object: a derived struct would take an array of its fields as well.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields<T>(core::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Fields<T> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(serde::de::value::MapAccessDeserializer::new(map))
            }
        }
        deserializer.deserialize_map(Fields(core::marker::PhantomData)).map(Self)
    }
}

fn number_or_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    Option::deserialize(deserializer)
}

#[derive(Deserialize)]
struct FileResult<'a> {
    #[serde(borrow)]
    requests_digest: Cow<'a, str>,
    order: Vec<String>,
    allocated: Allocated,
    left: i64,
}

/// An object of numbers, in the order of the file.
struct Allocated(Vec<(String, i64)>);

impl<'de> Deserialize<'de> for Allocated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Allocated;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of labels and numbers")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Allocated, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Allocated(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

impl Record {
    /// Reads a request file or a record. Further keys are passed over.
    ///
    /// # Errors
    /// Text that is not UTF-8 or not JSON, a key twice, a field that is missing, of the wrong kind or out of its limits, tiers
    /// that do not descend, a label twice, pins above the tickets, a code that does not open the commitment. The first one is
    /// named with its place.
    pub fn read(bytes: &[u8]) -> Result<Self, RecordError> {
        let text =
            core::str::from_utf8(bytes).map_err(|error| wrong(format!("byte {}", error.valid_up_to()), "not UTF-8"))?;
        parse::<NoKeyTwice>(text)?;
        parse::<Object<File<'_>>>(text)?.0.try_into()
    }
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

fn hash(place: &str, text: &str) -> Result<Hash, RecordError> {
    Hash::parse(text).ok_or_else(|| wrong(place, format!("{text:?} is not 64 lowercase hexadecimal digits")))
}

impl TryFrom<File<'_>> for Record {
    type Error = RecordError;

    fn try_from(file: File<'_>) -> Result<Self, RecordError> {
        if file.format != FORMAT {
            return Err(wrong("format", format!("{:?} is not known, {FORMAT:?} is", file.format)));
        }
        let event = Label::parse(&file.event).map_err(|error| wrong("event", error))?;
        let tickets = u32::try_from(file.tickets).ok().filter(|&tickets| tickets <= MAX_TICKETS);
        let tickets =
            tickets.ok_or_else(|| wrong("tickets", format!("{} is more than {MAX_TICKETS}", file.tickets)))?;
        let rule = Rule {
            order: Order::parse(&file.order)
                .ok_or_else(|| unknown("order", &file.order, &Order::ALL.map(Order::as_str)))?,
            fill: Fill::parse(&file.fill).ok_or_else(|| unknown("fill", &file.fill, &Fill::ALL.map(Fill::as_str)))?,
        };
        if file.commitment.0.chain != u64::from(CHAIN) {
            return Err(wrong("commitment.chain", format!("{} is not {CHAIN}", file.commitment.0.chain)));
        }
        let commitment = hash("commitment.hash", &file.commitment.0.hash)?;
        let number = DrawNumber::new(file.draw)
            .ok_or_else(|| wrong("draw", format!("{} is not between 1 and {}", file.draw, CHAIN - 1)))?;
        let code = hash("code", &file.code)?;
        let public_input = PublicInput::parse(&file.public_input).map_err(|error| wrong("public_input", error))?;
        let requests = file.requests.into_iter().enumerate();
        let requests = requests.map(|(place, request)| read_request(place, request.0)).collect::<Result<_, _>>()?;
        let list = RequestList::new(event, tickets, requests).map_err(|error| {
            let said = error.to_string();
            let (place, problem) = said.split_once(": ").unwrap_or(("requests", &said));
            wrong(place, problem)
        })?;
        let draw = Draw::new(list, rule, (commitment, number, code), public_input);
        let draw = draw.map_err(|error| wrong("code", error.to_string().trim_start_matches("code: ")))?;
        let claimed = file.result.map(|Object(result)| {
            Ok(Claimed {
                digest: hash("result.requests_digest", &result.requests_digest)?,
                order: result.order,
                allocated: result.allocated.0,
                left: result.left,
            })
        });
        Ok(Self { draw, claimed: claimed.transpose()? })
    }
}

fn unknown(place: &str, word: &str, known: &[&str]) -> RecordError {
    wrong(place, format!("{word:?} is not known; {} are", known.join(", ")))
}

fn read_request(place: usize, raw: FileRequest<'_>) -> Result<Request, RecordError> {
    let at = |field: &str| format!("requests[{place}].{field}");
    let exact = |field: &str, number: i64| {
        Exact::new(number).ok_or_else(|| wrong(at(field), format!("{number} is beyond ±(2^53 - 1)")))
    };
    let slips = Slips::new(raw.slips);
    Ok(Request {
        label: Label::parse(&raw.label).map_err(|error| wrong(at("label"), error))?,
        tiers: Tiers::descending(raw.tiers).map_err(|error| wrong(at("tiers"), error))?,
        slips: slips.ok_or_else(|| wrong(at("slips"), format!("{} is not between 1 and 64", raw.slips)))?,
        balance: exact("balance", raw.balance)?,
        since: exact("since", raw.since)?,
        pinned: raw.pinned,
    })
}
