//! Made-up statements with the record they are about, for a second program to check, one JSON object a line:
//!
//! ```text
//! cargo run -q -p allocation --example said -- 100
//! ```
//!
//! `record` and `statements` are a record and a file of statements; `broken` says in words what is wrong with the
//! latter, and is `null` where nothing is. The same number gives the same lines on every machine.

use std::{
    env,
    error::Error,
    io::{self, Write},
};

use allocation::{
    BeaconRound, ChainSecret, Draw, DrawNumber, Exact, Label, Order, PublicInput, Randomness, Record, Request,
    RequestList, Rule, SeasonLedger, Slips, Tiers,
    beacon::{QUICKNET, Round, Signature},
    statement::{
        Kind, START, Said, SigningKey, Statement, StatementFile, against_record, link, randomness_name, rule_name,
    },
    write_record,
};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// Round 1000 of quicknet as it was published.
const SIGNATURE: &str =
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

type Made<T> = Result<T, Box<dyn Error>>;

fn main() -> Made<()> {
    let count: u64 = env::args().nth(1).ok_or("say how many lines to make")?.parse()?;
    let mut out = io::stdout().lock();
    for (case, rule) in (0..count).zip(Rule::all().collect::<Vec<_>>().into_iter().cycle()) {
        let draw = drawn(case, rule)?;
        let (file, broken) = broken(case, &draw)?;
        let found = !file.check(&[]).is_empty()
            || !against_record(&file, &Record { draw: draw.clone(), claimed: None, after: None })
                .differences
                .is_empty();
        if found != broken.is_some() {
            return Err(format!("case {case}: broken {broken:?}, and found {found}").into());
        }
        let record: Value = serde_json::from_str(&write_record(&draw, &draw.run(), &Map::new()))?;
        let statements: Value = serde_json::from_str(&file.write())?;
        writeln!(out, "{}", json!({ "record": record, "statements": statements, "broken": broken }))?;
    }
    Ok(())
}

fn bytes(words: &str, case: u64) -> [u8; 32] {
    Sha256::digest(format!("ticket-pool/said {words} {case}")).into()
}

fn drawn(case: u64, rule: Rule) -> Made<Draw> {
    let event = Label::parse(&format!("event-{case}"))?;
    let mut requests = Vec::new();
    for person in 0..6 + case % 5 {
        requests.push(Request {
            label: Label::of_account(&event, &person.to_string()),
            tiers: Tiers::descending(if person.is_multiple_of(2) { vec![4, 2, 1] } else { vec![2] })?,
            slips: Slips::ONE,
            balance: Exact::default(),
            since: Exact::new(1 + i64::try_from(person)?).ok_or("a rank")?,
            pinned: (person == case % 7).then_some(1),
        });
    }
    let secret = ChainSecret::new(bytes("secret", case));
    let number = DrawNumber::new(1 + case % 3).ok_or("a number")?;
    let randomness = match case % 5 {
        0 => Randomness::Nothing,
        1 => Randomness::Typed { name: "Lottery = 6 of 49".into(), text: PublicInput::parse("3 9 17 – ß")? },
        _ => {
            let (round, signature) =
                (Round::new(1_000).ok_or("a round")?, Signature::parse(SIGNATURE).ok_or("a signature")?);
            Randomness::Beacon(BeaconRound::verified(&QUICKNET, round, signature)?)
        }
    };
    let list = RequestList::with_season(event, 7, requests, SeasonLedger::default())?;
    Ok(Draw::new(list, rule, (secret.commitment(), number, secret.code(number)), randomness)?)
}

/// Statements one after the other, as a site would make them.
struct Site {
    file: StatementFile,
    key: SigningKey,
    event: String,
}

impl Site {
    fn say(&mut self, kind: Kind, lines: &[(&str, String)]) -> Made<()> {
        let number = self.file.first + self.file.statements.len() as u64;
        let site = self.file.site.clone();
        self.say_as(&site, number, kind, lines)
    }

    fn say_as(&mut self, site: &str, number: u64, kind: Kind, lines: &[(&str, String)]) -> Made<()> {
        let mut statement = Statement::new(site, number, dated(kind), kind, Some(&self.event))?;
        for (key, value) in lines {
            statement = statement.with(key, value)?;
        }
        let link = link(self.file.head().1, statement.digest());
        self.file.statements.push(Said::Shown { body: statement.body(), signature: self.key.sign(link) });
        Ok(())
    }
}

