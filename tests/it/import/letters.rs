//! Bytes that are not what they should be, and values of another kind.

use sea_orm::{ConnectionTrait, Database};
use ticket_pool::{
    domain::{ids::EventId, person::Email},
    server::{
        db::people,
        services::import::{self, Report},
    },
};

use super::{file::original, london};
use crate::harness::Town;

async fn brought(town: &Town, more: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let file = original(&folder, more).await;
    let report = import::run(&town.site, &file, london(), false).await.unwrap();
    let again = import::run(&town.site, &file, london(), false).await.unwrap();
    assert_eq!((again.writes(), &again.differences), (false, &vec![]), "{again}");
    assert_eq!(again.oddities, report.oddities);
    report
}

async fn name_of(town: &Town, email: &str) -> String {
    let email = Email::parse(email).unwrap();
    people::find_by_email(town.site.db.read(), &email).await.unwrap().unwrap().name
}

both! {
    async fn a_name_that_is_not_utf_8_is_read_as_windows_1252_and_named(town: Town) {
        let report = brought(&town, "
            INSERT INTO users VALUES (2, CAST(x'4AFC7267656E' AS TEXT), 'jurgen@example.org', '', 0, 1, '2026-01-01 10:00:00');
            INSERT INTO submissions VALUES (1, 1, 2, '2,0', CAST(x'352080' AS TEXT), NULL, NULL, NULL);
            UPDATE events SET name = CAST(x'536F6972E965' AS TEXT)").await;
        assert_eq!(name_of(&town, "jurgen@example.org").await, "Jürgen");
        assert_eq!(town.event(EventId::new(1)).await.name, "Soirée");
        assert_eq!(town.count("requests", "note = '5 €'").await, 1);
        let said = report.to_string();
        for line in [
            "users row 2 (id 2): its column name is not UTF-8; read as Windows-1252: “Jürgen”",
            "events row 1 (id 1): its column name is not UTF-8; read as Windows-1252: “Soirée”",
            "submissions row 1 (id 1): its column notes is not UTF-8; read as Windows-1252: “5 €”",
        ] {
            assert!(said.contains(line), "{said}");
        }
    }

    async fn bytes_are_text_where_they_can_be(town: Town) {
        let report = brought(&town, "
            INSERT INTO users VALUES (2, x'5A6FC3AB', x'7A6F65406578616D706C652E6F7267', '', x'30', '1', 20260101);
            INSERT INTO users VALUES (3, x'0001FF', 'bin@example.org', '', 0, 1, '2026-01-01 10:00:00')").await;
        assert_eq!(name_of(&town, "zoe@example.org").await, "Zoë");
        assert_eq!(name_of(&town, "bin@example.org").await, "Person 3");
        let said = report.to_string();
        for line in [
            "users row 2 (id 2): its column email is a BLOB; read as text",
            "users row 3 (id 3): its column name is a BLOB of 3 bytes that are no text; taken as empty",
            "users row 2 (id 2): its created_at, “20260101”, is not a time from 1970 to 2199; taken as ",
        ] {
            assert!(said.contains(line), "{said}");
        }
    }

    async fn times_are_taken_between_1970_and_2199(town: Town) {
        let report = brought(&town, "
            INSERT INTO events VALUES (2, 'Never', '9999-12-31 23:00:00', 6, '', 'open', 1, '2026-01-02 10:00:00', NULL);
            INSERT INTO events VALUES (3, 'Late', '2199-12-31 23:00:00', 6, '', 'open', 1, '2026-01-02 10:00:00', NULL);
            INSERT INTO events VALUES (4, 'Leap', '2026-12-31 23:59:60', 6, '', 'finalized', 1, 'once', 'then')").await;
        assert_eq!(town.event(EventId::new(2)).await.schedule.starts_at.to_rfc3339(), "2026-01-02T10:00:00+00:00");
        assert_eq!(town.event(EventId::new(3)).await.schedule.starts_at.to_rfc3339(), "2199-12-31T23:00:00+00:00");
        let said = report.to_string();
        for line in [
            "event 2 “Never”: “9999-12-31 23:00:00” is not a time from 1970 to 2199; its creation stands there",
            "event 3 “Late”: begins more than ten years ahead, 2199-12-31 23:00 UTC; kept",
            "event 4 “Leap”: “2026-12-31 23:59:60” is not a time from 1970 to 2199",
            "events row 4 (id 4): its created_at, “once”, is not a time",
            "events row 4 (id 4): its finalized_at, “then”, is not a time",
        ] {
            assert!(said.contains(line), "{line}\n{said}");
        }
    }

    async fn a_database_in_utf_16_is_read(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let utf_16 = folder.path().join("utf-16.db");
        let c = Box::pin(Database::connect(format!("sqlite://{}?mode=rwc", utf_16.display()))).await.unwrap();
        c.execute_unprepared("PRAGMA encoding = 'UTF-16le';
            CREATE TABLE users (id, name, email, is_admin, is_active, created_at);
            INSERT INTO users VALUES (1, 'Zoë 🎟', 'zoe@example.org', 0, 1, '2026-01-01 10:00:00');").await.unwrap();
        c.close().await.unwrap();
        let report = import::run(&town.site, &utf_16, london(), false).await.unwrap();
        assert_eq!(name_of(&town, "zoe@example.org").await, "Zoë 🎟");
        assert!(report.to_string().contains("there is no table submissions; all in it counts as empty"), "{report}");
    }
}
