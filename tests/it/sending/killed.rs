//! The real program, killed while it sends. `script/faults` does this hundreds of times.

use std::{
    collections::HashMap,
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    sync::Mutex,
    time::Duration,
};

use ticket_pool::server::db::{ConnectionTrait, Db};
use tokio::time::sleep;

use super::{
    ses::{Answer, Service},
    several::{a_crowd_in, left},
    smtp::MailServer,
};

/// How many people are written to.
const MANY: usize = 60;
/// How often it is killed.
const ROUNDS: usize = 5;
/// How long the other side thinks about each letter.
const THINKS: Duration = Duration::from_millis(40);

fn command(folder: &Path, mail: &[(&str, &str)], words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    command.args(words).current_dir(folder).env_clear().stdout(Stdio::null()).stderr(Stdio::null());
    let own =
        [("DATABASE", "tickets.db"), ("LISTEN", "127.0.0.1:0"), ("LEPTOS_SITE_ROOT", "site"), ("DRAND_URLS", "none")];
    command.envs(own).envs(mail.iter().copied());
    command
}

fn kill(mut program: Child) {
    program.kill().unwrap();
    program.wait().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_it_sends_it_loses_nothing_and_sends_twice_only_what_it_had_in_hand() {
    let service = Service::answering(&[Answer::TakesAfter(THINKS); MANY * 2]).await;
    killed_again_and_again(&service.settings(), &service.taken).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nor_does_it_where_a_mail_server_takes_its_letters() {
    let server = MailServer::that_thinks(THINKS).await;
    killed_again_and_again(&server.settings(), &server.taken).await;
}

/// Kills the program while it writes to a crowd by the way that is set, and looks at what was taken in the end.
async fn killed_again_and_again(mail: &[(&str, &str)], taken: &Mutex<Vec<String>>) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("site/pkg")).unwrap();
    let init = ["init", "--email", "dana@example.org", "--name", "Dana"];
    assert!(command(folder.path(), mail, &init).status().unwrap().success());
    let db = Db::sqlite(&folder.path().join("tickets.db")).await.unwrap();
    a_crowd_in(&db, MANY).await;

    for round in 1..=ROUNDS {
        let program = command(folder.path(), mail, &["serve"]).spawn().unwrap();
        while taken.lock().unwrap().len() < round * MANY / (ROUNDS + 2) {
            sleep(Duration::from_millis(5)).await;
        }
        kill(program);
    }
    let program = command(folder.path(), mail, &["serve"]).spawn().unwrap();
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
    for to in taken.lock().unwrap().iter().filter(|to| to.starts_with("crowd")) {
        *times.entry(to.clone()).or_default() += 1;
    }
    assert_eq!(times.len(), MANY, "nothing is lost");
    assert!(times.values().all(|&times| times <= 2), "{times:?}");
    let twice = times.values().filter(|&&times| times == 2).count();
    assert!(twice <= usize::try_from(doubtful).unwrap(), "{twice} came twice, {doubtful} were in hand");
}
