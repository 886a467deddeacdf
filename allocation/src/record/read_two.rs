//! Files of format 2.

use alloc::{borrow::Cow, collections::BTreeMap, format, string::ToString, vec::Vec};

use serde::Deserialize;

use super::{
    Record,
    json::{Object, Pairs, number_or_null},
    read::{Commitment, FileResult, Head, RecordError, hash, list, unknown, wrong},
};
use crate::{
    BeaconRound, Draw, Exact, Label, MAX_EXACT, MAX_TICKETS, Order, PublicInput, Randomness, Request, RequestList,
    SeasonLedger, Slips, Tiers,
    beacon::{Round, Signature, Unverified, Verifier},
    memory::{Entry, Line},
};

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
    randomness: Object<FileRandomness<'a>>,
    #[serde(borrow)]
    requests: Vec<Object<FileRequest<'a>>>,
    #[serde(borrow, default)]
    season: Option<Vec<Object<FileEvent<'a>>>>,
    #[serde(borrow, default)]
    result: Option<Object<FileResult<'a>>>,
}

#[derive(Deserialize)]
struct FileRandomness<'a> {
    #[serde(borrow)]
    source: Cow<'a, str>,
    #[serde(borrow, default)]
    name: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    chain: Option<Cow<'a, str>>,
    #[serde(default)]
    round: Option<u64>,
    #[serde(borrow, default)]
    signature: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct FileRequest<'a> {
    #[serde(borrow)]
    label: Cow<'a, str>,
    tiers: Vec<u32>,
    #[serde(default)]
    rank: Option<u64>,
    #[serde(deserialize_with = "number_or_null")]
    pinned: Option<u32>,
}

#[derive(Deserialize)]
struct FileEvent<'a> {
    #[serde(borrow)]
    event: Cow<'a, str>,
    out: u64,
    part: u32,
    people: Pairs<Object<FileLine>>,
}

#[derive(Deserialize)]
struct FileLine {
    part: bool,
    met: bool,
    got: u32,
    counted: i64,
    excused: bool,
}

pub fn record(file: File<'_>, verifier: &dyn Verifier) -> Result<Record, RecordError> {
    let File { event, tickets, order, fill, commitment, draw, code, .. } = file;
    let settled = Head { event, tickets, order, fill, commitment, draw, code }.settle()?;
    let order = settled.rule.order;
    let randomness = read_randomness(&file.randomness.0, verifier)?;
    let requests = file.requests.into_iter().enumerate();
    let requests = requests.map(|(place, request)| read_request(place, request.0, order)).collect::<Result<_, _>>()?;
    let season = match (order, file.season) {
        (Order::Slips | Order::Balance, None) => return Err(wrong("season", "is missing")),
        (Order::Slips | Order::Balance, Some(events)) => {
            let events = events.into_iter().enumerate();
            events.map(|(place, event)| read_event(place, event.0)).collect::<Result<Vec<_>, _>>()?
        }
        (Order::Equal | Order::FirstCome, _) => Vec::new(),
    };
    let list = list(RequestList::with_season(settled.event, settled.tickets, requests, SeasonLedger::new(season)))?;
    let draw = Draw::new(list, settled.rule, settled.opening, randomness);
    let draw = draw.map_err(|error| wrong("code", error.to_string().trim_start_matches("code: ")))?;
    Ok(Record { draw, claimed: file.result.map(|Object(result)| result.claimed()).transpose()?, after: None })
}

