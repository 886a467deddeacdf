//! Files of format 2: written, read, recomputed; what is refused and in which words.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::{cell::RefCell, collections::BTreeMap};

use allocation::{
    BeaconRound, ChainSecret, Draw, DrawNumber, Exact, Fill, Format, Hash, Label, Order, PublicInput, Randomness,
    Record, Request, RequestList, Rule, SeasonLedger, Slips, Tiers,
    beacon::{NotOfThisRound, QUICKNET, Round, Signature, Unverified, Verifier},
    memory::{Entry, Line},
    write_record,
};
use serde_json::{Map, Value, json};

const SIGNATURE: &str =
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";
const RANDOMNESS: &str = "fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd";

fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

fn request(name: &str, tiers: &[u32], rank: i64) -> Request {
    Request {
        label: label(name),
        tiers: Tiers::descending(tiers.to_vec()).unwrap(),
        slips: Slips::ONE,
        balance: Exact::default(),
        since: Exact::new(rank).unwrap(),
        pinned: None,
    }
}

fn line(part: bool, met: bool, got: u32, counted: i64, excused: bool) -> Line {
    Line { part, met, got, counted, excused }
}

/// Two events of the season: Asha got two of the first and none of the second, Bela nothing of either, Chen was excused.
fn season() -> SeasonLedger {
    let lines = |all: [(&str, Line); 3]| all.into_iter().map(|(name, line)| (label(name), line)).collect();
    let first = lines([
        ("asha", line(true, true, 2, 2_000, false)),
        ("bela", line(true, true, 0, 0, false)),
        ("chen", line(true, true, 1, 0, true)),
    ]);
    let second: BTreeMap<Label, Line> = lines([
        ("asha", line(true, true, 0, 0, false)),
        ("bela", line(true, true, 0, 0, false)),
        ("chen", line(true, false, 0, 0, false)),
    ]);
    let short = |short, out, part, lines| Entry { short, out, part, lines };
    SeasonLedger::new([
        (label("spring"), short(true, 10, 3, first)),
        (label("plenty"), short(false, 10, 3, BTreeMap::new())),
        (label("summer"), short(true, 4, 4, second)),
    ])
}

fn beacon() -> Randomness {
    let signature = Signature::parse(SIGNATURE).unwrap();
    Randomness::Beacon(BeaconRound::verified(&QUICKNET, Round::new(1_000).unwrap(), signature).unwrap())
}

fn draw(order: Order, randomness: impl Into<Randomness>) -> Draw {
    let requests = vec![request("asha", &[4, 2], 2), request("bela", &[1], 1), request("chen", &[2], 2)];
    let list = RequestList::with_season(label("autumn"), 4, requests, season()).unwrap();
    let (chain, number) = (ChainSecret::new([7; 32]), DrawNumber::FIRST);
    let opening = (chain.commitment(), number, chain.code(number));
    Draw::new(list, Rule { order, fill: Fill::Turns }, opening, randomness).unwrap()
}

fn record(order: Order) -> Value {
    let draw = draw(order, beacon());
    serde_json::from_str(&write_record(&draw, &draw.run(), &Map::new())).unwrap()
}

fn refusal(record: &Value) -> String {
    Record::read(record.to_string().as_bytes()).unwrap_err().to_string()
}

#[test]
fn slips_and_balance_are_what_the_ledger_gives() {
    let draw = draw(Order::Balance, Randomness::Nothing);
    let seen: Vec<_> = draw.list().requests().iter().map(|r| (r.slips.get(), r.balance.get())).collect();
    // 10 tickets among 3 are 3,333, 4 among 4 are 1,000. Chen's excuse is neither a loss nor the end of one.
    assert_eq!(seen, [(2, 3_333 - 2_000 + 1_000), (4, 4_333), (1, 4_333)]);
    assert_eq!(draw.list().season().unwrap().events().len(), 2, "what was not short is left out");
    assert_eq!(draw.list().format(), Format::Two);
}

#[test]
fn a_record_is_read_as_it_was_written_and_agrees_under_every_order() {
    let typed = || Randomness::Typed { name: "the lottery".into(), text: PublicInput::parse("3 9 17").unwrap() };
    for order in Order::ALL {
        for randomness in [Randomness::Nothing, typed(), beacon()] {
            let drawn = draw(order, randomness.clone());
            let text = write_record(&drawn, &drawn.run(), &Map::new());
            let read = Record::read(text.as_bytes()).unwrap();
            assert_eq!(read.draw.randomness(), &randomness, "{order:?}");
            assert_eq!(read.check(&mut ()), Some(Vec::new()), "{order:?} {text}");
            assert_eq!(write_record(&read.draw, &read.draw.run(), &Map::new()), text, "{order:?}");
        }
    }
}

