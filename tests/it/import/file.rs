//! The original's file: known by its tables, never written.

use std::path::{Path, PathBuf};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use tempfile::TempDir;
use ticket_pool::{
    domain::ids::EventId,
    server::{db::Db, services::import},
};

use super::{LEGACY, london};
use crate::harness::DOMAIN;

/// The original's tables, its admin Ada, her event of 6 tickets on Christmas Eve, and whatever `more` does.
pub async fn original(folder: &TempDir, more: &str) -> PathBuf {
    let (made, file) = (folder.path().join("made.db"), folder.path().join("it's 100% a name?#1.db"));
    let c = Box::pin(Database::connect(format!("sqlite://{}?mode=rwc", made.display()))).await.unwrap();
    let tables = "
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT, password_hash TEXT, is_admin BOOLEAN,
            is_active BOOLEAN, created_at DATETIME);
        CREATE TABLE events (id INTEGER PRIMARY KEY, name TEXT, event_date DATETIME, total_tickets INTEGER, notes TEXT,
            status TEXT, created_by INTEGER, created_at DATETIME, finalized_at DATETIME);
        CREATE TABLE submissions (id INTEGER PRIMARY KEY, event_id INTEGER, user_id INTEGER, preferences TEXT,
            notes TEXT, allocated INTEGER, submitted_at DATETIME, updated_at DATETIME);
        INSERT INTO users VALUES (1, 'Ada', 'Ada@Example.org', 'secret', 1, 1, '2026-01-01 10:00:00');
        INSERT INTO events VALUES (1, 'Play', '2026-12-24 19:30:00', 6, NULL, 'open', 1, '2026-01-02 10:00:00', NULL);";
    for sql in [tables, more] {
        c.execute_unprepared(&format!("{sql};")).await.unwrap();
    }
    c.close().await.unwrap();
    std::fs::rename(made, &file).unwrap();
    file
}

/// The original program with its file open, on one connection.
async fn running(file: &Path) -> DatabaseConnection {
    let mut options = ConnectOptions::new(format!("sqlite://{}", file.display()));
    options.max_connections(1);
    Box::pin(Database::connect(options)).await.unwrap()
}

both! {
    async fn what_is_not_the_originals_is_refused_by_name(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let before = town.snapshot(&DOMAIN).await;
        let refused = async |file: &Path| import::run(&town.site, file, london(), false).await.unwrap_err().to_string();
        assert!(refused(&folder.path().join("nowhere.db")).await.ends_with("nowhere.db is not there"));
        assert!(refused(folder.path()).await.ends_with("is a folder"));
        let text = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        assert!(refused(text).await.ends_with("it has no SQLite header"));
        let ours = folder.path().join("ours.db");
        Db::sqlite(&ours).await.unwrap();
        assert!(refused(&ours).await.ends_with("it has no column users.is_admin"));
        let none = "DROP TABLE submissions; DROP TABLE events; DROP TABLE users";
        let said = refused(&original(&folder, none).await).await;
        assert!(said.ends_with("it has no table users"), "{said}");
        let device = refused(Path::new("/dev/zero")).await;
        assert_eq!(device, "/dev/zero is a device or a pipe");
        let broken = folder.path().join("broken.db");
        let mut bytes = std::fs::read(LEGACY).unwrap();
        bytes.truncate(6_000);
        std::fs::write(&broken, bytes).unwrap();
        let said = refused(&broken).await;
        assert!(said.contains("broken.db cannot be read: it is damaged; take an older copy"), "{said}");
        assert!(!said.contains("code"), "{said}");
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn the_originals_file_stays_as_it_is_and_alone(town: Town) {
        let (made, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let write_ahead = original(&made, "PRAGMA journal_mode = WAL").await;
        for source in [Path::new(LEGACY), &write_ahead] {
            let file = folder.path().join("tickets.db");
            std::fs::copy(source, &file).unwrap();
            let modified = || std::fs::metadata(&file).unwrap().modified().unwrap();
            let before = modified();
            import::run(&town.site, &file, london(), true).await.unwrap();
            assert_eq!(std::fs::read(&file).unwrap(), std::fs::read(source).unwrap());
            assert_eq!(modified(), before);
            let beside: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            assert_eq!(beside, ["tickets.db"]);
        }
    }

    async fn a_file_whose_program_was_killed_is_read_with_its_log_and_left_alone(town: Town) {
        let (made, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let source = made.path().join("running.db");
        std::fs::copy(original(&made, "PRAGMA journal_mode = WAL").await, &source).unwrap();
        let running = running(&source).await;
        running.execute_unprepared("UPDATE events SET name = 'Late'").await.unwrap();
        let file = folder.path().join("tickets.db");
        std::fs::copy(&source, &file).unwrap();
        let log = |file: &Path| PathBuf::from(format!("{}-wal", file.display()));
        std::fs::copy(log(&source), log(&file)).unwrap();
        running.close().await.unwrap();
        import::run(&town.site, &file, london(), false).await.unwrap();
        assert_eq!(town.event(EventId::new(1)).await.name, "Late");
        let mut beside: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        beside.sort();
        assert_eq!(beside, ["tickets.db", "tickets.db-wal"]);
    }

    async fn a_file_left_in_the_middle_of_a_write_says_what_to_do(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tickets.db");
        std::fs::copy(original(&folder, "PRAGMA journal_mode = DELETE").await, &file).unwrap();
        let writing = running(&file).await;
        // With room for few pages, it writes to the file before it is done.
        for sql in [
            "PRAGMA cache_size = 1",
            "BEGIN IMMEDIATE",
            "WITH RECURSIVE n(i) AS (SELECT 10 UNION SELECT i + 1 FROM n WHERE i < 3000)
             INSERT INTO users SELECT i, hex(randomblob(50)), i, '', 0, 1, NULL FROM n",
            "UPDATE users SET name = hex(randomblob(60))",
        ] {
            writing.execute_unprepared(sql).await.unwrap();
        }
        let copy = folder.path().join("killed.db");
        let journal = |file: &Path| PathBuf::from(format!("{}-journal", file.display()));
        std::fs::copy(&file, &copy).unwrap();
        std::fs::copy(journal(&file), journal(&copy)).unwrap();
        writing.close().await.unwrap();
        let said = import::run(&town.site, &copy, london(), false).await.unwrap_err().to_string();
        assert!(said.contains("killed.db was left in the middle of a write; let its program start and stop once"), "{said}");
    }

    async fn what_a_running_original_has_not_yet_moved_into_its_file_comes_along(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tickets.db");
        std::fs::copy(original(&folder, "PRAGMA journal_mode = WAL").await, &file).unwrap();
        let running = running(&file).await;
        running.execute_unprepared("UPDATE events SET name = 'Late'").await.unwrap();
        import::run(&town.site, &file, london(), false).await.unwrap();
        assert_eq!(town.event(EventId::new(1)).await.name, "Late");
        running.close().await.unwrap();
    }
}
