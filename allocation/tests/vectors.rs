//! Worked records and published facts that every program for this format must reproduce.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use allocation::{
    Fill, Record, Tiers,
    after::{genesis, write_entries},
    fill, write_record, write_request_file,
};
use serde_json::{Map, Value, json};

fn records() -> Vec<Value> {
    serde_json::from_str(include_str!("vectors/draws.json")).unwrap()
}

fn oracles() -> Value {
    serde_json::from_str(include_str!("vectors/oracles.json")).unwrap()
}

#[test]
fn every_worked_record_comes_out_to_the_byte() {
    let records = records();
    assert_eq!(records.len(), 16);
    for value in records {
        let event = value["event"].as_str().unwrap();
        let record = Record::read(value.to_string().as_bytes()).unwrap();
        assert_eq!(record.check(&mut ()), Some(vec![]), "{event}");
        let outcome = record.draw.run();
        assert_eq!(outcome.digest.to_string(), value["result"]["requests_digest"], "{event}");
        let written: Value = serde_json::from_str(&write_record(&record.draw, &outcome, &Map::new())).unwrap();
        assert_eq!(written, value, "{event}");
    }
}

#[test]
fn the_worked_ledger_follows_to_the_byte() {
    let value: Value = serde_json::from_str(include_str!("vectors/after.json")).unwrap();
    let record = Record::read(value.to_string().as_bytes()).unwrap();
    assert_eq!(record.check(&mut ()), Some(vec![]));
    let first = "afeefe586a63c51e325676967a79811e9c474aa5f5f1394e27f9e62f51870a74";
    assert_eq!(genesis(record.draw.list().event(), Some(&record.draw)).to_string(), first);
    let ledger = record.replay().unwrap().unwrap();
    assert_eq!(write_entries(ledger.entries()), value["after"]);
    let course = ledger.course();
    let held = course.people().iter().map(|(label, holder)| (label.as_str(), holder.held));
    let expected = [("14dfddac29d01213", 0), ("e417a2871191a25a", 0), ("f5b00a5d4e122b02", 2), ("f7e7b8348175fe29", 1)];
    assert_eq!(held.collect::<Vec<_>>(), expected);
    // The document shows the same lines and hashes.
    let document = include_str!("../../docs/DRAW.md");
    for entry in ledger.entries() {
        let shown = format!("\n{}→{}→{}→", entry.sequence, entry.fields.at, entry.fields.what.as_str());
        assert!(document.contains(&shown) && document.contains(&format!("\n    {}\n", entry.hash)), "{shown}");
    }
    assert!(document.contains(first));
}

#[test]
fn a_request_file_is_the_record_without_its_result() {
    for mut value in records() {
        value.as_object_mut().unwrap().remove("result");
        let file = Record::read(value.to_string().as_bytes()).unwrap();
        assert_eq!(file.claimed, None);
        assert_eq!(file.check(&mut ()), None);
        let written: Value = serde_json::from_str(&write_request_file(&file.draw)).unwrap();
        assert_eq!(written, value);
    }
}

fn numbers(value: &Value) -> Vec<u32> {
    value.as_array().unwrap().iter().map(|number| number.as_u64().unwrap().try_into().unwrap()).collect()
}

/// Gives out by person what the fill gives by rank.
fn filled(rule: Fill, tiers: &[Tiers], order: &[u32], tickets: u32) -> Vec<u32> {
    let in_order: Vec<&Tiers> = order.iter().map(|&person| &tiers[person as usize - 1]).collect();
    let mut given = vec![0; order.len()];
    fill(rule, &in_order, |_| u64::MAX, &mut given, tickets, &mut ());
    let mut by_person = vec![0; order.len()];
    for (&person, given) in order.iter().zip(given) {
        by_person[person as usize - 1] = given;
    }
    by_person
}

#[test]
fn the_hand_checked_fills_come_out() {
    let oracles = oracles();
    let cases = oracles["fills"].as_array().unwrap();
    assert_eq!(cases.len(), 6);
    for case in cases {
        let tiers = case["tiers"].as_array().unwrap().iter();
        let tiers: Vec<Tiers> = tiers.map(|tiers| Tiers::descending(numbers(tiers)).unwrap()).collect();
        let (order, tickets) = (numbers(&case["order"]), case["tickets"].as_u64().unwrap().try_into().unwrap());
        // Limits by lot have a file of their own.
        for rule in Fill::ALL.into_iter().filter(|&rule| rule != Fill::Limit) {
            assert_eq!(
                filled(rule, &tiers, &order, tickets),
                numbers(&case[rule.as_str()]),
                "{} of {case}",
                rule.as_str()
            );
        }
    }
}

/// Rising water with every amount acceptable is the constrained equal awards rule of bankruptcy problems
/// (R. Aumann and M. Maschler, 1985), up to whole tickets. With at most 64 tiers a claim is a run of amounts that the
/// water passes through: those around the award.
#[test]
fn rising_gives_equal_awards() {
    let oracle = &oracles()["constrained_equal_awards"];
    let claims = numbers(&oracle["claims"]);
    for (estate, awards) in oracle["awards"].as_object().unwrap() {
        let awards = numbers(awards);
        let tiers = claims.iter().zip(&awards).map(|(&claim, &award)| {
            let top = claim.min(award + 31);
            Tiers::descending((top.saturating_sub(62).max(1)..=top).rev().collect()).unwrap()
        });
        let tiers: Vec<Tiers> = tiers.collect();
        let estate = estate.parse().unwrap();
        let mut given = filled(Fill::Rising, &tiers, &[1, 2, 3], estate);
        given.sort_unstable();
        let mut expected = awards.clone();
        expected.sort_unstable();
        assert_eq!(given, expected, "estate {estate}");
    }
}

/// The construction of the positions, against an example that others published with their own message text.
#[test]
fn positions_agree_with_the_published_example() {
    use allocation::{Hash, Label, Seed};
    use hmac::{Hmac, KeyInit, Mac};
    use sha2::{Digest, Sha256};

    let oracle = &oracles()["position_chain"];
    let secret = oracle["secret_text"].as_str().unwrap();
    let first = Hash(Sha256::digest(secret).into());
    assert_eq!(first.hashed(9).to_string(), oracle["sha256_10_times"]);
    let mut extract = Hmac::<Sha256>::new_from_slice(&first.hashed(8).0).unwrap();
    extract.update(oracle["prk_message"].as_str().unwrap().as_bytes());
    let seed = Seed::from_key(&extract.finalize().into_bytes().into());
    for (label, expected) in oracle["with_9th_iterate_lowest_first"].as_object().unwrap() {
        let position = seed.position(&Label::parse(label).unwrap(), 1);
        let whole = Hash(position).to_string();
        assert_eq!(json!(whole[..16]), *expected, "{label}");
    }
}
