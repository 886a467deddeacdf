//! Checks signatures in the browser: what computes with curves, and so is large, and what is about signed statements.
//!
//! Loaded by the worker behind `public/check.js` where a record names a round of drand or a file of statements is chosen.

use allocation::{
    beacon::{QUICKNET, Round, Signature},
    statement::{Facts, StatementFile, against, contradictions},
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};

/// More differences than this are counted, not listed.
const MOST_LISTED: usize = 200;

/// Whether this is quicknet's signature of this round. `false` also for what is neither a round nor a signature.
#[wasm_bindgen]
pub fn verify_round(round: u64, signature: &str) -> bool {
    let known = Round::new(round).zip(Signature::parse(signature));
    known.is_some_and(|(round, signature)| QUICKNET.verify(round, &signature).is_ok())
}

/// Checks files of statements, holds them against each other and against records. `files` are their bytes; `records` what
/// `facts` of the checker said of each record.
///
/// Returns JSON: for each file, in the order given, `{"verdict": "agrees", "about", "records": [words]}`, `{"verdict":
/// "differs", "count", "differences": [words]}` or `{"verdict": "unreadable", "why": words}`. A contradiction between two
/// files stands at the later one.
#[wasm_bindgen]
pub fn check_statements(files: &Array, records: Vec<String>) -> String {
    let read: Vec<_> =
        files.iter().map(|bytes| StatementFile::read(&bytes.unchecked_into::<Uint8Array>().to_vec())).collect();
    let facts: Vec<Facts> = records.iter().filter_map(|text| Facts::parse(text)).collect();
    let mut earlier = Vec::new();
    let mut said = Vec::new();
    for file in &read {
        match file {
            Err(error) => said.push(format!(r#"{{"verdict":"unreadable","why":{}}}"#, quoted(&error.to_string()))),
            Ok(file) => {
                said.push(verdict(file, &earlier, &facts));
                earlier.push(file.clone());
            }
        }
    }
    format!("[{}]", said.join(","))
}

fn verdict(file: &StatementFile, earlier: &[StatementFile], records: &[Facts]) -> String {
    let mut differences: Vec<String> = file.check(&[]).iter().map(ToString::to_string).collect();
    let known = contradictions(earlier);
    let with_this = contradictions(&[earlier, std::slice::from_ref(file)].concat());
    differences.extend(with_this.iter().filter(|one| !known.contains(one)).map(ToString::to_string));
    let compared: Vec<_> = records.iter().map(|facts| against(file, facts)).collect();
    differences.extend(compared.iter().flat_map(|one| &one.differences).map(ToString::to_string));
    if differences.is_empty() {
        let records: Vec<String> = compared.iter().map(|one| quoted(&one.summary())).collect();
        return format!(
            r#"{{"verdict":"agrees","about":{},"records":[{}]}}"#,
            quoted(&file.summary()),
            records.join(",")
        );
    }
    let listed: Vec<String> = differences.iter().take(MOST_LISTED).map(|one| quoted(one)).collect();
    format!(r#"{{"verdict":"differs","count":{},"differences":[{}]}}"#, differences.len(), listed.join(","))
}

/// A JSON string.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
