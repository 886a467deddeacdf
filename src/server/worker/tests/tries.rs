//! What uses up one of a message's tries, and what does not.

use chrono::TimeDelta;
use tokio::sync::watch;

use super::office::{Kept, Office};
use crate::server::{
    db::{
        ConnectionTrait,
        outbox::{self, StoredMessage, Which},
    },
    mail::Class,
    worker::{deliver_due, round::round},
};

/// How long a message waits after each of its tries.
const WAITS: [i64; 7] = [5, 30, 120, 600, 1_800, 7_200, 21_600];

impl Office {
    /// A worker takes what is due and dies before it hands anything over; its lease runs out. Says how many messages it held.
    async fn a_worker_dies(&self) -> usize {
        let mut held = 0;
        while self.claims("dead", Which::ANY).await.is_some() {
            held += 1;
        }
        self.clock.advance(outbox::LEASE);
        held
    }

    /// Somebody takes the next message.
    pub(super) async fn claims(&self, who: &str, which: Which) -> Option<StoredMessage> {
        let tx = self.site.db.write_tx().await.unwrap();
        let claimed = outbox::claim(&tx, who, which, self.site.now()).await.unwrap();
        tx.commit().await.unwrap();
        claimed
    }

    /// Nothing leaves, try after try, until the only message is given up, which is so old already; it must wait as long as one never
    /// tried before.
    async fn fails_after_all_waits(&self, age: TimeDelta) {
        let transport = Kept::failing(&[Class::Retry; 20]);
        let mut waited = age;
        for wait in WAITS.into_iter().chain([21_600; 3]) {
            if waited >= TimeDelta::hours(24) && wait == 21_600 && self.only().await.attempts >= 7 {
                break;
            }
            assert_eq!(self.round(&transport).await, 1);
            let listed = self.only().await;
            assert_eq!(listed.status, "waiting", "{wait} s: {:?}", listed.reason);
            let waits = (listed.due_at - self.site.now()).num_milliseconds();
            assert!((wait * 1_000..=wait * 1_200).contains(&waits), "{wait} s: {waits} ms");
            self.clock.advance(TimeDelta::milliseconds(waits));
            waited += TimeDelta::milliseconds(waits);
        }
        self.round(&transport).await;
        let listed = self.only().await;
        assert!(self.site.now() - listed.created_at >= TimeDelta::hours(24));
        assert_eq!(listed.status, "failed");
        assert!(listed.attempts >= 8);
        assert_eq!(listed.reason, Some(format!("It did not work. Given up after {} tries.", listed.attempts)));
    }
}

#[tokio::test]
async fn a_message_that_does_not_leave_waits_longer_each_time_and_fails_visibly_after_a_day() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    office.fails_after_all_waits(TimeDelta::zero()).await;
}

#[tokio::test]
async fn what_was_put_back_untried_has_all_its_tries_left() {
    let office = Office::new().await;
    for name in ["asha", "ben", "chen"] {
        let person = office.person(name, true).await;
        office.result_for(person).await;
    }
    // Twice the worker is told to stop during its first letter.
    for _ in 0..2 {
        let (stop, stopping) = watch::channel(false);
        let transport = Kept { stop: Some(stop), ..Kept::default() };
        round(&office.site, &transport, None, &stopping).await.unwrap();
        assert_eq!(transport.letters().len(), 1);
    }
    let waiting = office.queue().await.into_iter().find(|listed| listed.status == "waiting").unwrap();
    assert_eq!(waiting.attempts, 0);
    office.round(&Kept::failing(&[Class::Retry])).await;
    let tried = office.queue().await.into_iter().find(|listed| listed.id == waiting.id).unwrap();
    assert_eq!(tried.attempts, 1);
    assert!(tried.due_at - office.site.now() <= TimeDelta::seconds(6), "{}", tried.due_at - office.site.now());
}

