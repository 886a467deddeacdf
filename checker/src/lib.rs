//! Checks the record of a draw in the browser: the same code as on the server, without the server.
//!
//! Runs in a worker, so that a million lines do not freeze the page. What verifies a round of drand is in a file of its own,
//! which the worker loads only for records that name one: the package `proof`.

use std::cell::Cell;

use allocation::{
    Difference, Hash, Record, Step,
    beacon::{NotOfThisRound, QUICKNET, Round, Signature, Unverified, Verifier},
    statement::Facts,
};
use js_sys::Function;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// More differences than this are counted, not listed.
const MOST_LISTED: usize = 200;
/// How many requests go by between two messages about progress.
const EVERY: usize = 8_192;

/// Recomputes a record. `progress` is called with a number from 0 to 100. `verify` is called with the number of a round of
/// quicknet and its signature, and says whether they belong together.
///
/// Returns JSON: `{"verdict": "agrees", "places", "numbers", "left"}`, `{"verdict": "differs", "count", "differences":
/// [[name, …]]}`, or `{"verdict": "unreadable", "why": words}`; without `verify`, for a record that names a round,
/// `{"verdict": "needs proof"}`. With `facts`, the first two also have `"facts"`, which `proof` holds against statements. Where
/// the record says what happened after the result, they have `"after": true`: `replay` is for that.
#[wasm_bindgen]
pub fn check(record: &[u8], progress: &Function, verify: Option<Function>, facts: bool) -> String {
    let tell = |percent: usize| {
        let _ = progress.call1(&JsValue::NULL, &JsValue::from(u32::try_from(percent).unwrap_or(0)));
    };
    tell(0);
    let asked = Asked { verify, in_vain: Cell::new(false) };
    let (record, says_after) = match Record::read_by(record, &asked) {
        Ok(read) => read,
        Err(_) if asked.in_vain.get() => return r#"{"verdict":"needs proof"}"#.into(),
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
    let Some(differences) = record.check_draw(&mut hear) else {
        return unreadable("result: is missing");
    };
    // Replaying it here would make this a fifth larger for everyone.
    let after = if says_after { r#","after":true"# } else { "" };
    let facts = if facts { format!(r#","facts":{}"#, quoted(&Facts::of(&record).to_string())) } else { String::new() };
    let requests = record.draw.list().requests();
    if differences.is_empty() {
        let places = requests.iter().filter(|request| request.pinned.is_none()).count();
        let (numbers, left) = (requests.len(), record.claimed.map_or(0, |claimed| claimed.left));
        return format!(r#"{{"verdict":"agrees","places":{places},"numbers":{numbers},"left":{left}{after}{facts}}}"#);
    }
    let listed: Vec<String> = differences.iter().take(MOST_LISTED).map(parts).collect();
    let (count, listed) = (differences.len(), listed.join(","));
    format!(r#"{{"verdict":"differs","count":{count},"differences":[{listed}]{after}{facts}}}"#)
}

/// A difference as JSON: the name of the sentence that says it, and what stands in it. The page has the sentences, in the
/// language of its reader (`words/*/check.ftl`).
fn parts(difference: &Difference) -> String {
    let (kind, of, claimed, computed) = match difference {
        Difference::Digest { of, claimed, computed } => {
            ("Digest", (*of).to_owned(), claimed.map(|hash| hash.to_string()), computed.map(|hash| hash.to_string()))
        }
        Difference::Order { rank, claimed, computed } => ("Place", rank.to_string(), claimed.clone(), computed.clone()),
        Difference::Allocated { label, claimed, computed } => {
            ("Number", label.clone(), claimed.map(|n| n.to_string()), computed.map(|n| n.to_string()))
        }
        Difference::AllocatedTwice { label } => ("Twice", label.clone(), None, None),
        Difference::Left { claimed, computed } => {
            ("Left", String::new(), Some(claimed.to_string()), Some(computed.to_string()))
        }
        // Of these `replay` tells.
        Difference::After { entry, .. } => ("After", entry.to_string(), None, None),
    };
    let which = match (kind, &claimed, &computed) {
        ("Twice" | "After", ..) | (_, Some(_), Some(_)) => "",
        (_, None, _) => "Missing",
        (_, Some(_), None) => "Extra",
    };
    let rest = [Some(of), claimed, computed].into_iter().map(|part| quoted(&part.unwrap_or_default()));
    let said = [quoted(&format!("{kind}{which}"))].into_iter().chain(rest).collect::<Vec<_>>().join(",");
    format!("[{said}]")
}

/// Hands a round to the page's worker, which hands it to `proof`.
struct Asked {
    verify: Option<Function>,
    /// Whether there was a round and nobody to ask.
    in_vain: Cell<bool>,
}

impl Verifier for Asked {
    fn chain(&self) -> Hash {
        QUICKNET.hash
    }

    fn verified(&self, round: Round, signature: &Signature) -> Result<(), Unverified> {
        let Some(verify) = &self.verify else {
            self.in_vain.set(true);
            return Err(Unverified::NotAsked("nobody was asked".into()));
        };
        let (round, signature) = (JsValue::from(round.get()), JsValue::from(signature.to_string()));
        match verify.call2(&JsValue::NULL, &round, &signature) {
            Ok(answer) if answer == JsValue::TRUE => Ok(()),
            Ok(_) => Err(NotOfThisRound.into()),
            Err(_) => Err(Unverified::NotAsked("the part that verifies rounds broke off".into())),
        }
    }
}

fn unreadable(why: &str) -> String {
    format!(r#"{{"verdict":"unreadable","why":{}}}"#, quoted(why))
}

/// A JSON string.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
