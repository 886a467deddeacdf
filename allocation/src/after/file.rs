use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

use super::{Entry, FORMAT, Fields, What};
use crate::{
    Hash, Label, RecordError,
    record::{Object, wrong},
};

/// The most entries a file may have.
pub const MAX_ENTRIES: usize = 100_000;

/// The key of a record under which its ledger stands: `{"format": …, "entries": [{"at": …, "what": …, …, "hash": …}, …]}`.
/// An entry leaves out what it does not have; its sequence is its place.
#[must_use]
pub fn write_entries(entries: &[Entry]) -> Value {
    let entries = entries.iter().map(|entry| {
        let Fields { at, what, label, to, number, time, reason } = &entry.fields;
        Stored {
            at: *at,
            what: what.as_str().into(),
            label: label.as_ref().map(ToString::to_string),
            to: to.as_ref().map(ToString::to_string),
            number: *number,
            time: *time,
            reason: reason.clone(),
            hash: entry.hash.to_string(),
        }
    });
    json!({ "format": FORMAT, "entries": entries.collect::<Vec<_>>() })
}

/// Reads [`write_entries`] back.
///
/// # Errors
/// Names the place and what is wrong there. Whether it is true is for [`super::Ledger::replay`] to say.
pub fn read_entries(value: &Value) -> Result<Vec<Entry>, RecordError> {
    let Object(file): Object<File> =
        serde_path_to_error::deserialize(value).map_err(|error| match error.path().to_string().as_str() {
            "." | "" => wrong("after", error.inner()),
            path => wrong(format!("after.{path}"), error.inner()),
        })?;
    file.read()
}

/// A ledger as it stands in a record. Nothing else may stand there: it would not be bound by any hash.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    format: String,
    entries: Vec<Object<Stored>>,
}

impl File {
    /// As [`read_entries`].
    pub(crate) fn read(self) -> Result<Vec<Entry>, RecordError> {
        let Self { format, entries } = self;
        if format != FORMAT {
            return Err(wrong("after.format", format!("{format:?} is not known; {FORMAT} is")));
        }
        if entries.len() > MAX_ENTRIES {
            return Err(wrong("after.entries", format!("{} are more than {MAX_ENTRIES}", entries.len())));
        }
        (1_u32..).zip(entries).map(|(sequence, Object(stored))| stored.read(sequence)).collect()
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    at: i64,
    what: String,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    time: Option<i64>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
    hash: String,
}

/// A field that may be left out, and is not `null`.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl Stored {
    fn read(self, sequence: u32) -> Result<Entry, RecordError> {
        let place = |field: &str| format!("after.entries[{}].{field}", sequence - 1);
        let label = |field: &str, text: Option<String>| {
            text.map(|text| Label::parse(&text).map_err(|error| wrong(place(field), error))).transpose()
        };
        let unknown = || wrong(place("what"), format!("{:?} is not known", self.what));
        let digits = || wrong(place("hash"), format!("{:?} is not 64 lowercase hexadecimal digits", self.hash));
        let fields = Fields {
            at: self.at,
            what: What::parse(&self.what).ok_or_else(unknown)?,
            label: label("label", self.label)?,
            to: label("to", self.to)?,
            number: self.number,
            time: self.time,
            reason: self.reason,
        };
        Ok(Entry { sequence, fields, hash: Hash::parse(&self.hash).ok_or_else(digits)? })
    }
}