#[test]
fn a_record_holds_what_its_rule_uses_and_nothing_else() {
    for (order, request_keys, has_season, result_keys) in [
        (
            Order::Equal,
            &["label", "pinned", "tiers"][..],
            false,
            &["allocated", "left", "order", "requests_digest"][..],
        ),
        (
            Order::FirstCome,
            &["label", "pinned", "rank", "tiers"],
            false,
            &["allocated", "left", "order", "ranks_digest", "requests_digest"],
        ),
        (
            Order::Slips,
            &["label", "pinned", "tiers"],
            true,
            &["allocated", "left", "order", "requests_digest", "season_digest"],
        ),
        (
            Order::Balance,
            &["label", "pinned", "tiers"],
            true,
            &["allocated", "left", "order", "requests_digest", "season_digest"],
        ),
    ] {
        let record = record(order);
        let keys = |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
        let sorted = |mut keys: Vec<String>| {
            keys.sort();
            keys
        };
        assert_eq!(sorted(keys(&record["requests"][0])), request_keys, "{order:?}");
        assert_eq!(record.get("season").is_some(), has_season, "{order:?}");
        assert_eq!(sorted(keys(&record["result"])), result_keys, "{order:?}");
    }
}

/// Whoever changes what the season says of someone is found out by the fingerprint, and the order follows from the ledger.
#[test]
fn a_changed_ledger_or_rank_is_found() {
    for (order, pointer, value, digest) in [
        (Order::Balance, "/season/0/people/asha/counted", json!(0), "season_digest"),
        (Order::Balance, "/season/0/out", json!(11), "season_digest"),
        (Order::Slips, "/season/1/people/bela/got", json!(1), "season_digest"),
        (Order::Slips, "/season/1/event", json!("winter"), "season_digest"),
        (Order::FirstCome, "/requests/0/rank", json!(3), "ranks_digest"),
        (Order::Equal, "/requests/0/tiers", json!([4]), "requests_digest"),
    ] {
        let mut record = record(order);
        *record.pointer_mut(pointer).unwrap() = value;
        let found = Record::read(record.to_string().as_bytes()).unwrap().check(&mut ()).unwrap();
        assert!(found.iter().any(|one| one.to_string().starts_with(digest)), "{pointer}: {found:?}");
    }
}

#[test]
fn the_key_of_the_positions_is_made_with_the_randomness_of_the_round() {
    assert_eq!(beacon().text(), RANDOMNESS);
    let orders = |randomness: Randomness| {
        (0..40)
            .map(|code: u8| {
                let requests: Vec<Request> =
                    ["asha", "bela", "chen", "dina"].iter().map(|name| request(name, &[1], 1)).collect();
                let list = RequestList::with_season(label("autumn"), 4, requests, SeasonLedger::default()).unwrap();
                let (chain, number) = (ChainSecret::new([code; 32]), DrawNumber::FIRST);
                let opening = (chain.commitment(), number, chain.code(number));
                let rule = Rule { order: Order::Equal, fill: Fill::Turns };
                Draw::new(list, rule, opening, randomness.clone()).unwrap().run().order
            })
            .collect::<Vec<_>>()
    };
    assert_ne!(orders(beacon()), orders(Randomness::Nothing));
    let typed = Randomness::Typed { name: "typed by hand".into(), text: PublicInput::parse(RANDOMNESS).unwrap() };
    assert_eq!(orders(beacon()), orders(typed), "the text alone counts");
}

