//! A draw before its round: everything that is fixed, published before the round that nobody can know.

use alloc::string::{String, ToString};

use serde_json::{Map, Value};

use crate::{
    Draw, DrawNumber, Format, Hash, Record, RecordError, RequestList, Rule,
    beacon::{Round, Signature, Verifier},
    record::{parse_whole, write_awaiting, wrong},
};

/// A plan: a request file of format 2 without its `code` and without the `signature` in `randomness`, on one line. The list
/// is to be of format 2; one of format 1 would be written as another list.
#[must_use]
pub fn write_plan(
    list: &RequestList,
    rule: Rule,
    commitment: Hash,
    number: DrawNumber,
    chain: Hash,
    round: Round,
) -> String {
    write_awaiting(list, rule, (commitment, number), (chain, round))
}

/// The draw that was planned, with the code and the round's signature; `verifier` is the chain of the round.
///
/// # Errors
/// A plan that is not of format 2, that waits for no round, or that holds a code, a signature, or a result already; a code
/// that does not open the commitment; a signature that is not the round's; what [`Record::read_by`] refuses.
pub fn opened(plan: &str, code: Hash, signature: Signature, verifier: &dyn Verifier) -> Result<Draw, RecordError> {
    let mut file: Map<String, Value> = parse_whole(plan)?;
    if file.get("format").and_then(Value::as_str) != Some(Format::Two.as_str()) {
        return Err(wrong("format", "a plan is of format 2"));
    }
    for key in ["code", "result"] {
        if file.contains_key(key) {
            return Err(wrong(key, "stands in the plan already"));
        }
    }
    let randomness = file.get_mut("randomness").and_then(Value::as_object_mut);
    let randomness = randomness.ok_or_else(|| wrong("randomness", "is missing or no object"))?;
    if randomness.get("source").and_then(Value::as_str) != Some("drand") {
        return Err(wrong("randomness.source", "a plan waits for a round of drand"));
    }
    if randomness.insert("signature".into(), signature.to_string().into()).is_some() {
        return Err(wrong("randomness.signature", "stands in the plan already"));
    }
    file.insert("code".into(), code.to_string().into());
    Record::read_by(Value::Object(file).to_string().as_bytes(), verifier).map(|(record, _)| record.draw)
}
