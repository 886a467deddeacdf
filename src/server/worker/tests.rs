mod in_hand;
mod message_ids;
mod office;
mod pace;
mod tries;

use std::time::Duration;

use chrono::TimeDelta;
use serde_json::json;
use tokio::sync::watch;

use self::office::{Kept, Office, facts};
use super::{round::round, start, tidy};
use crate::{
    domain::message::Kind,
    server::{
        auth::Code,
        db::{address_changes, attempts, outbox, people},
        mail::Class,
    },
};

#[tokio::test]
async fn a_sign_in_letter_carries_a_link_that_works_for_fifteen_minutes() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.write(Kind::SignIn, "sign-in:1", Some(asha), json!({})).await;
    office.clock.advance(TimeDelta::hours(1));
    let transport = Kept::default();
    assert_eq!(office.round(&transport).await, 1);
    assert_eq!(office.round(&transport).await, 0);
    let [letter] = &transport.letters()[..] else { panic!("one letter") };
    assert_eq!(letter.to_address, "asha@example.com");
    assert_eq!(office.only().await.status, "sent");
    office.clock.advance(TimeDelta::minutes(14));
    assert!(office.works(letter).await);
    office.clock.advance(TimeDelta::minutes(2));
    assert!(!office.works(letter).await);
}

#[tokio::test]
async fn a_welcome_letter_works_for_three_days() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.write(Kind::Welcome, "welcome:1", Some(asha), json!({})).await;
    let transport = Kept::default();
    office.round(&transport).await;
    office.clock.advance(TimeDelta::hours(71));
    assert!(office.works(&transport.letters()[0]).await);
}

#[tokio::test]
async fn nobody_is_written_to_who_is_unknown_or_deactivated() {
    let office = Office::new().await;
    let gone = office.person("gone", false).await;
    office.write(Kind::SignIn, "sign-in:1", None, json!({})).await;
    office.write(Kind::SignIn, "sign-in:2", Some(gone), json!({})).await;
    office.result_for(gone).await;
    let transport = Kept::default();
    assert_eq!(office.round(&transport).await, 3);
    assert_eq!(transport.letters().len(), 0);
    for listed in office.queue().await {
        assert_eq!((&*listed.status, listed.reason.as_deref()), ("skipped", Some("This person is deactivated.")));
    }
}

#[tokio::test]
async fn only_the_three_newest_links_work() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    let transport = Kept::default();
    for count in 0..4 {
        office.write(Kind::SignIn, &format!("sign-in:{count}"), Some(asha), json!({})).await;
        office.round(&transport).await;
    }
    let mut works = Vec::new();
    for letter in transport.letters() {
        works.push(office.works(&letter).await);
    }
    assert_eq!(works, [false, true, true, true]);
}

#[tokio::test]
async fn an_address_that_is_refused_counts_as_failing_from_then_on() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    for (class, fails) in [(Class::Permanent, false), (Class::NoRecipient, true)] {
        let facts = serde_json::to_value(facts()).unwrap();
        office.write(Kind::Result, &format!("result:{class:?}"), Some(asha), facts).await;
        office.round(&Kept::failing(&[class])).await;
        let person = people::find(office.site.db.read(), asha).await.unwrap().unwrap();
        assert_eq!(person.failing.is_some(), fails, "{class:?}");
    }
}

#[tokio::test]
async fn what_will_never_be_taken_fails_at_once_and_can_be_sent_again() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    let transport = Kept::failing(&[Class::Permanent]);
    office.round(&transport).await;
    let failed = office.only().await;
    assert_eq!((&*failed.status, failed.reason.as_deref()), ("failed", Some("It did not work.")));
    let tx = office.site.db.write_tx().await.unwrap();
    assert!(outbox::resend(&tx, failed.id, office.site.now()).await.unwrap());
    tx.commit().await.unwrap();
    office.round(&transport).await;
    let sent = office.only().await;
    assert_eq!((&*sent.status, sent.reason), ("sent", None));
}

