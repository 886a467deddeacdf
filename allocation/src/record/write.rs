use alloc::string::String;

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeStruct},
};
use serde_json::{Map, Value};

use crate::{
    CHAIN, Draw, DrawNumber, Format, Hash, Label, Order, Outcome, Randomness, Request, RequestList, Rule, SeasonLedger,
    beacon::Round,
    memory::{Entry, Line},
};

/// A request file: everything that decides the draw, as one JSON object on one line.
#[must_use]
pub fn write_request_file(draw: &Draw) -> String {
    write(&File::of(draw, None, &Map::new()))
}

/// A record: the draw with its result. `further` stands under keys of its own; they must not be keys of the format.
#[must_use]
pub fn write_record(draw: &Draw, outcome: &Outcome, further: &Map<String, Value>) -> String {
    write(&File::of(draw, Some(Computed { draw, outcome }), further))
}

/// A request file of format 2 for a round that has not come: without `code`, and without the round's signature.
pub fn write_awaiting(
    list: &RequestList,
    rule: Rule,
    (commitment, number): (Hash, DrawNumber),
    (chain, round): (Hash, Round),
) -> String {
    let (format, added) = (Format::Two, Added::Awaited(chain, round));
    write(&File { format, list, rule, commitment, number, code: None, added, result: None, further: &Map::new() })
}

#[expect(clippy::expect_used, reason = "strings, whole numbers and maps of them always make JSON")]
fn write(file: &File<'_>) -> String {
    serde_json::to_string(file).expect("JSON")
}

struct File<'a> {
    format: Format,
    list: &'a RequestList,
    rule: Rule,
    commitment: Hash,
    number: DrawNumber,
    code: Option<Hash>,
    added: Added<'a>,
    result: Option<Computed<'a>>,
    further: &'a Map<String, Value>,
}

impl<'a> File<'a> {
    fn of(draw: &'a Draw, result: Option<Computed<'a>>, further: &'a Map<String, Value>) -> Self {
        Self {
            format: draw.list().format(),
            list: draw.list(),
            rule: draw.rule(),
            commitment: draw.commitment(),
            number: draw.number(),
            code: Some(draw.code()),
            added: Added::Known(draw.randomness()),
            result,
            further,
        }
    }
}

impl Serialize for File<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { list, rule, .. } = self;
        let mut file = serializer.serialize_map(None)?;
        file.serialize_entry("format", self.format.as_str())?;
        file.serialize_entry("event", list.event().as_str())?;
        file.serialize_entry("tickets", &list.tickets())?;
        file.serialize_entry("order", rule.order.as_str())?;
        file.serialize_entry("fill", rule.fill.as_str())?;
        file.serialize_entry("commitment", &Commitment(self.commitment))?;
        file.serialize_entry("draw", &self.number.get())?;
        if let Some(code) = self.code {
            file.serialize_entry("code", &Shown(code))?;
        }
        match self.format {
            Format::One => {
                file.serialize_entry("public_input", &self.added.text())?;
                file.serialize_entry("requests", &Requests(list.requests(), One))?;
            }
            Format::Two => {
                file.serialize_entry("randomness", &self.added)?;
                let ranked = rule.order == Order::FirstCome;
                file.serialize_entry("requests", &Requests(list.requests(), |request| Two { request, ranked }))?;
                if let Some(season) = list.season().filter(|_| rule.order.uses_season()) {
                    file.serialize_entry("season", &Season(season))?;
                }
            }
        }
        if let Some(result) = &self.result {
            file.serialize_entry("result", result)?;
        }
        for (key, value) in self.further {
            file.serialize_entry(key, value)?;
        }
        file.end()
    }
}

/// Printed as it is shown.
struct Shown<T>(T);

impl<T: core::fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

struct Commitment(Hash);

impl Serialize for Commitment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("commitment", 2)?;
        object.serialize_field("chain", &CHAIN)?;
        object.serialize_field("hash", &Shown(self.0))?;
        object.end()
    }
}

struct Requests<'a, F>(&'a [Request], F);

impl<'a, T: Serialize, F: Fn(&'a Request) -> T> Serialize for Requests<'a, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

/// A request of format 2.
struct Two<'a> {
    request: &'a Request,
    ranked: bool,
}

