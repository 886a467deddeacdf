//! Made-up records for a second program to recompute, one JSON object a line:
//!
//! ```text
//! cargo run -q -p allocation --example cases -- 1000
//! ```
//!
//! The same number gives the same records on every machine, and a larger one more of them: everything is made from SHA-256
//! of a counter. Rules take turns, so that twenty records cover every pair; the rest is as odd as the format allows. Every
//! seventh says what happened after the result; `histories` makes up more of that, and what does not follow.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    io::{self, Write},
};

use allocation::{
    BeaconRound, ChainSecret, Draw, DrawNumber, Exact, Label, MAX_AMOUNT, MAX_EXACT, MAX_TICKETS, PublicInput,
    Randomness, Request, RequestList, Rule, SeasonLedger, Slips, Tiers,
    after::write_entries,
    beacon::{QUICKNET, Round, Signature},
    memory::{Entry, Line},
    write_record,
};
use serde_json::{Map, json};
use sha2::{Digest, Sha256};

#[path = "../tests/histories/made_up.rs"]
mod made_up;

const PUBLIC_INPUTS: [&str; 7] = [
    "",
    "lotto 3 9 17 22 40 41",
    "Glücksspirale 4711 – Straße ß",
    "日経平均 38.487,90",
    "🎟️ e\u{301} \u{2028} \u{a0}",
    "\"quoted\" \\n </script> \\u0041",
    " spaces around ",
];

/// Rounds of quicknet as they were published.
const ROUNDS: [(u64, &str); 3] = [
    (1000, "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"),
    (1001, "b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41"),
    (1002, "ab066f9c12dd6de1336fca0f925192fb0c72a771c3e4c82ede1fd362c1a770f9eb05843c6308ce2530b53a99c0281a6e"),
];

/// Where programs trip: numbers sort otherwise than text, capitals before small letters, names that objects have already.
const ODD_LABELS: [&str; 12] = ["10", "9", "09", "Z", "a", "_", "-", ".", "__proto__", "constructor", "a.b", "a-b_C.0"];

fn main() -> Result<(), Box<dyn Error>> {
    let count: u64 = env::args().nth(1).ok_or("say how many records to make")?.parse()?;
    let rules: Vec<Rule> = Rule::all().collect();
    let mut out = io::stdout().lock();
    for (number, rule) in (0..count).zip(rules.into_iter().cycle()) {
        let draw = made_up(number, rule)?;
        let mut notes = Map::new();
        if number % 5 == 0 {
            notes.insert("note".into(), json!({ "case": number, "by": ["Zoë", null, 1.5] }));
        }
        if number % 7 == 0 {
            let history = made_up::history(&draw, &mut made_up::Chance(number), 30);
            notes.insert("after".into(), write_entries(history.entries()));
        }
        writeln!(out, "{}", write_record(&draw, &draw.run(), &notes))?;
    }
    Ok(())
}

/// Numbers that look random, from the number of a case.
struct Chance {
    case: u64,
    drawn: u64,
}

impl Chance {
    fn bytes(&mut self) -> [u8; 32] {
        self.drawn += 1;
        Sha256::digest(format!("ticket-pool/case {} {}", self.case, self.drawn)).into()
    }

    /// From 0 up to `bound`, which is left out. That some numbers come up a little more often does not matter here.
    fn below(&mut self, bound: u64) -> u64 {
        self.bytes()[..8].iter().fold(0, |number, &byte| number << 8 | u64::from(byte)) % bound
    }

    fn up_to(&mut self, largest: u32) -> Result<u32, Box<dyn Error>> {
        Ok(u32::try_from(self.below(u64::from(largest) + 1))?)
    }

    fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> Result<&'a str, Box<dyn Error>> {
        Ok(from[usize::try_from(self.below(from.len() as u64))?])
    }
}

fn made_up(case: u64, rule: Rule) -> Result<Draw, Box<dyn Error>> {
    let mut chance = Chance { case, drawn: 0 };
    let list = list(&mut chance)?;
    let chain = ChainSecret::new(chance.bytes());
    let number = DrawNumber::new(1 + chance.below(31)).ok_or("a number from 1 to 31")?;
    let public_input = PublicInput::parse(chance.pick(&PUBLIC_INPUTS)?)?;
    let opening = (chain.commitment(), number, chain.code(number));
    // Every third is of format 2; three does not divide the number of rules, so that each has its turn in both.
    if case % 3 != 2 {
        return Ok(Draw::new(list, rule, opening, public_input)?);
    }
    let randomness = match chance.below(3) {
        0 => Randomness::Nothing,
        1 => Randomness::Typed { name: chance.pick(&PUBLIC_INPUTS)?.to_owned(), text: public_input },
        _ => round(&mut chance)?,
    };
    Ok(Draw::new(of_format_two(&mut chance, &list)?, rule, opening, randomness)?)
}

