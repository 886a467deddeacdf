//! Replays in the browser what the record of a draw says happened after its result: the ledger.
//!
//! Loaded by the worker behind `public/check.js` where a record has such entries, and the checker has read it.

use allocation::{
    Difference, Hash, Record,
    after::Tally,
    beacon::{QUICKNET, Round, Signature, Unverified, Verifier},
};
use wasm_bindgen::prelude::wasm_bindgen;

/// Replays the ledger of a record that the checker has read.
///
/// Returns JSON: what it comes to, `{"followed": {"entries", "returned", "taken", "byHand"}}`; `{"difference": [name, entry]}`,
/// as the checker names differences: `After` and the first entry that doesn't follow, or `AfterMissing` and the last one, after
/// which something is missing; or `{"unreadable": words}`.
#[wasm_bindgen]
pub fn replay(record: &[u8]) -> String {
    let record = match Record::read_by(record, &ReadBefore).and_then(|(draw, _)| draw.with_after(record)) {
        Ok(record) => record,
        Err(error) => return unreadable(&error.to_string()),
    };
    let last = record.after.as_ref().map_or(0, Vec::len);
    let entries = match record.replay() {
        Err(Difference::After { entry, .. }) if entry > last => {
            return format!(r#"{{"difference":["AfterMissing","{last}"]}}"#);
        }
        Err(Difference::After { entry, .. }) => return format!(r#"{{"difference":["After","{entry}"]}}"#),
        Ok(ledger) => ledger.map_or_else(Vec::new, |ledger| ledger.entries().to_vec()),
        Err(other) => return unreadable(&other.to_string()),
    };
    let Tally { entries, returned, taken, by_hand, .. } = Tally::of(&entries);
    let sums = format!(r#"{{"entries":{entries},"returned":{returned},"taken":{taken},"byHand":{by_hand}}}"#);
    format!(r#"{{"followed":{sums}}}"#)
}

fn unreadable(why: &str) -> String {
    format!(r#"{{"unreadable":{}}}"#, serde_json::Value::from(why))
}

/// Of a round that a record names, the checker has said whether it is one: only what it has read is replayed.
struct ReadBefore;

impl Verifier for ReadBefore {
    fn chain(&self) -> Hash {
        QUICKNET.hash
    }

    fn verified(&self, _: Round, _: &Signature) -> Result<(), Unverified> {
        Ok(())
    }
}