impl Serialize for Two<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("label", self.request.label.as_str())?;
        object.serialize_entry("tiers", self.request.tiers.amounts())?;
        if self.ranked {
            object.serialize_entry("rank", &self.request.since.get())?;
        }
        object.serialize_entry("pinned", &self.request.pinned)?;
        object.end()
    }
}

/// What goes in from outside.
enum Added<'a> {
    Known(&'a Randomness),
    /// A round whose signature nobody knows.
    Awaited(Hash, Round),
}

impl Added<'_> {
    fn text(&self) -> String {
        match self {
            Self::Known(randomness) => randomness.text(),
            Self::Awaited(..) => String::new(),
        }
    }
}

impl Serialize for Added<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        match self {
            Self::Known(Randomness::Nothing) => object.serialize_entry("source", "none")?,
            Self::Known(Randomness::Typed { name, text }) => {
                object.serialize_entry("source", "typed")?;
                object.serialize_entry("name", name)?;
                object.serialize_entry("text", text.as_str())?;
            }
            Self::Known(Randomness::Beacon(known)) => {
                of_drand(&mut object, known.chain(), known.round())?;
                object.serialize_entry("signature", &Shown(known.signature()))?;
            }
            Self::Awaited(chain, round) => of_drand(&mut object, *chain, *round)?,
        }
        object.end()
    }
}

fn of_drand<M: SerializeMap>(object: &mut M, chain: Hash, round: Round) -> Result<(), M::Error> {
    object.serialize_entry("source", "drand")?;
    object.serialize_entry("chain", &Shown(chain))?;
    object.serialize_entry("round", &round.get())
}

struct Season<'a>(&'a SeasonLedger);

impl Serialize for Season<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.events().iter().map(|(event, entry)| Past { event, entry }))
    }
}

/// An event of the season's ledger.
struct Past<'a> {
    event: &'a Label,
    entry: &'a Entry<Label>,
}

impl Serialize for Past<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("event", 4)?;
        object.serialize_field("event", self.event.as_str())?;
        object.serialize_field("out", &self.entry.out)?;
        object.serialize_field("part", &self.entry.part)?;
        object.serialize_field("people", &People(self.entry))?;
        object.end()
    }
}

struct People<'a>(&'a Entry<Label>);

impl Serialize for People<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.lines.iter().map(|(label, line)| (label.as_str(), Of(line))))
    }
}

struct Of<'a>(&'a Line);

impl Serialize for Of<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("line", 5)?;
        object.serialize_field("part", &self.0.part)?;
        object.serialize_field("met", &self.0.met)?;
        object.serialize_field("got", &self.0.got)?;
        object.serialize_field("counted", &self.0.counted)?;
        object.serialize_field("excused", &self.0.excused)?;
        object.end()
    }
}

struct One<'a>(&'a Request);

impl Serialize for One<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("request", 6)?;
        object.serialize_field("label", self.0.label.as_str())?;
        object.serialize_field("tiers", self.0.tiers.amounts())?;
        object.serialize_field("slips", &self.0.slips.get())?;
        object.serialize_field("balance", &self.0.balance.get())?;
        object.serialize_field("since", &self.0.since.get())?;
        object.serialize_field("pinned", &self.0.pinned)?;
        object.end()
    }
}

struct Computed<'a> {
    draw: &'a Draw,
    outcome: &'a Outcome,
}

impl Serialize for Computed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("requests_digest", &Shown(self.outcome.digest))?;
        if let Some(digest) = self.outcome.season_digest {
            object.serialize_entry("season_digest", &Shown(digest))?;
        }
        if let Some(digest) = self.outcome.ranks_digest {
            object.serialize_entry("ranks_digest", &Shown(digest))?;
        }
        object.serialize_entry("order", &Labels(self))?;
        object.serialize_entry("allocated", &Numbers(self))?;
        object.serialize_entry("left", &self.outcome.left)?;
        object.end()
    }
}

struct Labels<'a>(&'a Computed<'a>);

impl Serialize for Labels<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let requests = self.0.draw.list().requests();
        serializer.collect_seq(self.0.outcome.order.iter().map(|&place| requests[place as usize].label.as_str()))
    }
}

struct Numbers<'a>(&'a Computed<'a>);

impl Serialize for Numbers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let requests = self.0.draw.list().requests().iter().map(|request| request.label.as_str());
        serializer.collect_map(requests.zip(&self.0.outcome.allocated))
    }
}
