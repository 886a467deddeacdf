//! Records that are not what they were, and what goes into them.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use ::allocation::{
    Record, Rule,
    beacon::Round,
    statement::{Kind, against_record, contradictions},
    write_record, write_request_file,
};
use serde_json::{Map, Value, json};
use ticket_pool::server::{
    services::{allocation::Telling, draw, event, statements},
    worker,
};

use super::{closed, file, paste, settle};
use crate::harness::{
    Town,
    beacon::{chain, sign},
};

/// The record of another draw that agrees with itself: these places are others, and all that follows is made anew.
fn forged(record: &Record, changes: &[(&str, Value)]) -> Record {
    let mut request_file: Value = serde_json::from_str(&write_request_file(&record.draw)).unwrap();
    for (place, value) in changes {
        *request_file.pointer_mut(place).unwrap() = value.clone();
    }
    let draw = Record::read_with(request_file.to_string().as_bytes(), &chain()).unwrap().draw;
    let text = write_record(&draw, &draw.run(), &Map::new());
    Record::read_with(text.as_bytes(), &chain()).unwrap()
}

/// Bram's event of five tickets for which Asha got four and he none, finalized and told.
async fn unlucky_for_bram(town: &Town) {
    let number = town.closed_match().await;
    town.give(number, &[(&town.asha, Some(4)), (&town.bram, Some(0))]).await.unwrap();
    town.finalize(number, Telling::All).await.unwrap();
}

