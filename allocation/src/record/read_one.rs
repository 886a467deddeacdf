//! Files of format 1.

use alloc::{borrow::Cow, format, string::ToString, vec::Vec};

use serde::Deserialize;

use super::{
    Record,
    json::{Object, number_or_null},
    read::{Commitment, FileResult, Head, RecordError, list, wrong},
};
use crate::{Draw, Exact, Label, PublicInput, Request, RequestList, Slips, Tiers};

#[derive(Deserialize)]
pub struct File<'a> {
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
struct FileRequest<'a> {
    #[serde(borrow)]
    label: Cow<'a, str>,
    tiers: Vec<u32>,
    slips: u64,
    balance: i64,
    since: i64,
    #[serde(deserialize_with = "number_or_null")]
    pinned: Option<u32>,
}

pub fn record(file: File<'_>) -> Result<Record, RecordError> {
    let File { event, tickets, order, fill, commitment, draw, code, .. } = file;
    let settled = Head { event, tickets, order, fill, commitment, draw, code }.settle()?;
    let public_input = PublicInput::parse(&file.public_input).map_err(|error| wrong("public_input", error))?;
    let requests = file.requests.into_iter().enumerate();
    let requests = requests.map(|(place, request)| read_request(place, request.0)).collect::<Result<_, _>>()?;
    let list = list(RequestList::new(settled.event, settled.tickets, requests))?;
    let draw = Draw::new(list, settled.rule, settled.opening, public_input);
    let draw = draw.map_err(|error| wrong("code", error.to_string().trim_start_matches("code: ")))?;
    Ok(Record { draw, claimed: file.result.map(|Object(result)| result.claimed()).transpose()?, after: None })
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
