use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use crate::{DrawNumber, Format, Label, Order, Randomness, Record, RequestList, Rule};

/// What a record says that statements say too: the lines of a statement on its draw, and a few more. Printed and read as
/// `key: value` lines, so that one program can read the record and another the statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub(super) event: Label,
    pub(super) draw: DrawNumber,
    lines: Vec<(String, String)>,
}

/// How a statement names a rule: `balance.turns`.
#[must_use]
pub fn rule_name(rule: Rule) -> String {
    format!("{}.{}", rule.order.as_str(), rule.fill.as_str())
}

/// How a statement names what went into a draw from outside: `none`, `typed NAME = TEXT`, or `drand CHAIN ROUND SIGNATURE`.
#[must_use]
pub fn randomness_name(randomness: &Randomness) -> String {
    match randomness {
        Randomness::Nothing => "none".into(),
        Randomness::Typed { name, text } => format!("typed {name} = {}", text.as_str()),
        Randomness::Beacon(known) => format!("{} {}", announced(randomness), known.signature()),
    }
}

/// As it was announced: `none`, `typed NAME`, or `drand CHAIN ROUND`.
fn announced(randomness: &Randomness) -> String {
    match randomness {
        Randomness::Nothing => "none".into(),
        Randomness::Typed { name, .. } => format!("typed {name}"),
        Randomness::Beacon(known) => format!("drand {} {}", known.chain(), known.round()),
    }
}

impl Facts {
    /// What this record says. Digests are computed anew, whatever it claims.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let draw = &record.draw;
        let (list, rule) = (draw.list(), draw.rule());
        let mut lines: Vec<(String, String)> = Vec::new();
        let mut line = |key: &str, value: String| lines.push((key.into(), value));
        line("draw", draw.number().to_string());
        line("rule", rule_name(rule));
        line("code", draw.code().to_string());
        line("commitment", draw.commitment().to_string());
        for (key, digest) in digests(list, rule.order) {
            line(key, digest);
        }
        line("pins-digest", list.pins_digest().to_string());
        line("randomness", randomness_name(draw.randomness()));
        line("announced", announced(draw.randomness()));
        if let (Format::One, Randomness::Typed { text, .. }) = (list.format(), draw.randomness()) {
            line("typed", text.as_str().into());
        }
        line("tickets", list.tickets().to_string());
        line("requests", list.requests().len().to_string());
        Self { event: list.event().clone(), draw: draw.number(), lines }
    }

    /// Reads what was printed; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n').map(|line| line.split_once(": "));
        let event = lines.next()?.filter(|(key, _)| *key == "event")?.1;
        let lines: Vec<_> =
            lines.map(|line| line.map(|(key, value)| (key.into(), value.into()))).collect::<Option<_>>()?;
        let mut facts = Self { event: Label::parse(event).ok()?, draw: DrawNumber::FIRST, lines };
        facts.draw = DrawNumber::new(facts.get("draw")?.parse().ok()?)?;
        Some(facts)
    }

    /// The value of a line.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.lines.iter().find(|(found, _)| found == key).map(|(_, value)| value.as_str())
    }
}

/// What a record with this order has of the three digests, each with its key in statements.
pub fn digests(list: &RequestList, order: Order) -> impl Iterator<Item = (&'static str, String)> + use<> {
    let season = list.season_digest().filter(|_| order.uses_season());
    let ranks = (list.format() == Format::Two && order == Order::FirstCome).then(|| list.ranks_digest());
    let all = [("requests-digest", Some(list.digest())), ("season-digest", season), ("ranks-digest", ranks)];
    all.into_iter().filter_map(|(key, digest)| digest.map(|digest| (key, digest.to_string())))
}

impl fmt::Display for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "event: {}", self.event)?;
        self.lines.iter().try_for_each(|(key, value)| writeln!(f, "{key}: {value}"))
    }
}
