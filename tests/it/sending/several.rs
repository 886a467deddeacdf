//! Two instances on one database, of which one dies in the midst of it.

use std::{collections::HashMap, env, sync::Arc, time::Duration};

use sea_orm::{ConnectionTrait, Statement};
use ticket_pool::server::{clock::SystemClock, db::Db, worker};
use tokio::{sync::watch, time::sleep};

use super::ses::Service;
use crate::harness::Town;

/// How many people are written to; `TICKET_POOL_MAILS` says another number.
fn many() -> usize {
    env::var("TICKET_POOL_MAILS").map_or(200, |mails| mails.parse().unwrap())
}

/// A crowd of members, and one message to each.
pub async fn a_crowd_in(db: &Db, people: usize) {
    let now = "'2026-11-22 12:00:00+00:00'";
    let tx = db.write_tx().await.unwrap();
    for number in 0..people {
        let one = format!(
            "INSERT INTO users (public_id, name, email, role, status, created_at) \
             VALUES ('crowd{number}', 'Crowd {number}', 'crowd{number}@example.org', 'member', 'active', {now})"
        );
        tx.execute_unprepared(&one).await.unwrap();
    }
    let messages = format!(
        "INSERT INTO outbox (kind, dedupe_key, user_id, payload, status, created_at, due_at) \
         SELECT 'test', public_id, id, '{{}}', 'waiting', {now}, {now} FROM users WHERE public_id LIKE 'crowd%'"
    );
    tx.execute_unprepared(&messages).await.unwrap();
    tx.commit().await.unwrap();
}

/// How many messages are like this.
pub async fn left(db: &Db, condition: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) FROM outbox WHERE {condition}");
    let row = db.read().query_one_raw(Statement::from_string(db.backend(), sql)).await.unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

/// Waits until no messages are like this.
async fn until_no(town: &Town, condition: &str) {
    for _ in 0..3_000 {
        if town.count("outbox", condition).await == 0 {
            return;
        }
        sleep(Duration::from_millis(100)).await;
    }
    panic!("there are still messages with {condition}");
}

both! {
    async fn when_one_of_two_dies_nothing_is_lost_and_nothing_twice_but_what_it_had_in_hand(town: Town) {
        town.post().await;
        town.force("DELETE FROM outbox").await.unwrap();
        let many = many();
        a_crowd_in(&town.site.db, many).await;
        let service = Service::answering(&[]).await;
        let mut town = town.with_settings(&service.settings());
        town.site.clock = Arc::new(SystemClock);
        let (stop, stopping) = watch::channel(false);
        let lives = worker::start(town.site.clone(), stopping.clone());
        let dies = worker::start(town.site.clone(), stopping);
        while service.taken.lock().unwrap().len() < many / 3 {
            sleep(Duration::from_millis(5)).await;
        }
        dies.abort();
        let ended = dies.await;
        assert!(ended.is_err(), "it did not end by itself");
        // What it had not handed over is taken over within 20 seconds, what it had waits ten minutes.
        until_no(&town, "status = 'sending' OR (status = 'waiting' AND unsure = 0)").await;
        let doubtful = town.count("outbox", "unsure = 1").await;
        assert!(doubtful <= 16, "{doubtful} were in hand");
        let now = "'2026-11-22 12:00:00+00:00'";
        town.force(&format!("UPDATE outbox SET due_at = {now} WHERE status = 'waiting'")).await.unwrap();
        until_no(&town, "status <> 'sent'").await;
        stop.send_replace(true);
        lives.await.unwrap();

        let mut times: HashMap<String, i64> = HashMap::new();
        for to in service.taken.lock().unwrap().iter() {
            *times.entry(to.clone()).or_default() += 1;
        }
        assert_eq!(times.len(), many, "nothing is lost");
        let twice = times.values().filter(|&&times| times > 1).count();
        assert!(i64::try_from(twice).unwrap() <= doubtful && times.values().all(|&times| times <= 2), "{times:?}");
        println!("{many} mails, {doubtful} in hand when one died, {twice} of them came twice");
    }
}
