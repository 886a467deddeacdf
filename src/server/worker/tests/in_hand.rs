//! Whose a message is, and what becomes of it when they die.

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use serde_json::json;
use tokio::sync::{Notify, watch};

use super::office::{Kept, Office};
use crate::{
    domain::{ids::MessageId, message::Kind},
    server::{
        clock::StandingClock,
        db::outbox::{self, SendOutcome, Which},
        mail::{Begun, Letter, Transport, TransportError},
        worker::{deliver::Sender, lanes::send_always, turn::Turn},
    },
};

impl Office {
    /// Somebody hands a message over, if they may.
    async fn hands_over(&self, who: &str, message: MessageId) -> bool {
        let tx = self.site.db.write_tx().await.unwrap();
        let may = outbox::hand_over(&tx, message, who, self.site.now()).await.unwrap();
        tx.commit().await.unwrap();
        may
    }

    async fn notes(&self, who: &str, message: MessageId, outcome: SendOutcome) {
        let tx = self.site.db.write_tx().await.unwrap();
        outbox::settle(&tx, message, who, outcome, self.site.now()).await.unwrap();
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn what_a_dead_worker_had_not_handed_over_is_sent_when_its_lease_ends() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    assert!(office.claims("dead", Which::ANY).await.is_some());
    let transport = Kept::default();
    office.clock.advance(TimeDelta::seconds(19));
    assert_eq!(office.round(&transport).await, 0);
    office.clock.advance(TimeDelta::seconds(1));
    assert_eq!(office.round(&transport).await, 1);
    assert_eq!(office.only().await.status, "sent");
}

#[tokio::test]
async fn what_a_dead_worker_had_handed_over_is_sent_once_more_and_then_never() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    let transport = Kept::default();
    for (round, status) in ["waiting", "failed"].into_iter().enumerate() {
        let message = office.claims("dead", Which::ANY).await.unwrap();
        assert!(office.hands_over("dead", message.id).await, "round {round}");
        office.clock.advance(outbox::LEASE);
        assert_eq!(office.round(&transport).await, 1);
        assert_eq!(office.only().await.status, status);
        office.clock.advance(TimeDelta::minutes(10));
    }
    assert_eq!(transport.letters().len(), 0, "both may have left");
    assert_eq!(office.only().await.reason.as_deref(), Some("Nobody knows whether it left."));
}

#[tokio::test]
async fn whoever_was_thought_dead_hands_nothing_over() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    let message = office.claims("asleep", Which::ANY).await.unwrap();
    office.clock.advance(outbox::LEASE);
    assert_eq!(office.claims("awake", Which::ANY).await.map(|message| message.id), Some(message.id));
    assert!(!office.hands_over("asleep", message.id).await);
    assert!(office.hands_over("awake", message.id).await);
}

#[tokio::test]
async fn whoever_slept_while_sending_can_still_say_that_it_left() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    let message = office.claims("asleep", Which::ANY).await.unwrap();
    assert!(office.hands_over("asleep", message.id).await);
    office.clock.advance(outbox::LEASE);
    let transport = Kept::default();
    assert_eq!(office.round(&transport).await, 1);
    // Taken over, and to be tried once more in ten minutes. What went wrong does not count now; that it left does.
    let failed = SendOutcome::Failed { reason: "It did not work.".into(), tried: true };
    office.notes("asleep", message.id, failed).await;
    assert_eq!(office.only().await.status, "waiting");
    office.notes("asleep", message.id, SendOutcome::Sent { provider_id: "late".into() }).await;
    assert_eq!(office.only().await.status, "sent");
    office.clock.advance(TimeDelta::hours(1));
    assert_eq!(office.round(&transport).await, 0);
}

/// Takes a minute and a half.
struct Slow(Kept, Arc<StandingClock>);

impl Transport for Slow {
    async fn begin(&self, letter: &Letter) -> Result<Begun<'_>, TransportError> {
        let begun = self.0.begin(letter).await?;
        Ok(Box::pin(async move {
            for _ in 0..90 {
                tokio::time::sleep(Duration::from_millis(20)).await;
                self.1.advance(TimeDelta::seconds(1));
            }
            begun.await
        }))
    }
}

