use std::{fs, path::Path};

use ticket_pool::server::{
    config::{DatabaseAt, Settings, Source},
    only_one,
};

use super::{KEY, done, make, names, program, refused, sql};

/// A site's folder with a database in which someone is called Before, and a copy of it from when they were called After.
async fn folder() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    done(program(folder, &["init", "--email", "dana@example.org", "--name", "Copied"]));
    done(program(folder, &["backup", "copy.db"]));
    sql(&folder.join("tickets.db"), "UPDATE users SET name = 'Since'").await;
    place
}

async fn name(file: &Path) -> Option<String> {
    sql(file, "SELECT name FROM users").await
}

/// The names of what is kept of before, without the instant.
fn kept(folder: &Path) -> Vec<String> {
    names(folder).into_iter().filter(|name| name.contains("before-restore")).collect()
}

#[tokio::test]
async fn a_copy_takes_the_place_of_the_database_and_what_was_there_stays() {
    let place = folder().await;
    let folder = place.path();
    let said = done(program(folder, &["restore", "copy.db"]));
    assert!(said.contains("copy.db was restored.") && said.contains("SECRET_KEY"), "{said}");
    assert_eq!(name(&folder.join("tickets.db")).await.as_deref(), Some("Copied"));
    let before = kept(folder);
    let [before] = &before[..] else { panic!("{before:?}") };
    assert!(said.contains(before.as_str()), "{said}");
    assert_eq!(name(&folder.join(before)).await.as_deref(), Some("Since"));
    assert_eq!(name(&folder.join("copy.db")).await.as_deref(), Some("Copied"), "and the copy is as it was");
    done(program(folder, &["recount"]));
    assert_eq!(name(&folder.join("tickets.db")).await.as_deref(), Some("Copied"));
}

#[tokio::test]
async fn what_lies_in_a_log_beside_the_database_is_kept_with_it() {
    let place = folder().await;
    let folder = place.path();
    // A program that was killed leaves its log.
    for end in ["-wal", "-shm"] {
        make(&folder.join(format!("tickets.db{end}")));
    }
    done(program(folder, &["restore", "copy.db"]));
    assert_eq!(name(&folder.join("tickets.db")).await.as_deref(), Some("Copied"));
    let kept = kept(folder);
    assert_eq!(kept.len(), 2, "{kept:?}");
    assert_eq!(fs::read_to_string(folder.join(&kept[1])).unwrap(), "mine", "{kept:?}");
}

#[tokio::test]
async fn a_copy_is_restored_where_there_is_no_database() {
    let place = folder().await;
    let folder = place.path();
    fs::remove_file(folder.join("tickets.db")).unwrap();
    done(program(folder, &["restore", "copy.db"]));
    assert_eq!(name(&folder.join("tickets.db")).await.as_deref(), Some("Copied"));
    assert_eq!(kept(folder), <[&str; 0]>::default());
}

/// They may have left since the copy was made: whoever restores is not to write to everyone a second time.
#[tokio::test]
async fn no_email_of_the_queue_leaves_again_by_itself() {
    let place = folder().await;
    let folder = place.path();
    let copy = folder.join("copy.db");
    for (place, status) in ["waiting", "sending", "sent", "failed", "skipped"].into_iter().enumerate() {
        let insert = format!(
            "INSERT INTO outbox (kind, dedupe_key, user_id, payload, status, created_at, due_at) \
             VALUES ('test', '{place}', 1, '{{}}', '{status}', '2026-11-22 12:00:00+00:00', '2026-11-22 12:00:00+00:00')"
        );
        sql(&copy, &insert).await;
    }
    let said = done(program(folder, &["restore", "copy.db"]));
    assert!(said.contains("2 emails waited to be sent when the copy was made."), "{said}");
    let statuses =
        "SELECT GROUP_CONCAT(status, ' ') FROM (SELECT status FROM outbox WHERE kind = 'test' ORDER BY dedupe_key)";
    let restored = folder.join("tickets.db");
    assert_eq!(sql(&restored, statuses).await.as_deref(), Some("failed failed sent failed skipped"));
    let reason = "SELECT reason FROM outbox WHERE kind = 'test' ORDER BY dedupe_key";
    assert!(sql(&restored, reason).await.unwrap().contains("may have left since"));
}

#[tokio::test]
async fn what_is_no_copy_of_ours_changes_nothing() {
    let place = folder().await;
    let folder = place.path();
    let copy = fs::read(folder.join("copy.db")).unwrap();
    let mut damaged = copy.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 6_000].fill(0xa5);
    fs::write(folder.join("damaged.db"), damaged).unwrap();
    fs::write(folder.join("short.db"), &copy[..copy.len() / 2]).unwrap();
    fs::write(folder.join("empty.db"), "").unwrap();
    fs::write(folder.join("text.db"), "not a database at all, but long enough for a header".repeat(40)).unwrap();
    sql(&folder.join("other.db"), "CREATE TABLE recipes (name text)").await;
    sql(&folder.join("original.db"), "CREATE TABLE submissions (name text)").await;
    fs::copy(folder.join("copy.db"), folder.join("newer.db")).unwrap();
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)";
    sql(&folder.join("newer.db"), newer).await;
    fs::copy(folder.join("copy.db"), folder.join("raw.db")).unwrap();
    make(&folder.join("raw.db-wal"));
    let before = fs::read(folder.join("tickets.db")).unwrap();
    let there = fs::read_dir(folder).unwrap().count();
    for (copy, why) in [
        ("nothing.db", "nothing.db is not there, or is no file"),
        (".", ". is not there, or is no file"),
        ("tickets.db", "is the database itself"),
        ("./tickets.db", "is the database itself"),
        ("damaged.db", "damaged"),
        ("short.db", "damaged"),
        ("empty.db", "holds no database of Ticket Pool"),
        ("text.db", "it is no SQLite database"),
        ("other.db", "holds no database of Ticket Pool"),
        ("original.db", "original Ticket Pool"),
        ("newer.db", "written by a newer version (m9999_later is unknown here)"),
        ("raw.db", "was copied while a program wrote to it"),
    ] {
        let said = refused(program(folder, &["restore", copy]));
        assert!(said.contains(why), "{copy}: {said}");
        assert_eq!(fs::read(folder.join("tickets.db")).unwrap(), before, "{copy}");
        assert!(!folder.join("tickets.db.restoring").exists() && kept(folder).is_empty(), "{copy}");
    }
    // The lock of a running site is the one file that may come.
    assert!(fs::read_dir(folder).unwrap().count() <= there + 1);
}

#[tokio::test]
async fn while_the_site_runs_nothing_is_restored() {
    let place = folder().await;
    let folder = place.path();
    let _site = only_one::claim(&DatabaseAt::Sqlite(folder.join("tickets.db"))).unwrap();
    let said = refused(program(folder, &["restore", "copy.db"]));
    assert!(said.contains("another Ticket Pool runs on"), "{said}");
    assert_eq!(name(&folder.join("tickets.db")).await.as_deref(), Some("Since"));
}

#[test]
fn for_postgresql_the_way_is_named() {
    let place = tempfile::tempdir().unwrap();
    let mut restore = program(place.path(), &["restore", "copy.db"]);
    restore.env("DATABASE_URL", "postgres://tickets:secret@127.0.0.1:1/tickets").env("SECRET_KEY", KEY);
    let said = refused(restore);
    assert!(said.contains("pg_restore") && !said.contains("secret@"), "{said}");
    let read = Settings::read(&Source::of([("SECRET_KEY", KEY)]));
    assert_eq!(read.unwrap().backup_dir, None, "nothing is copied by itself unless someone says where to");
}