fn round(chance: &mut Chance) -> Result<Randomness, Box<dyn Error>> {
    let (number, signature) = ROUNDS[usize::try_from(chance.below(ROUNDS.len() as u64))?];
    let round = Round::new(number).ok_or("a round")?;
    let signature = Signature::parse(signature).ok_or("a signature")?;
    Ok(Randomness::Beacon(BeaconRound::verified(&QUICKNET, round, signature)?))
}

/// The same people with ranks instead of times, and a season behind them: some played in every event, some in none, and now
/// and then someone who does not ask this time.
fn of_format_two(chance: &mut Chance, list: &RequestList) -> Result<RequestList, Box<dyn Error>> {
    let mut requests = list.requests().to_vec();
    let times: Vec<_> = requests.iter().map(|request| request.since).collect();
    for request in &mut requests {
        let earlier = times.iter().filter(|&&time| time < request.since).count();
        request.since = Exact::clamped(i64::try_from(earlier)? + 1);
    }
    let mut events = Vec::new();
    for past in 0..chance.below(9) {
        let mut lines = BTreeMap::new();
        let labels = requests.iter().map(|request| request.label.clone());
        for label in labels.chain([Label::parse("gone-since")?]) {
            let got = if chance.one_in(2) { 0 } else { chance.up_to(4)? };
            let (met, excused) = (!chance.one_in(4), chance.one_in(9));
            let counted = if excused { 0 } else { i64::from(got) * 1_000 - i64::from(chance.up_to(got)?) * 500 };
            let line = Line { part: met || chance.one_in(2), met, got, counted, excused };
            if line != Line::default() && !chance.one_in(5) {
                lines.insert(label, line);
            }
        }
        let out = if chance.one_in(12) { u64::from(MAX_TICKETS) } else { chance.below(90) };
        let entry = Entry { short: true, out, part: 1 + chance.up_to(70)?, lines };
        events.push((Label::parse(&format!("past-{past}"))?, entry));
    }
    Ok(RequestList::with_season(list.event().clone(), list.tickets(), requests, SeasonLedger::new(events))?)
}

fn list(chance: &mut Chance) -> Result<RequestList, Box<dyn Error>> {
    // One list in eight is about thousands of tickets at a time.
    let large = chance.one_in(8);
    let count = chance.below(61);
    let mut requests = Vec::new();
    for person in 0..count {
        requests.push(request(chance, person, large)?);
    }
    let wanted: u32 = requests.iter().map(|request| request.tiers.first_choice()).sum();
    let tickets = match chance.below(8) {
        0 => 0,
        1 => chance.up_to(5)?,
        2 => wanted,
        3 => MAX_TICKETS,
        _ => chance.up_to(wanted)?,
    };
    let mut left = tickets;
    for request in &mut requests {
        if chance.one_in(8) {
            // Often a number the person did not name: an organizer may.
            let pinned = chance.up_to(request.tiers.first_choice() + 1)?.min(left);
            request.pinned = Some(pinned);
            left -= pinned;
        }
    }
    let dashes = "-".repeat(usize::try_from(chance.below(40))?);
    let event = format!("Case_{}.{dashes}", chance.case);
    Ok(RequestList::new(Label::parse(&event)?, tickets, requests)?)
}

fn request(chance: &mut Chance, person: u64, large: bool) -> Result<Request, Box<dyn Error>> {
    let label = match ODD_LABELS.get(usize::try_from(person)?) {
        Some(odd) if chance.case % 2 == 1 => Label::parse(odd)?,
        // Every fourth is the beginning of another, or nearly.
        _ if person % 4 == 3 => Label::parse(&format!("p{}", "x".repeat(usize::try_from(person)?)))?,
        _ => Label::of_account(&Label::parse("cases")?, &format!("{} {person}", chance.case)),
    };
    let slips = if chance.one_in(6) { 64 } else { 1 + chance.below(8) };
    // Few of either, so that people tie; now and then the farthest there are.
    let balance = (i64::try_from(chance.below(7))? - 3) * 350;
    let since = 1_760_000_000_000 + i64::try_from(chance.below(12))?;
    let far = |chance: &mut Chance, number| match chance.below(40) {
        0 => MAX_EXACT,
        1 => -MAX_EXACT,
        2 => -1,
        _ => number,
    };
    Ok(Request {
        label,
        tiers: tiers(chance, large)?,
        slips: Slips::new(slips).ok_or("a number from 1 to 64")?,
        balance: Exact::clamped(far(chance, balance)),
        since: Exact::clamped(far(chance, since)),
        pinned: None,
    })
}

fn tiers(chance: &mut Chance, large: bool) -> Result<Tiers, Box<dyn Error>> {
    let largest = if large { MAX_AMOUNT } else { 8 };
    let count = match (large, chance.below(12)) {
        (true, 0) => 64,
        (_, 1..=5) => 1,
        _ => 1 + chance.below(4),
    };
    let mut amounts = std::collections::BTreeSet::new();
    for _ in 0..count {
        amounts.insert(1 + chance.up_to(largest - 1)?);
    }
    Ok(Tiers::from_set(amounts)?)
}