#[tokio::test]
async fn a_message_that_takes_long_stays_whoever_has_it_in_hand() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    let (_runs_on, stop) = watch::channel(false);
    let slow = Slow(Kept::default(), Arc::clone(&office.clock));
    let mut sender = Sender::new(&office.site, &slow, stop);
    sender.beat = Duration::from_millis(50);
    let Turn::Message(message) = sender.next(None, Which::ANY).await.unwrap() else { panic!("a message") };
    let others = async {
        for _ in 0..80 {
            tokio::time::sleep(Duration::from_millis(20)).await;
            assert_eq!(office.claims("other", Which::ANY).await, None, "at {}", office.site.now());
        }
    };
    let (sent, ()) = tokio::join!(sender.deliver(&message, false), others);
    sent.unwrap();
    assert_eq!(slow.0.letters().len(), 1);
    assert_eq!(office.only().await.status, "sent");
}

/// Never gets as far as to hand a letter over. Says when it has begun one.
struct Stuck(Notify);

impl Transport for Stuck {
    async fn begin(&self, _: &Letter) -> Result<Begun<'_>, TransportError> {
        self.0.notify_one();
        std::future::pending().await
    }
}

#[tokio::test]
async fn of_a_letter_that_was_only_begun_everybody_knows_that_it_did_not_leave() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    let (_runs_on, stop) = watch::channel(false);
    let stuck = Stuck(Notify::new());
    let dies = Sender::new(&office.site, &stuck, stop);
    let Turn::Message(message) = dies.next(None, Which::ANY).await.unwrap() else { panic!("a message") };
    tokio::select! {
        _ = dies.deliver(&message, false) => panic!("it never ends"),
        () = stuck.0.notified() => {}
    }
    // Sent when its lease ends, not ten minutes later, and without a doubt.
    office.clock.advance(outbox::LEASE);
    let transport = Kept::default();
    assert_eq!(office.round(&transport).await, 1);
    assert_eq!((transport.letters().len(), &*office.only().await.status), (1, "sent"));
}

/// Begins letters for longer than a lease without a sign of life, while somebody else takes over what it had.
struct Asleep<'a>(&'a Office, Kept);

impl Transport for Asleep<'_> {
    async fn begin(&self, letter: &Letter) -> Result<Begun<'_>, TransportError> {
        self.0.clock.advance(outbox::LEASE);
        assert!(self.0.claims("awake", Which::ANY).await.is_some());
        self.1.begin(letter).await
    }
}

#[tokio::test]
async fn what_somebody_else_has_by_then_is_not_handed_over_however_far_it_was_begun() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    let asleep = Asleep(&office, Kept::default());
    let (_runs_on, stop) = watch::channel(false);
    let sender = Sender::new(&office.site, &asleep, stop);
    let Turn::Message(message) = sender.next(None, Which::ANY).await.unwrap() else { panic!("a message") };
    sender.deliver(&message, false).await.unwrap();
    assert_eq!(asleep.1.letters().len(), 0);
    assert!(office.hands_over("awake", message.id).await);
}

/// Breaks whoever sends Ben's.
struct Breaking(Kept);

impl Transport for Breaking {
    async fn begin(&self, letter: &Letter) -> Result<Begun<'_>, TransportError> {
        let (begun, is_bens) = (self.0.begin(letter).await?, letter.to_address.starts_with("ben"));
        Ok(Box::pin(async move {
            assert!(!is_bens, "broken by Ben’s");
            begun.await
        }))
    }
}

#[tokio::test]
async fn a_message_that_breaks_its_lane_stops_no_other() {
    let mut office = Office::new().await;
    office.sends_by_ses();
    let (asha, ben) = (office.person("asha", true).await, office.person("ben", true).await);
    office.result_for(ben).await;
    office.result_for(asha).await;
    office.write(Kind::SignIn, "sign-in:1", Some(asha), json!({})).await;
    let (stop, stopping) = watch::channel(false);
    let transport: &'static Breaking = Box::leak(Box::new(Breaking(Kept::default())));
    let site = office.site.clone();
    let worker = tokio::spawn(async move { send_always(&site, transport, stopping).await });
    // Its lease ends, it is taken over and waits ten minutes, breaks another lane, is taken over again and given up.
    let ends = async {
        while !office.queue().await.iter().all(|listed| matches!(&*listed.status, "sent" | "failed")) {
            tokio::time::sleep(Duration::from_millis(20)).await;
            office.clock.advance(TimeDelta::seconds(2));
            office.site.mail_waits.notify_one();
        }
    };
    tokio::time::timeout(Duration::from_mins(1), ends).await.unwrap();
    stop.send_replace(true);
    worker.await.unwrap();
    assert_eq!(transport.0.letters().len(), 2);
    let bens = office.queue().await.into_iter().find(|listed| listed.status == "failed").unwrap();
    assert_eq!((bens.person, bens.reason.as_deref()), (Some(ben), Some("Nobody knows whether it left.")));
}
