//! What the site states: signed, in one chain, and for whom it can be read.

use std::collections::BTreeMap;

use ::allocation::{
    Rule,
    statement::{Kind, START, Said, Statement, StatementFile, against_record, contradictions},
};
use chrono::TimeDelta;
use serde_json::Value;
use ticket_pool::{
    domain::{event::EventForm, ids::EventId},
    error::Refusal,
    server::{
        auth::Actor,
        db::statements as stored,
        services::{allocation::Telling, draw, event, request, statements},
        worker,
    },
};
use tokio::task::JoinSet;

use crate::harness::{Town, beacon::Host, event_form, refusal};

const OTHER: &str = "another-key-another-key-another-key-1";
const FIRST: &str = "0123456789abcdef0123456789abcdef";

async fn file(town: &Town, who: &Actor, event: EventId) -> StatementFile {
    let text = statements::of_event(&town.site, who, event).await.unwrap();
    let file = StatementFile::read(text.as_bytes()).unwrap();
    assert_eq!(file.check(&[]), Vec::new());
    file
}

/// What can be read of a file, in order.
fn read(file: &StatementFile) -> Vec<Statement> {
    let bodies = file.statements.iter().filter_map(|said| match said {
        Said::Shown { body, .. } => Some(Statement::parse(body).unwrap()),
        Said::Withheld(_) => None,
    });
    bodies.collect()
}

fn kinds(file: &StatementFile) -> Vec<Kind> {
    read(file).iter().map(Statement::kind).collect()
}

/// An event that was drawn by a round of drand, in which one number was then set by hand, finalized.
async fn drawn(town: &Town) -> EventId {
    let town = town.with_hosts(&[Host::Honest]).await;
    let form = EventForm { randomness: "drand".into(), ..event_form("Rovers v United") };
    let event = town.closed_match_like(&form).await;
    town.draw(event, Rule::LOTTERY, "").await.unwrap();
    town.wait(TimeDelta::minutes(11));
    assert_eq!(draw::draw_due(&town.site).await.unwrap(), 1);
    town.put_draw(event).await.unwrap();
    event
}

