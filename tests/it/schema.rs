//! A database of an earlier version comes along whole.

use std::path::Path;

use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, FromQueryResult, JsonValue, Statement,
};
use serde_json::json;
use ticket_pool::server::db::Db;

/// The tables that the migrations since then change, with the columns they had.
const BEFORE: [(&str, &str); 6] = [
    ("users", "id, public_id, name, email, role, status, version, created_at"),
    ("outbox", "id, kind, dedupe_key, user_id, event_id, attempt_id, payload, status, attempts, due_at, reason"),
    ("sign_in_attempts", "id, email, user_id, binding_hash, next, created_at, expires_at"),
    ("sign_in_links", "id, user_id, attempt_id, token_hash, purpose, expires_at, used_at, voided_at"),
    ("audit_log", "id, at, actor_id, action, event_id, user_id, details"),
    (
        "draws",
        "id, event_id, number, order_rule, fill_rule, code, public_input, reason, tickets, record, drawn_at, drawn_by",
    ),
];

async fn connect(file: &Path) -> DatabaseConnection {
    let url = format!("sqlite://{}?mode=rwc", file.display());
    let options = ConnectOptions::new(url).max_connections(1).sqlx_logging(false).to_owned();
    Box::pin(Database::connect(options)).await.unwrap()
}

async fn rows(connection: &DatabaseConnection) -> Vec<Vec<JsonValue>> {
    let mut all = Vec::new();
    for (table, columns) in BEFORE {
        let statement = Statement::from_string(DbBackend::Sqlite, format!("SELECT {columns} FROM {table} ORDER BY id"));
        all.push(JsonValue::find_by_statement(statement).all(connection).await.unwrap());
    }
    all
}

/// Takes back what came after a migration.
async fn take_back_to(connection: &DatabaseConnection, last: &str) {
    let there = Migrator::get_applied_migrations(connection).await.unwrap();
    let since = there.iter().rev().take_while(|migration| migration.name() != last).count();
    Migrator::down(connection, Some(u32::try_from(since).unwrap())).await.unwrap();
}