fn read_randomness(raw: &FileRandomness<'_>, verifier: &dyn Verifier) -> Result<Randomness, RecordError> {
    let at = |field: &str| format!("randomness.{field}");
    let needed = |field: &str| wrong(at(field), "is missing");
    match &*raw.source {
        "none" => Ok(Randomness::Nothing),
        "typed" => {
            let name = raw.name.as_deref().ok_or_else(|| needed("name"))?;
            let name = PublicInput::parse(name).map_err(|error| wrong(at("name"), error))?;
            let text = raw.text.as_deref().ok_or_else(|| needed("text"))?;
            let text = PublicInput::parse(text).map_err(|error| wrong(at("text"), error))?;
            Ok(Randomness::Typed { name: name.as_str().into(), text })
        }
        "drand" => {
            let of = hash(&at("chain"), raw.chain.as_deref().ok_or_else(|| needed("chain"))?)?;
            if of != verifier.chain() {
                return Err(wrong(at("chain"), format!("{of} is not known; {} is", verifier.chain())));
            }
            let number = raw.round.ok_or_else(|| needed("round"))?;
            let round = Round::new(number);
            let round = round.ok_or_else(|| wrong(at("round"), format!("{number} is not between 1 and 2^53 - 1")))?;
            let text = raw.signature.as_deref().ok_or_else(|| needed("signature"))?;
            let read = Signature::parse(text);
            let read =
                read.ok_or_else(|| wrong(at("signature"), format!("{text:?} is not 96 lowercase hexadecimal digits")))?;
            let known = BeaconRound::verified_by(verifier, round, read);
            known.map(Randomness::Beacon).map_err(|why| match why {
                Unverified::NotOfThisRound(_) => {
                    wrong(at("signature"), format!("{text:?} is not the signature of round {round} of this chain"))
                }
                Unverified::NotAsked(_) => wrong(at("signature"), why),
            })
        }
        other => Err(unknown("randomness.source", other, &["none", "typed", "drand"])),
    }
}

fn read_request(place: usize, raw: FileRequest<'_>, order: Order) -> Result<Request, RecordError> {
    let at = |field: &str| format!("requests[{place}].{field}");
    let rank = match (order, raw.rank) {
        (Order::FirstCome, None) => return Err(wrong(at("rank"), "is missing")),
        (Order::FirstCome, Some(rank)) => {
            let read = i64::try_from(rank).ok().and_then(Exact::new).filter(|_| rank > 0);
            read.ok_or_else(|| wrong(at("rank"), format!("{rank} is not between 1 and 2^53 - 1")))?
        }
        (Order::Equal | Order::Slips | Order::Balance, _) => Exact::default(),
    };
    Ok(Request {
        label: Label::parse(&raw.label).map_err(|error| wrong(at("label"), error))?,
        tiers: Tiers::descending(raw.tiers).map_err(|error| wrong(at("tiers"), error))?,
        slips: Slips::ONE,
        balance: Exact::default(),
        since: rank,
        pinned: raw.pinned,
    })
}

fn read_event(place: usize, raw: FileEvent<'_>) -> Result<(Label, Entry<Label>), RecordError> {
    let at = |field: &str| format!("season[{place}].{field}");
    let event = Label::parse(&raw.event).map_err(|error| wrong(at("event"), error))?;
    if raw.out > u64::from(MAX_TICKETS) {
        return Err(wrong(at("out"), format!("{} is more than {MAX_TICKETS}", raw.out)));
    }
    if raw.part == 0 {
        return Err(wrong(at("part"), "0 is not 1 or more"));
    }
    let mut lines = BTreeMap::new();
    for (label, Object(line)) in raw.people.0 {
        let at = |field: &str| at(&format!("people.{label}{field}"));
        let name = Label::parse(&label).map_err(|error| wrong(at(""), error))?;
        if line.got > MAX_TICKETS {
            return Err(wrong(at(".got"), format!("{} is more than {MAX_TICKETS}", line.got)));
        }
        if !(0..=MAX_EXACT).contains(&line.counted) {
            return Err(wrong(at(".counted"), format!("{} is not between 0 and 2^53 - 1", line.counted)));
        }
        let FileLine { part, met, got, counted, excused } = line;
        lines.insert(name, Line { part, met, got, counted, excused });
    }
    Ok((event, Entry { short: true, out: raw.out, part: raw.part, lines }))
}