#[tokio::test]
async fn an_unknown_outcome_is_slow_for_results_and_fast_for_signing_in_and_never_tried_a_third_time() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    office.write(Kind::SignIn, "sign-in:1", Some(asha), json!({})).await;
    let transport = Kept::failing(&[Class::Unknown; 9]);
    // Signing in twice, the result once.
    assert_eq!(office.round(&transport).await, 3);
    assert_eq!(office.round(&transport).await, 0);
    let letters = transport.letters();
    assert_ne!(letters[0].text, letters[1].text);
    assert!(office.works(&letters[1]).await);
    let [signing_in, result] = &office.queue().await[..] else { panic!("two messages") };
    assert_eq!((&*signing_in.status, signing_in.reason.as_deref()), ("failed", Some("Nobody knows whether it left.")));
    assert_eq!((result.due_at - office.site.now(), &*result.status), (TimeDelta::minutes(10), "waiting"));
    office.clock.advance(TimeDelta::minutes(10));
    assert_eq!((office.round(&transport).await, office.round(&transport).await), (1, 0));
    assert_eq!(office.queue().await[1].status, "failed");
    let letters = transport.letters();
    assert_eq!(letters[2].message_id, letters[3].message_id);
    office.clock.advance(TimeDelta::days(2));
    assert_eq!(office.round(&transport).await, 0);
}

/// Someone sits there and waits for it, so it goes at once, before others, with a code that makes the first worthless.
#[tokio::test]
async fn a_code_for_a_new_address_is_as_urgent_as_one_to_sign_in() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    office.new_address_for(asha, "asha@example.net").await;
    let transport = Kept::failing(&[Class::Unknown]);
    assert_eq!(office.round(&transport).await, 3);
    let letters = transport.letters();
    let to: Vec<_> = letters.iter().map(|letter| &*letter.to_address).collect();
    assert_eq!(to, ["asha@example.net", "asha@example.net", "asha@example.com"]);
    assert_ne!(letters[0].subject, letters[1].subject);
    let change = address_changes::of_person(office.site.db.read(), asha, office.site.now()).await.unwrap().unwrap();
    let hash = [change.code_hash(office.site.now())];
    for (letter, counts) in [(&letters[0], false), (&letters[1], true)] {
        let code = Code::presented(&letter.subject[..9]).unwrap();
        let found = code.position(&hash, &office.site.settings.secret_key).await;
        assert_eq!(found.is_some(), counts);
    }
}

#[tokio::test]
async fn a_paused_account_keeps_everything_waiting() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    let transport = Kept::failing(&[Class::Paused; 200]);
    for _ in 0..200 {
        assert_eq!(office.round(&transport).await, 1);
        office.clock.advance(TimeDelta::minutes(10));
    }
    assert_eq!(office.only().await.status, "waiting");
}

#[tokio::test]
async fn a_payload_that_cannot_be_read_fails_visibly() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.write(Kind::Result, "result:1", Some(asha), json!({ "given": "two" })).await;
    office.round(&Kept::default()).await;
    assert_eq!(office.only().await.reason.as_deref(), Some("What this message tells cannot be read."));
}

#[tokio::test]
async fn stopping_finishes_the_letter_in_hand_and_gives_the_others_back() {
    let office = Office::new().await;
    for name in ["asha", "ben", "chen"] {
        let person = office.person(name, true).await;
        office.result_for(person).await;
    }
    let (stop, stopping) = watch::channel(false);
    let transport = Kept { stop: Some(stop), ..Kept::default() };
    round(&office.site, &transport, None, &stopping).await.unwrap();
    assert_eq!(transport.letters().len(), 1);
    let due = office.queue().await.into_iter().filter(|listed| listed.status == "waiting");
    assert_eq!(due.filter(|listed| listed.due_at <= office.site.now()).count(), 2);
}

#[tokio::test]
async fn no_secret_and_no_address_lies_in_the_queue() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.write(Kind::SignIn, "sign-in:1", Some(asha), json!({})).await;
    let transport = Kept::default();
    office.round(&transport).await;
    let queue = format!("{:?}", office.queue().await);
    assert!(!queue.contains('@') && !queue.contains("/sign-in/link"), "{queue}");
}

#[tokio::test]
async fn tidying_removes_ways_in_a_day_after_they_ran_out() {
    let office = Office::new().await;
    let attempt = office.attempt(None).await;
    let there = async || attempts::find(office.site.db.read(), attempt).await.unwrap().is_some();
    office.clock.advance(TimeDelta::hours(24));
    tidy(&office.site).await.unwrap();
    assert!(there().await);
    office.clock.advance(TimeDelta::hours(1));
    tidy(&office.site).await.unwrap();
    assert!(!there().await);
}

#[tokio::test]
async fn a_started_worker_sends_when_it_is_woken_and_ends_when_it_is_told() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    let (stop, stopping) = watch::channel(false);
    let worker = start(office.site.clone(), stopping);
    office.result_for(asha).await;
    office.site.mail_waits.notify_one();
    let sent = async { while office.only().await.status != "sent" {} };
    tokio::time::timeout(Duration::from_secs(4), sent).await.unwrap();
    stop.send_replace(true);
    tokio::time::timeout(Duration::from_secs(4), worker).await.unwrap().unwrap();
}