/// Eight migrations were there when the first sites began.
#[tokio::test]
async fn what_stood_in_the_first_version_stands_in_this_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tickets.db");
    let old = connect(&file).await;
    Migrator::up(&old, Some(8)).await.unwrap();
    let now = "'2026-11-22 12:00:00+00:00'";
    for sql in [
        format!(
            "INSERT INTO users (public_id, name, email, role, status, created_at) VALUES ('a', 'Asha', 'asha@example.org', 'member', 'active', {now})"
        ),
        format!(
            "INSERT INTO sign_in_attempts (email, user_id, binding_hash, next, created_at, expires_at) VALUES ('asha@example.org', 1, 'b', '/', {now}, {now})"
        ),
        format!(
            "INSERT INTO sign_in_links (user_id, attempt_id, token_hash, purpose, created_at, expires_at) VALUES (1, 1, 'c', 'sign-in', {now}, {now})"
        ),
        format!(
            "INSERT INTO outbox (kind, dedupe_key, user_id, attempt_id, payload, status, created_at, due_at, reason) VALUES ('sign-in', 'd', 1, 1, '{{}}', 'failed', {now}, {now}, 'why')"
        ),
        format!(
            "INSERT INTO outbox (kind, dedupe_key, user_id, payload, status, created_at, due_at) VALUES ('result', 'e', 1, '{{}}', 'sent', {now}, {now})"
        ),
        format!(
            "INSERT INTO audit_log (at, actor_id, action, user_id, details) VALUES ({now}, 1, 'session.start', 1, '{{}}')"
        ),
        format!(
            "INSERT INTO events (public_id, pool_id, owner_id, name, starts_at, zone, tickets, request_limit, notes, shows_before, shows_after, status, winners_line, created_at) VALUES ('a', 1, 1, 'Rovers v United', {now}, 'UTC', 5, 10, '', 'own', 'own', 'closed', '', {now})"
        ),
        format!(
            "INSERT INTO draws (event_id, number, order_rule, fill_rule, code, public_input, reason, tickets, record, drawn_at, drawn_by) VALUES (1, 1, 'equal', 'turns', 'c', '', '', 5, '{{}}', {now}, 1)"
        ),
    ] {
        old.execute_unprepared(&sql).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }
    let before = rows(&old).await;
    old.close().await.unwrap();

    Db::sqlite(&file).await.unwrap().close().await.unwrap();
    let new = connect(&file).await;
    assert_eq!(rows(&new).await, before);
    let device = format!(
        "INSERT INTO outbox (kind, dedupe_key, payload, status, created_at, due_at) VALUES ('device', 'f', '{{}}', 'waiting', {now}, {now})"
    );
    new.execute_unprepared(&device).await.unwrap();
    assert!(new.execute_unprepared(&device).await.is_err(), "a key still stands once");
    let rumor = device.replace("'device', 'f'", "'rumor', 'g'");
    new.execute_unprepared(&rumor).await.unwrap();
    assert!(new.execute_unprepared(&rumor.replace("'g'", "'h'").replace("'waiting'", "'lost'")).await.is_err());
    let indexes = "SELECT name FROM sqlite_master WHERE tbl_name = 'outbox' AND name LIKE 'ix_%' ORDER BY name";
    let indexes =
        JsonValue::find_by_statement(Statement::from_string(DbBackend::Sqlite, indexes)).all(&new).await.unwrap();
    let names: Vec<_> = indexes.iter().map(|row| row["name"].as_str().unwrap()).collect();
    let expected =
        ["ix_outbox_event_id", "ix_outbox_status_due_at", "ix_outbox_status_priority_due_at_id", "ix_outbox_user_id"];
    assert_eq!(names, expected);
    for kind in ["address-code", "address-changed", "test"] {
        let newer = device.replace("'device', 'f'", &format!("'{kind}', '{kind}'"));
        new.execute_unprepared(&newer).await.unwrap();
    }
    assert!(new.execute_unprepared("UPDATE users SET zone = ''").await.is_err());
    new.execute_unprepared("UPDATE users SET zone = 'Asia/Kolkata'").await.unwrap();
    new.execute_unprepared("DELETE FROM outbox WHERE kind = 'device'").await.unwrap();
    let drawn = format!(
        "INSERT INTO draws (event_id, number, order_rule, fill_rule, code, public_input, reason, tickets, record, drawn_at) VALUES (1, 2, 'equal', 'limit', 'c', '', 'why', 5, '{{}}', {now})"
    );
    assert!(new.execute_unprepared(&drawn.replace("'limit'", "'luck'")).await.is_err());
    new.execute_unprepared(&drawn).await.unwrap();
    assert!(new.execute_unprepared(&drawn).await.is_err(), "a number is drawn once");
    assert!(new.execute_unprepared("UPDATE draws SET record = '[]'").await.is_err(), "a draw is never changed");
    let ghost = "UPDATE events SET starts_at = '+10000-01-01 00:00:00+00:00'";
    assert!(new.execute_unprepared(ghost).await.is_err());
    let stewards = "SELECT pool_id, user_id FROM pool_stewards";
    let stewards =
        JsonValue::find_by_statement(Statement::from_string(DbBackend::Sqlite, stewards)).all(&new).await.unwrap();
    assert_eq!(stewards, [json!({ "pool_id": 1, "user_id": 1 })], "who owns an event of a season keeps the season");
    take_back_to(&new, "m0018_told").await;
    Migrator::down(&new, Some(1)).await.unwrap();
    new.execute_unprepared("UPDATE events SET starts_at = starts_at").await.unwrap();
    // Back to where the fill came in, whatever came since.
    take_back_to(&new, "m0015_limit_by_lot").await;
    assert!(Migrator::down(&new, Some(1)).await.is_err(), "there was no such fill");
    new.execute_unprepared("DELETE FROM draws WHERE number = 2").await.unwrap();
    Migrator::down(&new, Some(1)).await.unwrap();
    assert!(new.execute_unprepared(&drawn).await.is_err());
    assert!(new.execute_unprepared("UPDATE draws SET record = '[]'").await.is_err(), "it still is not");
    Migrator::down(&new, Some(1)).await.unwrap();
    assert!(new.execute_unprepared(&rumor).await.is_err(), "kinds stood in the table once");
    Migrator::down(&new, Some(5)).await.unwrap();
    assert_eq!(rows(&new).await, before, "and back");
}