both! {
    async fn a_whole_event_is_stated_and_what_is_stated_agrees_with_the_record(town: Town) {
        let event = drawn(&town).await;
        town.finalize(event, Telling::Changed).await.unwrap();
        let all = file(&town, &town.otto, event).await;
        assert_eq!(all.first, 2, "the first of all is that of the key");
        assert_eq!(
            kinds(&all),
            [Kind::Commitment, Kind::Receipt, Kind::Receipt, Kind::Close, Kind::Plan, Kind::Draw, Kind::Finalize]
        );
        let compared = against_record(&all, &town.record(event, 1).await);
        assert_eq!(compared.differences, Vec::new());
        let agree: Vec<Kind> = compared.agree.iter().map(|(_, kind)| *kind).collect();
        assert_eq!(agree, [Kind::Commitment, Kind::Close, Kind::Plan, Kind::Draw]);
        assert_eq!(contradictions(&[all]), Vec::new());
    }

    async fn what_is_set_by_hand_is_stated_once_it_is_final_and_so_is_what_is_changed_after(town: Town) {
        let number = town.closed_in_turn().await;
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        let asha = town.request(number, &town.asha).await;
        let drawn = asha.allocated.unwrap();
        assert!(drawn > 2);
        let version = town.event(number).await.board_version;
        let mut form = crate::harness::board(version, &[(asha.id, Some(2))]);
        form.reason.insert(ticket_pool::domain::board::key(asha.id), "Her bus is small.".into());
        ticket_pool::server::services::allocation::save(&town.site, &town.otto, number, &form).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        let by_hand = |file: &StatementFile, kind| {
            let of_kind = read(file).into_iter().filter(|one| one.kind() == kind);
            let lines = of_kind.map(|one| ["label", "drawn", "before", "now", "reason"].map(|key| one.get(key).map(str::to_owned)));
            lines.collect::<Vec<_>>()
        };
        let public = draw::event_label(&town.event(number).await).unwrap();
        let label = Some(draw::label(&public, &asha).to_string());
        let text = |text: &str| Some(text.to_owned());
        let told = file(&town, &town.bram, number).await;
        let overridden = [label.clone(), text(&drawn.to_string()), None, text("2"), text("Her bus is small.")];
        assert_eq!(by_hand(&told, Kind::Override), [overridden]);
        assert_eq!(by_hand(&told, Kind::Number), Vec::<[Option<String>; 5]>::new());
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.asha, Some(4))]).await.unwrap();
        town.finalize(number, Telling::Nobody).await.unwrap();
        let told = file(&town, &town.bram, number).await;
        assert_eq!(by_hand(&told, Kind::Number), [[label, None, text("2"), text("4"), text("Counted again.")]]);
        assert_eq!(kinds(&told).last(), Some(&Kind::Finalize));
    }

    async fn receipts_are_for_their_person_and_for_who_runs_the_event(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[4, 2]).await.unwrap();
        town.ask(number, &town.bram, &[3]).await.unwrap();
        town.ask(number, &town.asha, &[4]).await.unwrap();
        request::withdraw(&town.site, &town.asha, number, town.asha.person, "").await.unwrap();
        request::restore(&town.site, &town.asha, number, town.asha.person).await.unwrap();
        request::withdraw(&town.site, &town.otto, number, town.bram.person, "Asked twice.").await.unwrap();
        let tiers = |file: &StatementFile| -> Vec<String> {
            read(file).iter().filter_map(|one| one.get("tiers").map(str::to_owned)).collect()
        };
        let own = file(&town, &town.asha, number).await;
        assert_eq!(tiers(&own), ["4,2", "4", "4"]);
        assert_eq!(kinds(&own), [Kind::Commitment, Kind::Receipt, Kind::Receipt, Kind::Withdrawal, Kind::Receipt]);
        assert!(own.statements.iter().any(|said| matches!(said, Said::Withheld(_))), "Bram's are there as digests");
        assert_eq!(kinds(&file(&town, &town.bram, number).await), [Kind::Commitment, Kind::Receipt, Kind::Removal]);
        assert_eq!(kinds(&file(&town, &town.olga, number).await), [Kind::Commitment]);
        let all = file(&town, &town.otto, number).await;
        assert_eq!(tiers(&all), ["4,2", "3", "4", "4"]);
        // A note alone changes nothing that was stated; the same numbers do not either.
        let before = town.count("statements", "1 = 1").await;
        town.ask(number, &town.asha, &[4]).await.unwrap();
        assert_eq!(town.count("statements", "1 = 1").await, before);
        assert_eq!(contradictions(&[own, all]), Vec::new());
    }

    async fn what_happens_to_an_event_is_stated_and_stays_when_it_is_gone(town: Town) {
        let number = town.closed_match().await;
        let public_id = town.event(number).await.public_id;
        event::open_again(&town.site, &town.otto, number).await.unwrap();
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        event::uncancel(&town.site, &town.otto, number).await.unwrap();
        event::delete(&town.site, &town.dana, number).await.unwrap();
        assert_eq!(refusal(statements::of_event(&town.site, &town.otto, number).await), Refusal::NotFound);
        event::restore(&town.site, &town.dana, number).await.unwrap();
        let all = file(&town, &town.otto, number).await;
        let moves: Vec<Kind> = kinds(&all).into_iter().skip(4).collect();
        assert_eq!(moves, [Kind::Reopen, Kind::Cancel, Kind::Uncancel, Kind::Trash, Kind::Trash]);
        event::delete(&town.site, &town.dana, number).await.unwrap();
        town.wait(TimeDelta::days(31));
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(town.count("events", "1 = 1").await, 0);
        assert_eq!(stored::of_event(town.site.db.read(), &public_id).await.unwrap().len(), all.statements.len() + 1);
    }

    async fn another_close_or_another_source_is_announced_anew(town: Town) {
        let mut form = EventForm { randomness: "drand".into(), ..event_form("Rovers v United") };
        let number = event::create(&town.site, &town.otto, &form).await.unwrap();
        for (closes, notes) in [("2026-12-03T18:00", ""), ("2026-12-03T18:00", "Gate 4")] {
            form.version = town.event(number).await.version.to_string();
            (form.closes, form.notes) = (closes.into(), notes.into());
            event::edit(&town.site, &town.otto, number, &form).await.unwrap();
        }
        let said = read(&file(&town, &town.asha, number).await);
        let announced: Vec<_> = said.iter().map(|one| one.get("randomness").unwrap()).collect();
        assert_eq!(announced.len(), 2, "a note is no announcement");
        assert_ne!(announced[0], announced[1]);
        assert!(announced.iter().all(|one| one.starts_with("drand ")));
        assert_eq!(said[0].get("commitment"), said[1].get("commitment"));
    }

    async fn a_statement_cannot_be_changed_or_taken_out(town: Town) {
        town.match_day().await;
        for sql in [
            "UPDATE statements SET body = 'something else'",
            "UPDATE statements SET link = digest",
            "DELETE FROM statements",
            "DELETE FROM statements WHERE number = 1",
        ] {
            assert!(town.force(sql).await.is_err(), "{sql}");
        }
        assert_eq!(town.count("statements", "1 = 1").await, 2);
    }

    async fn of_sixteen_who_state_something_at_once_each_has_a_place_of_their_own(town: Town) {
        let number = town.match_day().await;
        let mut all = JoinSet::new();
        for one in 0..16 {
            let who = town.newcomer(&format!("Person{one}")).await;
            let town = town.clone();
            all.spawn(async move { town.ask(number, &who, &[1]).await });
        }
        for done in all.join_all().await {
            done.unwrap();
        }
        let all = file(&town, &town.otto, number).await;
        assert_eq!((all.first, all.statements.len()), (2, 17));
        assert_eq!(statements::head(&town.site).await.unwrap().link, all.head().1);
    }

    async fn where_the_chain_stands_is_public_and_in_every_email(town: Town) {
        let answer = town.browser().get("/.well-known/ticket-pool.json").await;
        assert_eq!(answer.status, 404, "nothing was stated yet");
        let number = town.closed_match().await;
        let answer = town.browser().get("/.well-known/ticket-pool.json").await;
        let told: Value = serde_json::from_str(&answer.body).unwrap();
        let all = file(&town, &town.otto, number).await;
        let (last, link) = all.head();
        let expected: BTreeMap<&str, Value> = [
            ("format", "ticket-pool/head/1".into()),
            ("site", "http://localhost:5000".into()),
            ("key", all.key.to_string().into()),
            ("number", last.into()),
            ("link", link.to_string().into()),
        ]
        .into();
        assert_eq!(told, serde_json::to_value(expected).unwrap());
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        let link = statements::head(&town.site).await.unwrap().link.to_string();
        let groups = |digits: &str| ticket_pool::words::in_groups(&digits[..32]);
        for letter in town.post().await {
            for body in [&letter.text, &letter.html] {
                let key = &groups(&all.key.to_string())[..19];
                assert!(body.contains(&format!("Signed statement {}: {} · key {key}", last + 1, groups(&link))), "{body}");
            }
        }
    }

    async fn who_lost_the_secret_key_signs_with_a_new_one_and_says_so(town: Town) {
        let number = town.match_day().await;
        let before = file(&town, &town.otto, number).await;
        let changed = town.with_settings(&[("SECRET_KEY", OTHER)]);
        draw::catch_up(&changed.site).await.unwrap();
        assert_eq!(statements::head(&changed.site).await.unwrap().number, 2, "a start changes nothing");
        changed.ask(number, &town.asha, &[1]).await.unwrap();
        let rows = stored::of_event(town.site.db.read(), &town.event(number).await.public_id).await.unwrap();
        let now = rows.last().unwrap().key;
        assert_ne!(now, before.key);
        let said = town.rows("SELECT body FROM statements WHERE kind = 'key' ORDER BY number").await;
        assert_eq!(said.len(), 2);
        let said = Statement::parse(said[1]["body"].as_str().unwrap()).unwrap();
        assert_eq!((said.get("key"), said.get("before")), (Some(&*now.to_string()), Some(&*before.key.to_string())));
        let after = file(&town, &town.otto, number).await;
        assert_eq!(kinds(&after), [Kind::Commitment, Kind::Key, Kind::Receipt]);
        assert_eq!(after.key, before.key);
    }

    async fn the_signing_key_is_sealed_anew_with_the_secret_key(town: Town) {
        let number = town.match_day().await;
        let key = file(&town, &town.otto, number).await.key;
        let both = town.with_settings(&[("SECRET_KEY", OTHER), ("SECRET_KEY_PREVIOUS", FIRST)]);
        draw::catch_up(&both.site).await.unwrap();
        let changed = town.with_settings(&[("SECRET_KEY", OTHER)]);
        changed.ask(number, &town.asha, &[1]).await.unwrap();
        assert_eq!(town.count("statements", &format!("key <> '{key}'")).await, 0);
        assert_eq!(town.count("statements", "kind = 'key'").await, 1);
    }

    async fn events_from_before_there_were_statements_are_announced_at_the_next_start(town: Town) {
        let number = town.closed_match().await;
        // As a database from before.
        town.forget_statements().await;
        town.force(&format!("UPDATE statement_head SET number = 0, link = '{START}', key = NULL")).await.unwrap();
        draw::catch_up(&town.site).await.unwrap();
        draw::catch_up(&town.site).await.unwrap();
        assert_eq!(kinds(&file(&town, &town.otto, number).await), [Kind::Commitment]);
    }
}