both! {
    /// Whoever has everything makes a record that agrees with itself. It does not agree with what was stated before the
    /// round.
    async fn a_record_forged_with_all_that_follows_from_it_is_not_what_was_stated(town: Town) {
        let number = closed(&town).await;
        settle(&town, number, Rule::LOTTERY).await.unwrap();
        let round = town.awaited(number).await;
        paste(&town, number).await.unwrap();
        let (said, record) = (file(&town, &town.asha, number).await, town.record(number, 1).await);
        assert_eq!(against_record(&said, &record).differences, Vec::new());
        let keys = |record: &Record, kind: Kind| -> Vec<&str> {
            let differences = against_record(&said, record).differences;
            differences.iter().filter(|one| one.kind == kind).map(|one| one.key).collect()
        };
        let earlier = Round::new(round.get() - 100).unwrap();
        let forgeries = [
            (vec![("/fill", json!("straight"))], vec![], vec!["rule"]),
            (vec![("/requests/0/pinned", json!(4))], vec![], vec!["pins-digest"]),
            (vec![("/requests/0/tiers", json!([1]))], vec!["requests-digest"], vec!["requests-digest"]),
            // A round that has come and gone is signed rightly; it is not the one of the plan.
            (
                vec![
                    ("/randomness/round", json!(earlier.get())),
                    ("/randomness/signature", json!(sign(earlier).to_string())),
                ],
                vec![],
                vec!["randomness"],
            ),
        ];
        for (changes, of_close, of_plan) in forgeries {
            let forged = forged(&record, &changes);
            assert_eq!(forged.check(&mut ()), Some(Vec::new()), "for itself it agrees");
            assert_eq!((keys(&forged, Kind::Close), keys(&forged, Kind::Plan)), (of_close, of_plan));
        }
    }

    /// Whoever has the database writes that Bram had three, where he was told that he had none.
    async fn a_falsified_history_is_in_the_record_under_the_label_of_whom_it_is_about(town: Town) {
        unlucky_for_bram(&town).await;
        town.force(&format!("UPDATE requests SET allocated = 3, told = 3 WHERE user_id = {}", town.bram.person)).await.unwrap();
        let next = town.closed_match().await;
        town.draw(next, Rule::EVEN_OUT_THE_SEASON, "").await.unwrap();
        town.put_draw(next).await.unwrap();
        town.finalize(next, Telling::All).await.unwrap();
        let label = draw::show(&town.site, &town.bram, next).await.unwrap().my_label.unwrap();
        let record: Value = serde_json::from_str(&draw::record(&town.site, &town.bram, next, 1).await.unwrap()).unwrap();
        let [past] = &record["season"].as_array().unwrap()[..] else { panic!("{record}") };
        assert_eq!(past["people"][&*label]["got"], 3, "and Bram knows better: {past}");
    }

    /// Nobody reads more about others in a record than its rule takes.
    async fn a_record_says_no_more_of_people_than_its_rule_takes(town: Town) {
        unlucky_for_bram(&town).await;
        for (rule, takes, season) in [
            (Rule::LOTTERY, vec!["label", "pinned", "tiers"], false),
            (Rule::FIRST_COME, vec!["label", "pinned", "rank", "tiers"], false),
            (Rule::EVEN_OUT_THE_SEASON, vec!["label", "pinned", "tiers"], true),
        ] {
            let number = town.closed_in_turn().await;
            town.draw(number, rule, "").await.unwrap();
            town.put_draw(number).await.unwrap();
            town.finalize(number, Telling::All).await.unwrap();
            let record: Value = serde_json::from_str(&draw::record(&town.site, &town.asha, number, 1).await.unwrap()).unwrap();
            for request in record["requests"].as_array().unwrap() {
                let mut keys: Vec<_> = request.as_object().unwrap().keys().map(String::as_str).collect();
                keys.sort_unstable();
                assert_eq!(keys, takes, "{rule}");
            }
            assert_eq!(record.get("season").is_some(), season, "{rule}");
        }
        // The form of an event says who will read it.
        let page = town.browser_of(&town.otto).await.get("/events/new").await.text();
        assert!(page.contains("the numbers each entry accepted and got, under an entry ID and without names"), "{page}");
    }

    /// A database that a later version wrote: the page does not show what it cannot read, and says nothing false.
    async fn a_record_of_a_format_to_come_is_shown_by_no_page(town: Town) {
        let number = town.closed_match().await;
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        let columns = "code, public_input, tickets, drawn_at, event_id, order_rule, fill_rule";
        town.force(&format!(
            "INSERT INTO draws (number, reason, record, {columns}) \
             SELECT 2, 'why', replace(record, 'ticket-pool/draw/2', 'ticket-pool/draw/3'), {columns} FROM draws"
        )).await.unwrap();
        for who in [&town.asha, &town.otto] {
            let page = town.browser_of(who).await.get(&format!("/events/{number}/draw")).await;
            assert_eq!(page.status, 500);
            let text = page.text();
            assert!(text.contains("give an admin this reference") && !text.contains("Place 1"), "{text}");
        }
        // The file itself stands, and `verify` says that it does not know it.
        let mut otto = town.browser_of(&town.otto).await;
        let record = otto.get(&format!("/events/{number}/draws/2.json")).await;
        assert_eq!(record.status, 200);
        let (status, complaint) = verify(&record.body);
        assert_eq!(status, 2);
        assert!(complaint.contains("format: \"ticket-pool/draw/3\" is not known; ticket-pool/draw/1, ticket-pool/draw/2 are"), "{complaint}");
    }

    /// An event that is gone leaves its places in the chain: what others keep stays whole, and what someone kept of it fits.
    async fn statements_of_an_event_that_is_gone_keep_their_places(town: Town) {
        let around = town.match_day().await;
        town.ask(around, &town.asha, &[2]).await.unwrap();
        let gone = town.closed_match().await;
        let kept = file(&town, &town.bram, gone).await;
        let last = statements::head(&town.site).await.unwrap();
        town.close(around).await;
        let path = format!("/events/{gone}/statements.json");
        assert_eq!(town.browser_of(&town.bram).await.get(&path).await.status, 200);
        event::delete(&town.site, &town.dana, gone).await.unwrap();
        for wait in [0, 31] {
            town.wait(chrono::TimeDelta::days(wait));
            worker::tidy(&town.site).await.unwrap();
            for who in [&town.bram, &town.otto] {
                assert_eq!(town.browser_of(who).await.get(&path).await.location(), "/problem/not-found");
            }
        }
        assert_eq!(town.count("events", &format!("id = {gone}")).await, 0);
        let other = file(&town, &town.asha, around).await;
        assert_eq!(other.check(&[(last.number, last.link)]), Vec::new(), "it goes through those that are gone");
        assert_eq!(contradictions(&[kept, other]), Vec::new());
    }
}

/// What `verify` says of a file: its exit status, and its complaint.
fn verify(text: &str) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    command.args(["verify", "-"]).env_clear().stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}
