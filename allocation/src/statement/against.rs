use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use super::{Facts, Kind, Statement, StatementFile};
use crate::{DrawNumber, Record};

/// What comes of holding statements against a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// The statements that say the same, by number.
    pub agree: Vec<(u64, Kind)>,
    /// What they say differently.
    pub differences: Vec<Disagreement>,
}

impl Compared {
    /// Which statements say what the record says, in words.
    #[must_use]
    pub fn summary(&self) -> String {
        let each: Vec<String> = self.agree.iter().map(|(number, kind)| format!("{number} ({kind})")).collect();
        match each.as_slice() {
            [] => "no statement says what the record says".into(),
            [one] => format!("statement {one} says what the record says"),
            _ => format!("statements {} say what the record says", each.join(", ")),
        }
    }
}

/// A statement says something else than the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Which statement.
    pub number: u64,
    /// What it is about.
    pub kind: Kind,
    /// The line.
    pub key: &'static str,
    /// What the statement says; `None` where it has no such line.
    pub said: Option<String>,
    /// What the record says.
    pub record: String,
}

/// Compares a record with what was said of its event: the commitment, the close, the plan, and the draw. [`against`]
/// says how.
#[must_use]
pub fn against_record(file: &StatementFile, record: &Record) -> Compared {
    against(file, &Facts::of(record))
}

/// Compares what a record says with what was said of its event.
///
/// Every `commitment` has to name the record's; the last one before the draw also what was announced (the source, and
/// the chain of a beacon), if this is draw 1. The last `close` before the draw counts, unless an earlier draw was made
/// since: a new draw may have another list, and says so. Every `plan` and `draw` of this draw has to say all that the
/// record does; a plan that was called off counts no more. Lines that the record has no counterpart for are passed
/// over, as are statements that cannot be read, which [`StatementFile::check`] names.
#[must_use]
pub fn against(file: &StatementFile, facts: &Facts) -> Compared {
    let of_event: Vec<Statement> = file.shown().filter(|one| one.event() == Some(&facts.event)).collect();
    let number = facts.draw.to_string();
    let of_draw = |one: &&Statement| one.get("draw") == Some(&number);
    let drawn = |one: &&Statement| matches!(one.kind(), Kind::Plan | Kind::Draw);
    let turn = of_event.iter().position(|one| drawn(&one) && of_draw(&one)).unwrap_or(of_event.len());
    let before = &of_event[..turn];
    let last = |kind| before.iter().rposition(|one| one.kind() == kind);
    let announced = last(Kind::Commitment).filter(|_| facts.draw == DrawNumber::FIRST);
    let earlier = |one: &Statement| {
        let drawn = one.get("draw").and_then(|number| number.parse().ok()).and_then(DrawNumber::new);
        one.kind() == Kind::Draw && drawn.is_some_and(|drawn| drawn < facts.draw)
    };
    let since = before.iter().rposition(earlier);
    let close = last(Kind::Close).filter(|&close| since.is_none_or(|drawn| drawn < close));

    let mut found = Compared::default();
    for (place, one) in of_event.iter().enumerate() {
        let keys: &[&'static str] = match one.kind() {
            Kind::Commitment if announced == Some(place) => &["commitment", "randomness"],
            Kind::Commitment => &["commitment"],
            Kind::Close if close == Some(place) => {
                &["requests-digest", "season-digest", "ranks-digest", "tickets", "requests"]
            }
            Kind::Plan if called_off(&of_event, one) => continue,
            Kind::Plan if of_draw(&one) => &PLANNED,
            Kind::Draw if of_draw(&one) => &DRAWN,
            // Of which draw, it does not say.
            Kind::Plan | Kind::Draw if one.get("draw").is_none() => &["draw"],
            _ => continue,
        };
        let differing: Vec<Disagreement> = keys.iter().filter_map(|key| differs(one, key, facts)).collect();
        if differing.is_empty() {
            found.agree.push((one.number(), one.kind()));
        }
        found.differences.extend(differing);
    }
    found
}

/// Whether requests were opened again or the event was canceled after a plan and before its draw: then it counts no
/// more, and there may be another. `of_event` in order.
pub(super) fn called_off(of_event: &[Statement], plan: &Statement) -> bool {
    let after = of_event.iter().filter(|one| one.number() > plan.number());
    let is_draw = |one: &&Statement| one.kind() == Kind::Draw && one.get("draw") == plan.get("draw");
    let until_drawn: Vec<Kind> = after.take_while(|one| !is_draw(one)).map(Statement::kind).collect();
    until_drawn.iter().any(|kind| matches!(kind, Kind::Reopen | Kind::Cancel))
}

const PLANNED: [&str; 7] =
    ["rule", "commitment", "requests-digest", "season-digest", "ranks-digest", "pins-digest", "randomness"];
const DRAWN: [&str; 8] =
    ["rule", "code", "commitment", "requests-digest", "season-digest", "ranks-digest", "pins-digest", "randomness"];

fn differs(one: &Statement, key: &'static str, facts: &Facts) -> Option<Disagreement> {
    let (kind, said) = (one.kind(), one.get(key));
    // Only a draw knows what came of what was announced.
    let record = match key {
        "randomness" if kind != Kind::Draw => facts.get("announced")?,
        _ => facts.get(key)?,
    };
    let agrees = said.is_some_and(|said| match facts.get("typed") {
        // The record does not say what was announced.
        Some(text) if key == "randomness" => {
            said.strip_prefix("typed ").is_some_and(|said| kind != Kind::Draw || ends_with(said, text))
        }
        // It may be settled after the round that was named: the plan says which is taken.
        _ if kind == Kind::Commitment && key == "randomness" && said.starts_with("drand ") => {
            said.split(' ').take(2).eq(record.split(' ').take(2))
        }
        _ => said == record,
    });
    let said = said.map(Into::into);
    (!agrees).then(|| Disagreement { number: one.number(), kind, key, said, record: record.into() })
}

/// Whether `NAME = TEXT` is of this text.
fn ends_with(said: &str, text: &str) -> bool {
    said.strip_suffix(text).is_some_and(|name| name.ends_with(" = "))
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, kind, key, said, record } = self;
        let said = said.as_deref().unwrap_or("nothing");
        write!(f, "statement {number} ({kind}), {key}: the statement says {said}, the record says {record}")
    }
}
