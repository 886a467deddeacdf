use std::{fs, path::Path};

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, Database};
use ticket_pool::server::db::Db;

use super::{names, on_a_small_disk, sql};

/// A database of the version that had so many migrations.
async fn earlier(file: &Path, migrations: u32) {
    let options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display())).max_connections(1).to_owned();
    let old = Box::pin(Database::connect(options)).await.unwrap();
    Migrator::up(&old, Some(migrations)).await.unwrap();
    old.close().await.unwrap();
}

const MIGRATIONS: &str = "SELECT CAST(COUNT(*) AS text) FROM seaql_migrations";

#[tokio::test]
async fn before_a_schema_changes_there_is_a_copy_and_the_latest_three_stay() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("tickets.db");
    Db::sqlite(&file).await.unwrap().close().await.unwrap();
    assert_eq!(names(place.path()), ["tickets.db"], "a new database has nothing to lose");
    for had in [8, 9, 10, 11] {
        fs::remove_file(&file).unwrap();
        earlier(&file, had).await;
        Db::sqlite(&file).await.unwrap().close().await.unwrap();
    }
    Db::sqlite(&file).await.unwrap().close().await.unwrap();
    let copies = [
        "tickets.db.before-m0010_limits",
        "tickets.db.before-m0011_new_device",
        "tickets.db.before-m0012_audit_append_only",
    ];
    assert_eq!(names(place.path()), [&["tickets.db"][..], &copies].concat());
    for (copy, had) in copies.iter().zip(["9", "10", "11"]) {
        let copy = place.path().join(copy);
        assert!(Db::is_whole(&copy).await.unwrap());
        assert_eq!(sql(&copy, MIGRATIONS).await.as_deref(), Some(had));
    }
}

/// A start that failed half-way and is tried again must not write what is half done over what was whole.
#[tokio::test]
async fn a_copy_from_before_a_change_that_is_tried_again_stays() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("tickets.db");
    earlier(&file, 8).await;
    let copy = place.path().join("tickets.db.before-m0009_codes");
    super::make(&copy);
    Db::sqlite(&file).await.unwrap().close().await.unwrap();
    assert_eq!(fs::read_to_string(copy).unwrap(), "mine");
}

#[tokio::test]
async fn on_a_full_disk_the_schema_stays_as_it_is() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    let file = folder.join("tickets.db");
    earlier(&file, 8).await;
    let size = fs::metadata(&file).unwrap().len() / 1024;
    let script = "cp tickets.db disk/; DATABASE=disk/tickets.db \"$0\" migrate; cp disk/tickets.db after.db; ls disk";
    // Room for the database once and its log, not twice.
    let said = on_a_small_disk(folder, size + size / 2 + 64, script);
    assert!(said.contains("the copy that is made before could not be") && said.contains("the disk is full"), "{said}");
    assert!(said.contains("Nothing was changed") && !said.contains("before-m0009_codes\n"), "{said}");
    assert_eq!(sql(&folder.join("after.db"), MIGRATIONS).await.as_deref(), Some("8"));
}
