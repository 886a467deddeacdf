//! Plans: written before a round, opened after it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod signing;

use allocation::{
    BeaconRound, ChainSecret, Draw, DrawNumber, Exact, Fill, Hash, Label, Order, Randomness, Record, Request,
    RequestList, Rule, SeasonLedger, Slips, Tiers,
    beacon::{QUICKNET, Round, Signature},
    memory::{Entry, Line},
    opened, write_plan, write_record, write_request_file,
};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use signing::Beacon;

fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

fn request(name: &str, rank: i64, pinned: Option<u32>) -> Request {
    Request {
        label: label(name),
        tiers: Tiers::descending(vec![2, 1]).unwrap(),
        slips: Slips::ONE,
        balance: Exact::default(),
        since: Exact::new(rank).unwrap(),
        pinned,
    }
}

fn list() -> RequestList {
    let line = Line { part: true, met: true, got: 0, counted: 0, excused: false };
    let lines = [(label("bela"), line)].into();
    let season = SeasonLedger::new([(label("spring"), Entry { short: true, out: 10, part: 3, lines })]);
    let requests = vec![request("chen", 3, Some(2)), request("bela", 1, None), request("asha", 2, Some(0))];
    RequestList::with_season(label("autumn"), 4, requests, season).unwrap()
}

fn secret() -> ChainSecret {
    ChainSecret::new([7; 32])
}

fn round() -> Round {
    Round::new(1_000).unwrap()
}

fn plan(beacon: &Beacon, order: Order, number: DrawNumber) -> String {
    let rule = Rule { order, fill: Fill::Turns };
    write_plan(&list(), rule, secret().commitment(), number, beacon.chain.hash, round())
}

#[test]
fn a_plan_is_a_request_file_without_what_nobody_can_know() {
    let beacon = Beacon::new("ours", 1_000, 3);
    let signature = beacon.sign(round());
    for order in Order::ALL {
        let number = DrawNumber::new(2).unwrap();
        let opening = (secret().commitment(), number, secret().code(number));
        let known = Randomness::Beacon(BeaconRound::verified(&beacon.chain, round(), signature).unwrap());
        let draw = Draw::new(list(), Rule { order, fill: Fill::Turns }, opening, known).unwrap();
        let plan = plan(&beacon, order, number);

        let mut file: Value = serde_json::from_str(&write_request_file(&draw)).unwrap();
        file.as_object_mut().unwrap().remove("code").unwrap();
        file["randomness"].as_object_mut().unwrap().remove("signature").unwrap();
        assert_eq!(serde_json::from_str::<Value>(&plan).unwrap(), file);

        let again = opened(&plan, secret().code(number), signature, &beacon.chain).unwrap();
        assert_eq!(again.run(), draw.run());
        assert_eq!(write_request_file(&again), write_request_file(&draw));
        let refused = Record::read_with(plan.as_bytes(), &beacon.chain).unwrap_err();
        assert!(refused.to_string().starts_with("the file: missing field `code`"), "{refused}");
    }
}

#[test]
fn a_plan_opens_with_its_code_and_its_round_alone() {
    let beacon = Beacon::new("ours", 1_000, 3);
    let plan = plan(&beacon, Order::Equal, DrawNumber::FIRST);
    let (code, signature) = (secret().code(DrawNumber::FIRST), beacon.sign(round()));
    let place = |code, signature, chain| opened(&plan, code, signature, chain).unwrap_err().place;
    assert!(opened(&plan, code, signature, &beacon.chain).is_ok());
    assert_eq!(place(secret().code(DrawNumber::new(2).unwrap()), signature, &beacon.chain), "code");
    assert_eq!(place(secret().commitment(), signature, &beacon.chain), "code");
    assert_eq!(place(code, beacon.sign(Round::FIRST), &beacon.chain), "randomness.signature");
    assert_eq!(place(code, Signature([0; 48]), &beacon.chain), "randomness.signature");
    assert_eq!(place(code, signature, &QUICKNET), "randomness.chain");
}

#[test]
fn what_is_no_plan_is_refused_with_its_place() {
    let beacon = Beacon::new("ours", 1_000, 3);
    let plan: Value = serde_json::from_str(&plan(&beacon, Order::Equal, DrawNumber::FIRST)).unwrap();
    let (code, signature) = (secret().code(DrawNumber::FIRST), beacon.sign(round()));
    let place = |text: &str| opened(text, code, signature, &beacon.chain).unwrap_err().place;
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut plan = plan.clone();
        change(&mut plan);
        place(&plan.to_string())
    };
    assert_eq!(changed(&|plan| plan["format"] = json!("ticket-pool/draw/1")), "format");
    assert_eq!(changed(&|plan| plan["format"] = json!(2)), "format");
    assert_eq!(changed(&|plan| plan["code"] = json!(null)), "code");
    assert_eq!(changed(&|plan| plan["code"] = json!(code.to_string())), "code");
    let whole = opened(&plan.to_string(), code, signature, &beacon.chain).unwrap();
    let record: Value = serde_json::from_str(&write_record(&whole, &whole.run(), &Map::new())).unwrap();
    assert_eq!(changed(&|plan| plan["result"] = record["result"].clone()), "result");
    assert_eq!(changed(&|plan| plan["randomness"] = json!("drand")), "randomness");
    assert_eq!(changed(&|plan| plan["randomness"]["source"] = json!("none")), "randomness.source");
    assert_eq!(changed(&|plan| plan["randomness"]["signature"] = json!(null)), "randomness.signature");
    assert_eq!(changed(&|plan| plan["randomness"]["round"] = json!(1_000.0)), "randomness.round");
    assert_eq!(changed(&|plan| plan["randomness"]["round"] = json!(0)), "randomness.round");
    assert_eq!(changed(&|plan| plan["tickets"] = json!(-1)), "tickets");
    assert_eq!(changed(&|plan| plan["requests"][1]["label"] = json!("chen")), "requests[1].label");
    let twice = plan.to_string().replacen('{', "{\"draw\":1,", 1);
    assert!(
        opened(&twice, code, signature, &beacon.chain).unwrap_err().problem.contains("\"draw\" stands there twice")
    );
    for text in ["", "[]", "null", "\"plan\"", "{", &"[".repeat(100_000), "{} {}"] {
        assert!(opened(text, code, signature, &beacon.chain).is_err(), "{text:.20}");
    }
}

#[test]
fn what_was_set_by_hand_has_a_digest() {
    let lines = "ticket-pool/pins/v1\tautumn\nasha\t0\nchen\t2\n";
    assert_eq!(list().pins_digest(), Hash(Sha256::digest(lines).into()));
    let first = RequestList::new(label("autumn"), 4, list().requests().to_vec()).unwrap();
    assert_eq!(first.pins_digest(), list().pins_digest());
    let none = RequestList::new(label("autumn"), 4, vec![request("bela", 1, None)]).unwrap();
    assert_eq!(none.pins_digest(), Hash(Sha256::digest("ticket-pool/pins/v1\tautumn\n").into()));
}
