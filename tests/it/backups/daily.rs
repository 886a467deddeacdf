use std::{fs, path::Path};

use chrono::{DateTime, TimeDelta, Utc};
use ticket_pool::server::{
    backups::Backups,
    config::{Settings, Source},
    db::Db,
};

use super::names;

const NOON: &str = "2026-11-22T12:00:00Z";

fn noon() -> DateTime<Utc> {
    NOON.parse().unwrap()
}

/// The copies of `tickets.db` in a folder.
fn copies(folder: &Path) -> Backups {
    let settings = [("DATABASE", "/nowhere/tickets.db"), ("BACKUP_DIR", folder.to_str().unwrap())];
    let settings = Settings::read(&Source::of(settings.into_iter().chain([("SECRET_KEY", super::KEY)])));
    Backups::of(&settings.unwrap()).unwrap()
}

async fn database(folder: &Path) -> Db {
    Db::sqlite(&folder.join("tickets.db")).await.unwrap()
}

#[tokio::test]
async fn a_day_has_one_copy_and_the_latest_fourteen_are_kept() {
    let place = tempfile::tempdir().unwrap();
    let db = database(place.path()).await;
    let folder = place.path().join("copies/of tickets");
    let backups = copies(&folder);
    assert_eq!(backups.latest().unwrap(), None, "there is no folder yet");
    for day in 0..20 {
        let now = noon() + TimeDelta::days(day);
        assert!(backups.make_daily(&db, now).await.unwrap(), "{day}");
        assert!(!backups.make_daily(&db, now + TimeDelta::hours(11)).await.unwrap(), "{day}: it is there already");
        assert_eq!(backups.latest().unwrap(), Some(now));
        if day == 3 {
            for other in ["tickets-2020-01-01.db.old", "rickets-2020-01-01.db", "tickets-2020-1-1.db", "mine.txt"] {
                super::make(&folder.join(other));
            }
        }
    }
    let all = names(&folder);
    let kept: Vec<_> = all.iter().filter(|name| name.starts_with("tickets-2026")).cloned().collect();
    let days = (6..20).map(|day| format!("tickets-{}.db", (noon() + TimeDelta::days(day)).date_naive()));
    assert_eq!(kept, days.collect::<Vec<_>>());
    assert_eq!(all.len(), 14 + 4 + 1, "and what is no copy stays: {all:?}");
    let copy = folder.join(kept.last().unwrap());
    assert!(Db::is_whole(&copy).await.unwrap());
    assert_eq!(super::sql(&copy, "SELECT name FROM pools").await.as_deref(), Some("General"));
}

#[tokio::test]
async fn of_two_processes_one_makes_the_copy() {
    let place = tempfile::tempdir().unwrap();
    let db = database(place.path()).await;
    let folder = place.path().join("copies");
    let at_once = (0..8).map(|_| {
        let (db, folder) = (db.clone(), folder.clone());
        tokio::spawn(async move { copies(&folder).make_daily(&db, noon()).await.unwrap() })
    });
    let mut made = 0;
    for one in at_once.collect::<Vec<_>>() {
        made += u32::from(one.await.unwrap());
    }
    assert_eq!(made, 1);
    assert_eq!(names(&folder), [".copying", "tickets-2026-11-22.db"]);
}

#[tokio::test]
async fn what_a_process_left_that_was_ended_while_it_copied_is_no_copy() {
    let place = tempfile::tempdir().unwrap();
    let db = database(place.path()).await;
    let folder = place.path().join("copies");
    fs::create_dir(&folder).unwrap();
    super::make(&folder.join("tickets-2026-11-22.db.part"));
    assert_eq!(copies(&folder).latest().unwrap(), None);
    assert!(copies(&folder).make_daily(&db, noon()).await.unwrap());
    assert_eq!(names(&folder), [".copying", "tickets-2026-11-22.db"]);
}

#[tokio::test]
async fn where_no_copy_can_be_it_is_said_why_and_older_ones_stay() {
    let place = tempfile::tempdir().unwrap();
    let db = database(place.path()).await;
    let folder = place.path().join("copies");
    copies(&folder).make_daily(&db, noon() - TimeDelta::days(1)).await.unwrap();
    // A folder that is none; something else under the name of the day.
    let file = place.path().join("a file");
    super::make(&file);
    let why = copies(&file).make_daily(&db, noon()).await.unwrap_err();
    assert!(why.ends_with("a file is a file; set BACKUP_DIR to a folder"), "{why}");
    let why = copies(&file.join("below")).make_daily(&db, noon()).await.unwrap_err();
    assert!(why.contains("a file/below"), "{why}");
    super::make(&folder.join("tickets-2026-11-22.db"));
    let why = copies(&folder).make_daily(&db, noon()).await.unwrap_err();
    assert!(why.contains("tickets-2026-11-22.db is there and no copy of the database; move it away"), "{why}");
    assert_eq!(fs::read_to_string(folder.join("tickets-2026-11-22.db")).unwrap(), "mine");
    assert_eq!(names(&folder), [".copying", "tickets-2026-11-21.db", "tickets-2026-11-22.db"]);
}

#[test]
fn on_a_full_disk_a_copy_fails_in_a_sentence_and_nothing_is_left() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    super::done(super::program(folder, &["migrate"]));
    let script = "\"$0\" backup disk/copy.db; ls disk/*.db || echo nothing is left";
    let said = super::on_a_small_disk(folder, 64, script);
    assert!(said.contains("disk/copy.db: the disk is full") && said.contains("nothing is left"), "{said}");
    let said = super::on_a_small_disk(folder, 64_000, script);
    assert!(said.contains("disk/copy.db is a whole copy"), "and on a larger one it does not: {said}");
}
