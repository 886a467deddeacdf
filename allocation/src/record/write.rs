use alloc::string::String;

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeStruct},
};
use serde_json::{Map, Value};

use super::FORMAT;
use crate::{CHAIN, Draw, Hash, Outcome, Request};

/// A request file: everything that decides the draw, as one JSON object on one line.
#[must_use]
pub fn write_request_file(draw: &Draw) -> String {
    write(&File { draw, outcome: None, further: &Map::new() })
}

/// A record: the draw with its result. `further` stands under keys of its own; they must not be keys of the format.
#[must_use]
pub fn write_record(draw: &Draw, outcome: &Outcome, further: &Map<String, Value>) -> String {
    write(&File { draw, outcome: Some(outcome), further })
}

#[expect(clippy::expect_used, reason = "strings, whole numbers and maps of them always make JSON")]
fn write(file: &File<'_>) -> String {
    serde_json::to_string(file).expect("JSON")
}

struct File<'a> {
    draw: &'a Draw,
    outcome: Option<&'a Outcome>,
    further: &'a Map<String, Value>,
}

impl Serialize for File<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { draw, outcome, further } = self;
        let mut file = serializer.serialize_map(None)?;
        file.serialize_entry("format", FORMAT)?;
        file.serialize_entry("event", draw.list().event().as_str())?;
        file.serialize_entry("tickets", &draw.list().tickets())?;
        file.serialize_entry("order", draw.rule().order.as_str())?;
        file.serialize_entry("fill", draw.rule().fill.as_str())?;
        file.serialize_entry("commitment", &Commitment(draw.commitment()))?;
        file.serialize_entry("draw", &draw.number().get())?;
        file.serialize_entry("code", &Shown(draw.code()))?;
        file.serialize_entry("public_input", draw.public_input().as_str())?;
        file.serialize_entry("requests", &Requests(draw.list().requests()))?;
        if let Some(outcome) = outcome {
            file.serialize_entry("result", &Computed { draw, outcome })?;
        }
        for (key, value) in *further {
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

struct Requests<'a>(&'a [Request]);

impl Serialize for Requests<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(One))
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
        let mut object = serializer.serialize_struct("result", 4)?;
        object.serialize_field("requests_digest", &Shown(self.outcome.digest))?;
        object.serialize_field("order", &Labels(self))?;
        object.serialize_field("allocated", &Numbers(self))?;
        object.serialize_field("left", &self.outcome.left)?;
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
