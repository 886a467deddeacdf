//! Made-up records with what happened after the result, for a second program to replay, one JSON object a line:
//!
//! ```text
//! cargo run -q -p allocation --example histories -- 1000
//! ```
//!
//! Of each made-up history there is one line as it is and three that were touched: an entry changed, left out, put in twice,
//! or at another place, mostly with all hashes made again, so that only the rules can tell. `wrong` is the first entry that
//! ours finds not to follow, from 1, or `null`: what was touched may be another history that could have been.

use std::{
    env,
    error::Error,
    io::{self, Write},
};

use allocation::{
    ChainSecret, Difference, Draw, DrawNumber, Exact, Hash, Label, PublicInput, Record, Request, RequestList, Rule,
    Slips, Tiers,
    after::{Entry, What, genesis, write_entries},
    write_record,
};
use serde_json::{Map, Value, json};

#[path = "../tests/histories/made_up.rs"]
mod made_up;
use made_up::{Chance, history};

fn main() -> Result<(), Box<dyn Error>> {
    let count: u64 = env::args().nth(1).ok_or("say how many histories to make")?.parse()?;
    let rules: Vec<Rule> = Rule::all().collect();
    let mut out = io::stdout().lock();
    let mut broken = 0;
    for (case, rule) in (0..count).zip(rules.into_iter().cycle()) {
        let mut chance = Chance(case);
        let draw = made_up_draw(&mut chance, case, rule)?;
        let entries = history(&draw, &mut chance, 40).entries().to_vec();
        let touched = (0..3).map(|_| touched(&draw, &mut chance, &entries)).collect::<Vec<_>>();
        for (place, entries) in [entries].iter().chain(&touched).enumerate() {
            let (record, wrong) = replayed(&draw, entries)?;
            if place == 0 && wrong.is_some() {
                return Err(format!("history {case} does not follow: {record}").into());
            }
            broken += u64::from(wrong.is_some());
            writeln!(out, "{}", json!({ "record": record, "wrong": wrong }))?;
        }
    }
    // Or nothing would be shown by finding them alike.
    if broken < count { Err("too few of what was touched is wrong".into()) } else { Ok(()) }
}

fn made_up_draw(chance: &mut Chance, case: u64, rule: Rule) -> Result<Draw, Box<dyn Error>> {
    let mut requests = Vec::new();
    for person in 0..2 + chance.below(20) {
        let amounts: std::collections::BTreeSet<u32> = (0..=chance.below(6)).map(|_| 1 + chance.below(6)).collect();
        requests.push(Request {
            label: Label::of_account(&Label::parse("histories")?, &format!("{case} {person}")),
            tiers: Tiers::from_set(amounts)?,
            slips: Slips::ONE,
            balance: Exact::clamped(i64::from(chance.below(5))),
            since: Exact::clamped(i64::from(chance.below(5))),
            pinned: chance.one_in(9).then_some(1),
        });
    }
    let event = Label::parse(&format!("history-{case}"))?;
    let list = RequestList::new(event, 12 + chance.below(20), requests)?;
    let (secret, number) = (ChainSecret::new([chance.below(256).try_into()?; 32]), DrawNumber::FIRST);
    let opening = (secret.commitment(), number, secret.code(number));
    Ok(Draw::new(list, rule, opening, PublicInput::default())?)
}

/// The record, and the first entry that does not follow.
fn replayed(draw: &Draw, entries: &[Entry]) -> Result<(Value, Option<usize>), Box<dyn Error>> {
    let further = Map::from_iter([("after".to_owned(), write_entries(entries))]);
    let written = write_record(draw, &draw.run(), &further);
    let wrong = match Record::read(written.as_bytes())?.replay() {
        Err(Difference::After { entry, .. }) => Some(entry),
        Err(other) => return Err(other.to_string().into()),
        Ok(_) => None,
    };
    Ok((serde_json::from_str(&written)?, wrong))
}

/// The same entries, but for one thing.
fn touched(draw: &Draw, chance: &mut Chance, entries: &[Entry]) -> Vec<Entry> {
    let mut entries = entries.to_vec();
    let last = u32::try_from(entries.len()).unwrap_or(1).saturating_sub(1);
    let place = chance.below(last + 1) as usize;
    let mut first = genesis(draw.list().event(), Some(draw));
    match chance.below(12) {
        0 => {
            entries.remove(place);
        }
        1 => entries.insert(place, entries[place].clone()),
        2 => entries.swap(place, chance.below(last + 1) as usize),
        3 => entries.truncate(place),
        4 => first = Hash([0; 32]),
        5 => entries[place].fields.what = *chance.pick(&What::ALL).unwrap_or(&What::End),
        _ => change(&mut entries, place, chance),
    }
    if !chance.one_in(8) {
        for (sequence, entry) in (1..).zip(&mut entries) {
            entry.hash = entry.fields.hash(first, sequence);
            first = entry.hash;
        }
    }
    entries
}

fn change(entries: &mut [Entry], place: usize, chance: &mut Chance) {
    let other = chance.pick(entries).and_then(|entry| entry.fields.label.clone());
    let moment = chance.pick(entries).and_then(|entry| entry.fields.time);
    let fields = &mut entries[place].fields;
    match chance.below(7) {
        // Often exactly when a time to answer is over.
        0 => fields.at = moment.unwrap_or(fields.at),
        6 => fields.at += 1 - i64::from(chance.below(3)),
        1 if fields.label.is_some() => fields.label = other,
        2 => fields.number = fields.number.map(|number| (number + chance.below(3)).saturating_sub(1)),
        3 => fields.time = fields.time.map(|time| time + 1 - i64::from(chance.below(3))),
        4 => fields.reason = if fields.reason.is_empty() { "a reason".into() } else { String::new() },
        _ => fields.to = other,
    }
}
