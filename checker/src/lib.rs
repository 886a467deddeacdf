//! Checks the record of a draw in the browser: the same code as on the server, without the server.
//!
//! Runs in a worker, so that a million lines do not freeze the page.

use allocation::{Record, Step};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// More differences than this are counted, not listed.
const MOST_LISTED: usize = 200;
/// How many requests go by between two messages about progress.
const EVERY: usize = 8_192;

/// Recomputes a record. `progress` is called with a number from 0 to 100.
///
/// Returns JSON: `{"verdict": "agrees", "places", "numbers", "left"}`, `{"verdict": "differs", "count", "differences":
/// [words]}`, or `{"verdict": "unreadable", "why": words}`.
#[wasm_bindgen]
pub fn check(record: &[u8], progress: &js_sys::Function) -> String {
    let tell = |percent: usize| {
        let _ = progress.call1(&JsValue::NULL, &JsValue::from(u32::try_from(percent).unwrap_or(0)));
    };
    tell(0);
    let record = match Record::read(record) {
        Ok(record) => record,
        Err(error) => return unreadable(&error.to_string()),
    };
    tell(20);
    let mut hear = |step: Step, done: usize, all: usize| {
        if done.is_multiple_of(EVERY) {
            let part = 100 * done / all.max(1);
            match step {
                Step::Digest => tell(25),
                Step::Places => tell(30 + part * 6 / 10),
                Step::Fill => tell(92),
            }
        }
    };
    let Some(differences) = record.check(&mut hear) else {
        return unreadable("result: is missing");
    };
    let requests = record.draw.list().requests();
    if differences.is_empty() {
        let places = requests.iter().filter(|request| request.pinned.is_none()).count();
        let left = record.claimed.map_or(0, |claimed| claimed.left);
        return format!(r#"{{"verdict":"agrees","places":{places},"numbers":{},"left":{left}}}"#, requests.len());
    }
    let listed: Vec<String> = differences.iter().take(MOST_LISTED).map(|one| quoted(&one.to_string())).collect();
    format!(r#"{{"verdict":"differs","count":{},"differences":[{}]}}"#, differences.len(), listed.join(","))
}

fn unreadable(why: &str) -> String {
    format!(r#"{{"verdict":"unreadable","why":{}}}"#, quoted(why))
}

/// A JSON string.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