#[tokio::test]
async fn what_waited_while_mail_was_paused_has_all_its_tries_left() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    let paused = Kept::failing(&[Class::Paused; 9]);
    for _ in 0..9 {
        assert_eq!(office.round(&paused).await, 1);
        office.clock.advance(TimeDelta::minutes(10));
    }
    office.fails_after_all_waits(TimeDelta::minutes(90)).await;
}

#[tokio::test]
async fn what_waited_for_more_than_a_day_while_mail_was_paused_still_has_all_its_tries() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    let paused = Kept::failing(&[Class::Paused; 150]);
    for _ in 0..150 {
        assert_eq!(office.round(&paused).await, 1);
        office.clock.advance(TimeDelta::minutes(10));
    }
    office.fails_after_all_waits(TimeDelta::hours(25)).await;
}

#[tokio::test]
async fn a_message_that_kills_every_worker_fails_visibly_in_the_end() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    for _ in 0..8 {
        assert_eq!(office.a_worker_dies().await, 1);
    }
    let transport = Kept::default();
    assert_eq!(office.round(&transport).await, 1);
    assert_eq!(transport.letters().len(), 0, "it has been tried often enough");
    let listed = office.only().await;
    assert_eq!((&*listed.status, listed.attempts), ("failed", 8));
    assert_eq!(listed.reason.as_deref(), Some("Sending it never came to an end. Given up after 8 tries."));
}

/// Nobody knows which of the three killed it: only one such message is in hand at a time.
#[tokio::test]
async fn a_message_that_kills_its_worker_takes_no_other_with_it_twice() {
    let office = Office::new().await;
    for name in ["asha", "ben", "chen"] {
        let person = office.person(name, true).await;
        office.result_for(person).await;
    }
    assert_eq!(office.a_worker_dies().await, 3);
    let first = office.claims("second", Which::ANY).await.unwrap();
    assert!(first.is_doubtful());
    assert_eq!(office.claims("second", Which { doubtful: false, ..Which::ANY }).await, None);
    office.clock.advance(outbox::LEASE);
    let transport = Kept::default();
    assert_eq!(office.round(&transport).await, 3);
    let tries: Vec<_> = office.queue().await.iter().rev().map(|listed| listed.attempts).collect();
    assert_eq!(tries, [3, 2, 2]);
}

/// Earlier versions counted what was put back, and every look while mail was paused.
#[tokio::test]
async fn what_waits_with_more_tries_than_there_are_is_tried_all_the_same() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    let tx = office.site.db.write_tx().await.unwrap();
    tx.execute_unprepared("UPDATE outbox SET attempts = 40").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(office.round(&Kept::default()).await, 1);
    assert_eq!(office.only().await.status, "sent");
}

#[tokio::test]
async fn what_was_sent_after_its_worker_died_counts_both_tries() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.result_for(asha).await;
    office.a_worker_dies().await;
    office.round(&Kept::failing(&[Class::Retry])).await;
    let waits = office.only().await.due_at - office.site.now();
    assert!((30..=36).contains(&waits.num_seconds()), "the second wait: {waits}");
}

#[tokio::test]
async fn a_fault_of_the_database_gives_back_what_was_not_in_hand() {
    let office = Office::new().await;
    for name in ["asha", "ben"] {
        let person = office.person(name, true).await;
        office.result_for(person).await;
    }
    let tx = office.site.db.write_tx().await.unwrap();
    let garbled = "UPDATE users SET role = 'queen' WHERE name = 'asha'";
    for step in ["PRAGMA ignore_check_constraints = ON", garbled] {
        tx.execute_unprepared(step).await.unwrap();
    }
    tx.commit().await.unwrap();
    let transport = Kept::default();
    assert!(deliver_due(&office.site, &transport).await.is_err());
    assert_eq!(office.round(&transport).await, 1, "at once, not when the lease ends");
    let queue = office.queue().await;
    let stands: Vec<_> = queue.iter().rev().map(|listed| (&*listed.status, listed.attempts)).collect();
    assert_eq!(stands, [("sending", 0), ("sent", 1)]);
}
