//! `doctor`, as an admin calls it from a shell: what works, what to look at, what to mend.

mod relay;

use std::process::Command;

use axum::{Json, Router, extract::Path, http::StatusCode, response::IntoResponse, routing::get};
use serde_json::json;
use ticket_pool::server::{config::DatabaseAt, only_one};
use tokio::{net::TcpListener, task::spawn_blocking};

/// An email service that answers for this account and knows one identity as verified.
async fn mail_service(account: serde_json::Value, verified: &'static str) -> String {
    let identity = move |Path(identity): Path<String>| async move {
        if identity == verified {
            Json(json!({ "IdentityType": "DOMAIN", "VerifiedForSendingStatus": true })).into_response()
        } else {
            let missing = [("x-amzn-errortype", "NotFoundException")];
            (StatusCode::NOT_FOUND, missing, Json(json!({ "message": "no such identity" }))).into_response()
        }
    };
    let account = get(move || async move { Json(account) });
    serve(Router::new().route("/v2/email/account", account).route("/v2/email/identities/{identity}", get(identity)))
        .await
}

/// Something that answers at an address of its own.
async fn serve(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://localhost:{}", listener.local_addr().unwrap().port());
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

fn account(sending: bool, production: bool) -> serde_json::Value {
    json!({
        "SendingEnabled": sending, "ProductionAccessEnabled": production,
        "SendQuota": { "Max24HourSend": 200.0, "MaxSendRate": 14.0, "SentLast24Hours": 3.0 },
    })
}

/// Exit status and every finding, in a folder of its own. Beside them it only counts the faults.
async fn doctor(folder: &std::path::Path, settings: &[(&str, &str)]) -> (i32, Vec<String>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    command.arg("doctor").current_dir(folder).env_clear().env("DRAND_URLS", "none").envs(settings.iter().copied());
    let output = spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let beside = String::from_utf8(output.stderr).unwrap();
    assert!(beside.is_empty() || (beside.ends_with(" to mend\n") && beside.lines().count() == 1), "{beside}");
    (output.status.code().unwrap(), text.lines().map(ToOwned::to_owned).collect())
}

/// The finding about something.
#[track_caller]
fn about<'a>(findings: &'a [String], what: &str) -> &'a str {
    let found = findings.iter().find(|finding| finding.split_whitespace().nth(1) == Some(what));
    found.unwrap_or_else(|| panic!("nothing about {what}: {findings:#?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_first_start_it_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let (status, findings) = doctor(folder.path(), &[("APP_URL", "http://localhost:9")]).await;
    assert_eq!(status, 1);
    assert_eq!(about(&findings, "settings"), "ok    settings  every setting can be accepted");
    assert!(about(&findings, "database").starts_with("note") && about(&findings, "mail").starts_with("note"));
    assert!(about(&findings, "way").starts_with("FAULT way in    http://localhost:9 does not answer"));
    assert_eq!(
        about(&findings, "files"),
        "FAULT files     target/site/pkg is not there: run script/build first, or set LEPTOS_SITE_ROOT"
    );
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "it makes no file");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_tells_a_proxy_that_hides_the_host_and_mail_that_cannot_leave() {
    let folder = tempfile::tempdir().unwrap();
    let misdirected = get(|| async { StatusCode::MISDIRECTED_REQUEST });
    let site = serve(Router::new().route("/healthz", get(|| async { "ok\n" })).route("/sign-in", misdirected)).await;
    let paused = mail_service(account(false, true), "nobody.example").await;
    let settings = [
        ("APP_URL", &*site),
        ("MAIL_ENABLED", "true"),
        ("SES_SENDER_EMAIL", "tickets@example.org"),
        ("AWS_ENDPOINT_URL_SESV2", &paused),
        ("AWS_ACCESS_KEY_ID", "x"),
        ("AWS_SECRET_ACCESS_KEY", "y"),
    ];
    let (status, findings) = doctor(folder.path(), &settings).await;
    assert_eq!(status, 1);
    assert!(about(&findings, "way").contains("the proxy names another Host"), "{findings:#?}");
    assert!(about(&findings, "mail").starts_with("FAULT mail      SES has paused sending"), "{findings:#?}");
    let sender = about(&findings, "sender");
    assert!(sender.starts_with("FAULT") && sender.contains("tickets@example.org is not verified"), "{sender}");
    assert!(sender.contains("example.org is not verified"), "{sender}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_answers_and_can_keep_nothing_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let answers = get(|| async { "ok\n" });
    let full = "nothing can be written to the database\nneeds an admin: disk 1\n";
    let whole = Router::new().route("/healthz", answers.clone()).route("/sign-in", answers.clone());
    for (status, said) in [
        (
            StatusCode::SERVICE_UNAVAILABLE,
            "FAULT way in    {} answers, but can keep nothing: nothing can be written to the database;",
        ),
        (StatusCode::OK, "ok    way in    {} answers"),
        // The proxy keeps that page to itself.
        (StatusCode::FORBIDDEN, "ok    way in    {} answers"),
    ] {
        let site = serve(whole.clone().route("/readyz", get(move || async move { (status, full) }))).await;
        let (_, findings) = doctor(folder.path(), &[("APP_URL", &site)]).await;
        assert!(about(&findings, "way").starts_with(&said.replace("{}", &site)), "{findings:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_nothing_reads_is_noted() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(".env"), "app_name=Rovers\nTIME_ZOEN=Europe/Rome\nTIME_ZONE=UTC\n").unwrap();
    let (_, findings) = doctor(folder.path(), &[("APP_URL", "http://localhost:9"), ("log_format", "json")]).await;
    let said = "note  settings  nothing here reads TIME_ZOEN, app_name, log_format; the README has the names";
    assert!(about(&findings, "settings").starts_with(said), "{findings:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_keys_it_says_what_to_set() {
    let folder = tempfile::tempdir().unwrap();
    let settings = [
        ("APP_URL", "http://localhost:9"),
        ("MAIL_ENABLED", "true"),
        ("AWS_EC2_METADATA_DISABLED", "true"),
        ("AWS_ENDPOINT_URL_SESV2", "http://localhost:9"),
    ];
    let (_, findings) = doctor(folder.path(), &settings).await;
    let mail = about(&findings, "mail");
    assert!(
        mail.contains("there are no AWS keys, neither in the settings nor from AWS; set AWS_ACCESS_KEY_ID"),
        "{mail}"
    );
    let keys = [settings.as_slice(), &[("AWS_ACCESS_KEY_ID", "x"), ("AWS_SECRET_ACCESS_KEY", "y")]].concat();
    let (_, findings) = doctor(folder.path(), &keys).await;
    let mail = about(&findings, "mail");
    assert!(
        mail.ends_with("it could not be reached; check AWS_REGION, and whether this machine may call out"),
        "{mail}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_where_no_start_could_keep_its_file_is_a_fault_in_the_words_of_the_start() {
    let folder = tempfile::tempdir().unwrap();
    for (database, said) in [
        ("no/folder/t.db", "there is no folder no/folder; make it, or set DATABASE to a file elsewhere"),
        ("~/tickets.db", "there is no folder ~; make it, or set DATABASE to a file elsewhere"),
        (".", ". is a folder; set DATABASE to a file"),
        ("/", "/ is a folder; set DATABASE to a file"),
    ] {
        let (_, findings) = doctor(folder.path(), &[("APP_URL", "http://localhost:9"), ("DATABASE", database)]).await;
        assert_eq!(about(&findings, "database"), format!("FAULT database  {said}"));
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "it makes no file");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_was_removed_under_the_running_site_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let at = DatabaseAt::Sqlite(folder.path().join("tickets.db"));
    let running = only_one::claim(&at).unwrap();
    let settings = [("APP_URL", "http://localhost:9")];
    let (_, findings) = doctor(folder.path(), &settings).await;
    let said = "FAULT database  ./tickets.db was moved or removed while the site runs: what is saved now is lost when";
    assert!(about(&findings, "database").starts_with(said), "{findings:#?}");
    drop(running);
    let (_, findings) = doctor(folder.path(), &settings).await;
    assert!(about(&findings, "database").ends_with("is not there yet; the first start makes it"), "{findings:#?}");
}

/// Round 1000 of quicknet, as the public hosts answer it: of August 2023.
const OLD_ROUND: &str = r#"{"round":1000,"signature":"b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"}"#;

#[tokio::test(flavor = "multi_thread")]
async fn it_compares_the_clock_with_the_public_beacon_and_says_when_no_round_can_be_had() {
    let folder = tempfile::tempdir().unwrap();
    let beacon = serve(Router::new().route("/{chain}/public/latest", get(|| async { OLD_ROUND }))).await;
    let other = OLD_ROUND.replace("1000", "1001");
    let forger = serve(Router::new().route("/{chain}/public/latest", get(move || async move { other }))).await;
    for (hosts, said) in [
        (format!("{forger},{beacon}"), "FAULT beacon    round 1000 came at 2023-08-23 15:59:24 UTC,"),
        (forger, "note  beacon    no host of DRAND_URLS gives a round that can be verified"),
        ("none".to_owned(), "ok    beacon    DRAND_URLS is none"),
    ] {
        let (_, findings) = doctor(folder.path(), &[("APP_URL", "http://localhost:9"), ("DRAND_URLS", &hosts)]).await;
        assert!(about(&findings, "beacon").starts_with(said), "{findings:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_all_is_well_it_says_so_and_a_clock_put_back_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let answers = get(|| async { "ok\n" });
    let site = serve(Router::new().route("/healthz", answers.clone()).route("/sign-in", answers)).await;
    let mail = mail_service(account(true, true), "example.org").await;
    std::fs::create_dir_all(folder.path().join("site/pkg")).unwrap();
    let settings = [
        ("APP_URL", &*site),
        ("LEPTOS_SITE_ROOT", "site"),
        ("MAIL_ENABLED", "true"),
        ("SES_SENDER_EMAIL", "tickets@example.org"),
        ("AWS_ENDPOINT_URL_SESV2", &mail),
        ("AWS_ACCESS_KEY_ID", "x"),
        ("AWS_SECRET_ACCESS_KEY", "y"),
    ];
    let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    command.args(["init", "--email", "dana@example.org", "--name", "Dana"]).current_dir(folder.path()).env_clear();
    assert!(spawn_blocking(move || command.status().unwrap()).await.unwrap().success());
    let (status, findings) = doctor(folder.path(), &settings).await;
    assert_eq!(status, 0, "{findings:#?}");
    assert!(findings.iter().all(|finding| finding.starts_with("ok")), "{findings:#?}");
    assert!(about(&findings, "sender").ends_with("example.org is verified"));
    assert!(about(&findings, "mail").contains("14 a second, 3 of 200 emails in the last 24 hours"), "{findings:#?}");

    let file = folder.path().join("tickets.db");
    let db = ticket_pool::server::db::Db::sqlite(&file).await.unwrap();
    let tx = db.write_tx().await.unwrap();
    let later = ticket_pool::server::db::audit::Entry::of(ticket_pool::domain::deed::Deed::EventCloseDue);
    ticket_pool::server::db::audit::note(&tx, "2099-01-01T00:00:00Z".parse().unwrap(), later).await.unwrap();
    tx.commit().await.unwrap();
    db.close().await.unwrap();
    let (status, findings) = doctor(folder.path(), &settings).await;
    assert_eq!(status, 1);
    assert!(about(&findings, "clock").contains("which is still to come"), "{findings:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_no_start_would_take_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let old = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/legacy.db");
    std::fs::copy(old, folder.path().join("tickets.db")).unwrap();
    let (status, findings) = doctor(folder.path(), &[("APP_URL", "http://localhost:9")]).await;
    assert_eq!(status, 1);
    assert!(
        about(&findings, "database").starts_with("FAULT") && about(&findings, "database").contains("import-legacy")
    );
}