#[test]
fn what_is_not_of_the_format_is_refused_by_place() {
    let with = |order, pointer: &str, value: Value| {
        let mut record = record(order);
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match record.pointer_mut(parent).unwrap() {
            Value::Object(object) if value.is_null() => drop(object.remove(key)),
            parent => parent[key] = value,
        }
        refusal(&record)
    };
    let round_1001 = SIGNATURE.replace("b44679", "b44678");
    for (order, pointer, value, said) in [
        (Order::Equal, "/randomness", Value::Null, "the file: missing field `randomness`"),
        (
            Order::Equal,
            "/randomness/source",
            json!("moon"),
            "randomness.source: \"moon\" is not known; none, typed, drand are",
        ),
        (Order::Equal, "/randomness/chain", json!("0".repeat(64)), "randomness.chain: 0000"),
        (Order::Equal, "/randomness/round", json!(0), "randomness.round: 0 is not between 1 and 2^53 - 1"),
        (Order::Equal, "/randomness/round", json!(1_001), "randomness.signature: "),
        (Order::Equal, "/randomness/round", Value::Null, "randomness.round: is missing"),
        (Order::Equal, "/randomness/signature", json!(round_1001), "randomness.signature: "),
        (
            Order::Equal,
            "/randomness/signature",
            json!("B4"),
            "randomness.signature: \"B4\" is not 96 lowercase hexadecimal digits",
        ),
        (Order::Balance, "/season", Value::Null, "season: is missing"),
        (Order::Balance, "/season/0/out", json!(1_000_000_001), "season[0].out: 1000000001 is more than 1000000000"),
        (Order::Balance, "/season/0/event", json!("a b"), "season[0].event: "),
        (Order::Balance, "/season/0/people/asha/counted", json!(1_i64 << 53), "season[0].people.asha.counted: "),
        (Order::Balance, "/season/0/people/asha/got", json!(1_000_000_001), "season[0].people.asha.got: "),
        (Order::Balance, "/season/0/people/asha/met", json!(1), "season[0].people"),
        (Order::FirstCome, "/requests/1/rank", json!(0), "requests[1].rank: 0 is not between 1 and 2^53 - 1"),
        (Order::FirstCome, "/requests/1/rank", Value::Null, "requests[1].rank: is missing"),
        (Order::Equal, "/requests/1/pinned", Value::Null, "requests[1]: missing field `pinned`"),
    ] {
        let refused = with(order, pointer, value.clone());
        assert!(refused.starts_with(said), "{pointer} = {value}: {refused}");
    }
}

/// Files that were written by hand from the document, with what another program made of them.
#[test]
fn the_examples_of_the_second_program_agree() {
    for example in [
        include_str!("../../tests/second/examples/season.json"),
        include_str!("../../tests/second/examples/slips.json"),
        include_str!("../../tests/second/examples/first-come.json"),
        include_str!("../../tests/second/examples/drand.json"),
    ] {
        let record = Record::read(example.as_bytes()).unwrap();
        assert_eq!(record.check(&mut ()), Some(Vec::new()), "{example}");
    }
}

/// Someone else says whether a round is one: asked once, with what the record says, and only where it names a round.
#[test]
fn who_verifies_rounds_is_asked_once_and_believed() {
    struct Somebody<'a>(RefCell<Vec<(u64, String)>>, &'a dyn Fn() -> Result<(), Unverified>);
    impl Verifier for Somebody<'_> {
        fn chain(&self) -> Hash {
            QUICKNET.hash
        }
        fn verified(&self, round: Round, signature: &Signature) -> Result<(), Unverified> {
            self.0.borrow_mut().push((round.get(), signature.to_string()));
            self.1()
        }
    }
    let text = record(Order::Balance).to_string();
    let asked = |text: &str, answer: &dyn Fn() -> Result<(), Unverified>| {
        let somebody = Somebody(RefCell::default(), answer);
        let read =
            Record::read_by(text.as_bytes(), &somebody).map(|(record, _)| record).map_err(|error| error.to_string());
        (read, somebody.0.into_inner())
    };
    let once = vec![(1_000, SIGNATURE.to_owned())];
    assert_eq!(asked(&text, &|| Ok(())), (Ok(Record::read(text.as_bytes()).unwrap()), once.clone()));
    let (read, told) = asked(&text, &|| Err(NotOfThisRound.into()));
    let refused = format!("randomness.signature: \"{SIGNATURE}\" is not the signature of round 1000 of this chain");
    assert_eq!((read, told), (Err(refused), once.clone()));
    let (read, told) = asked(&text, &|| Err(Unverified::NotAsked("out to lunch".into())));
    let why = "randomness.signature: could not be verified: out to lunch".to_owned();
    assert_eq!((read, told), (Err(why), once));

    let mut other = record(Order::Balance);
    other["randomness"]["chain"] = json!(RANDOMNESS);
    let (read, told) = asked(&other.to_string(), &|| Ok(()));
    assert!(read.unwrap_err().starts_with("randomness.chain: ") && told.is_empty());
    other["randomness"] = json!({ "source": "none" });
    other.as_object_mut().unwrap().remove("result");
    assert_eq!(asked(&other.to_string(), &|| Err(NotOfThisRound.into())).1, []);
}
