//! The organizer's desk: what is given to whom, as it comes from the board.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    event::MAX_TICKETS,
    typed::{FieldError, Fields, Problem, number, optional_line},
};

use crate::domain::ids::RequestId;

/// The longest reason, in characters.
pub const MAX_REASON: usize = 200;

/// The most rows of a board on one page.
pub const ROWS_SHOWN: u64 = 60;

/// The choice that means "a number outside the tiers, typed beside".
pub const OTHER: &str = "other";

/// Decisions as the board posts them: maps from a request's key ([`key`]) to what was chosen. Requests not named stay as
/// they are; an empty choice means undecided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BoardForm {
    /// The version of the draft the page was made from.
    pub version: String,
    /// The chosen chip: a number, [`OTHER`], or nothing.
    pub amount: BTreeMap<String, String>,
    /// The number typed beside "other…".
    pub other: BTreeMap<String, String>,
    /// Why, for a number outside the tiers.
    pub reason: BTreeMap<String, String>,
}

/// The key of a request in the board's fields: `amount[r12]`. Not a bare number: form decoding takes `amount[12]` for a
/// list.
pub fn key(request: RequestId) -> String {
    format!("r{request}")
}

/// One decision, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The request's number.
    pub request: RequestId,
    /// `None`: undecided.
    pub given: Option<u32>,
    /// A number in the field beside "other…" that is not the chosen one.
    pub beside: Option<u32>,
    pub reason: String,
}

impl BoardForm {
    /// Reads every decision. Problems are named after the row: `amount[r12]`, `other[r12]`, `reason[r12]`.
    pub fn parse(&self) -> Result<Vec<Choice>, Vec<FieldError>> {
        let mut fields = Fields::default();
        let mut choices = Vec::with_capacity(self.amount.len());
        for (key, chosen) in &self.amount {
            let field = |name: &str| format!("{name}[{key}]");
            let Some(request) = key.strip_prefix('r').and_then(RequestId::parse) else {
                fields.refuse(&field("amount"), Problem::NoSuchRequest);
                continue;
            };
            let typed = |map: &BTreeMap<String, String>| map.get(key).cloned().unwrap_or_default();
            let given = match chosen.trim() {
                "" => Some(None),
                OTHER => fields.take(&field(OTHER), number(&typed(&self.other), 0, MAX_TICKETS)).map(Some),
                digits => fields.take(&field("amount"), number(digits, 0, MAX_TICKETS)).map(Some),
            };
            let beside = match typed(&self.other).trim() {
                beside if beside.is_empty() || chosen.trim() == OTHER => Some(None),
                beside => fields.take(&field(OTHER), number(beside, 0, MAX_TICKETS)).map(Some),
            };
            let reason = fields.take(&field("reason"), optional_line(&typed(&self.reason), MAX_REASON));
            if let (Some(given), Some(beside), Some(reason)) = (given, beside, reason) {
                choices.push(Choice { request, given, beside, reason });
            }
        }
        fields.finish(Some(choices))
    }
}