fn broken(case: u64, draw: &Draw) -> Made<(StatementFile, Option<&'static str>)> {
    let key = SigningKey::from_seed(bytes("key", case)).ok_or("a key")?;
    let (first, before) =
        if case.is_multiple_of(2) { (1, START) } else { (case + 10, allocation::Hash(bytes("before", case))) };
    let site = "https://tickets.example.org".to_owned();
    let file = StatementFile { site, key: key.public(), before, first, statements: Vec::new() };
    let mut site = Site { file, key, event: draw.list().event().to_string() };

    let announced = match draw.randomness() {
        Randomness::Nothing => "none".to_owned(),
        Randomness::Typed { name, .. } => format!("typed {name}"),
        Randomness::Beacon(round) => format!("drand {} {}", round.chain(), round.round()),
    };
    let commitment = ("commitment", draw.commitment().to_string());
    site.say(Kind::Commitment, &[commitment.clone(), ("randomness", announced.clone())])?;
    site.say(Kind::Receipt, &[("note", "somebody — “hello”".into())])?;
    let list = draw.list();
    let mut digests = vec![("requests-digest", list.digest().to_string())];
    if draw.rule().order.uses_season() {
        digests.extend(list.season_digest().map(|digest| ("season-digest", digest.to_string())));
    }
    if draw.rule().order == Order::FirstCome {
        digests.push(("ranks-digest", list.ranks_digest().to_string()));
    }
    let counts = [("tickets", list.tickets().to_string()), ("requests", list.requests().len().to_string())];
    site.say(Kind::Close, &[&digests[..], &counts].concat())?;
    let mut fixed = vec![("draw", draw.number().to_string()), ("rule", rule_name(draw.rule())), commitment];
    fixed.extend(digests);
    fixed.push(("pins-digest", list.pins_digest().to_string()));
    if matches!(draw.randomness(), Randomness::Beacon(_)) {
        site.say(Kind::Plan, &[&fixed[..], &[("randomness", announced)]].concat())?;
    }
    let known = [("code", draw.code().to_string()), ("randomness", randomness_name(draw.randomness()))];
    let lines = [&fixed[..], &known].concat();
    let next = site.file.first + site.file.statements.len() as u64;
    let broken = match case % 10 {
        4 => {
            let mut other = lines;
            let which = usize::try_from(case / 10)? % (other.len() - 1) + 1;
            other[which].1.push('0');
            site.say(Kind::Draw, &other)?;
            Some("a draw that is not the record's")
        }
        5 => {
            site.say_as("https://tickets.example.com", next, Kind::Draw, &lines)?;
            Some("a statement of another site")
        }
        6 => {
            let own = site.file.site.clone();
            site.say_as(&own, next + 1, Kind::Draw, &lines)?;
            Some("a number left out")
        }
        _ => {
            site.say(Kind::Draw, &lines)?;
            None
        }
    };
    Ok(match case % 10 {
        1 => {
            site.file.statements[1] = Said::Withheld(site.file.statements[1].digest());
            (site.file, broken)
        }
        2 => {
            if let Some(Said::Shown { signature, .. }) = site.file.statements.last_mut() {
                signature.0[usize::try_from(case)? % 64] ^= 1;
            }
            (site.file, Some("a signature with another bit"))
        }
        3 => {
            site.file.statements.swap(0, 1);
            (site.file, Some("two statements in another order"))
        }
        7 => {
            site.file.key = SigningKey::from_seed(bytes("another key", case)).ok_or("a key")?.public();
            (site.file, Some("another key"))
        }
        8 => {
            site.file.statements[1] = Said::Withheld(allocation::Hash(bytes("digest", case)));
            (site.file, Some("another statement withheld"))
        }
        _ => (site.file, broken),
    })
}

/// Before round 1000 of the public beacon came, which a plan has to be, or after it.
fn dated(kind: Kind) -> &'static str {
    match kind {
        Kind::Draw => "2026-11-29T08:27:25.123Z",
        _ => "2023-08-23T15:50:00.000Z",
    }
}
