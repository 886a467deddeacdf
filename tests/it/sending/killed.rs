//! The real program, killed while it sends. `script/faults` does this hundreds of times.

use std::{
    collections::HashMap,
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use ticket_pool::server::db::{ConnectionTrait, Db};
use tokio::time::sleep;

use super::{
    ses::{Answer, Service},
    several::{a_crowd_in, left},
};

/// How many people are written to.
const MANY: usize = 60;
/// How often it is killed.
const ROUNDS: usize = 5;

fn command(folder: &Path, service: &Service, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    command.args(words).current_dir(folder).env_clear().stdout(Stdio::null()).stderr(Stdio::null());
    let own =
        [("DATABASE", "tickets.db"), ("LISTEN", "127.0.0.1:0"), ("LEPTOS_SITE_ROOT", "site"), ("DRAND_URLS", "none")];
    command.envs(own).envs(service.settings());
    command
}

fn kill(mut program: Child) {
    program.kill().unwrap();
    program.wait().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_it_sends_it_loses_nothing_and_sends_twice_only_what_it_had_in_hand() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("site/pkg")).unwrap();
    let slow = [Answer::TakesAfter(Duration::from_millis(40)); MANY * 2];
    let service = Service::answering(&slow).await;
    let init = ["init", "--email", "dana@example.org", "--name", "Dana"];
    assert!(command(folder.path(), &service, &init).status().unwrap().success());
    let db = Db::sqlite(&folder.path().join("tickets.db")).await.unwrap();
    a_crowd_in(&db, MANY).await;

    for round in 1..=ROUNDS {
        let program = command(folder.path(), &service, &["serve"]).spawn().unwrap();
        while service.taken.lock().unwrap().len() < round * MANY / (ROUNDS + 2) {
            sleep(Duration::from_millis(5)).await;
        }
        kill(program);
    }
    let program = command(folder.path(), &service, &["serve"]).spawn().unwrap();
    while left(&db, "status = 'sending' OR (status = 'waiting' AND unsure = 0)").await > 0 {
        sleep(Duration::from_millis(50)).await;
    }
    let doubtful = left(&db, "unsure > 0").await;
    let tx = db.write_tx().await.unwrap();
    tx.execute_unprepared("UPDATE outbox SET due_at = created_at WHERE status = 'waiting'").await.unwrap();
    tx.commit().await.unwrap();
    while left(&db, "status IN ('waiting', 'sending')").await > 0 {
        sleep(Duration::from_millis(50)).await;
    }
    kill(program);

    let mut times: HashMap<String, usize> = HashMap::new();
    for to in service.taken.lock().unwrap().iter().filter(|to| to.starts_with("crowd")) {
        *times.entry(to.clone()).or_default() += 1;
    }
    assert_eq!(times.len(), MANY, "nothing is lost");
    assert!(times.values().all(|&times| times <= 2), "{times:?}");
    let twice = times.values().filter(|&&times| times == 2).count();
    assert!(twice <= usize::try_from(doubtful).unwrap(), "{twice} came twice, {doubtful} were in hand");
}
