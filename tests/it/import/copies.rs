//! Copies of the original's database that lost its rules: no types, no keys, nothing unique, tables and columns missing.

use ticket_pool::{
    domain::ids::EventId,
    server::{
        db::requests,
        services::import::{self, Report},
    },
};

use super::{file::original, london};
use crate::harness::Town;

/// The tables without any rule, with what was in them.
const COPY: &str = "
    CREATE TABLE u (id, name, email, password_hash, is_admin, is_active, created_at, more);
    INSERT INTO u SELECT *, 'more' FROM users; DROP TABLE users; ALTER TABLE u RENAME TO users;
    CREATE TABLE e AS SELECT * FROM events; DROP TABLE events; ALTER TABLE e RENAME TO events;
    CREATE TABLE s AS SELECT * FROM submissions; DROP TABLE submissions; ALTER TABLE s RENAME TO submissions;";

async fn brought(town: &Town, more: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let file = original(&folder, &[COPY, more].concat()).await;
    let report = import::run(&town.site, &file, london(), false).await.unwrap();
    let again = import::run(&town.site, &file, london(), false).await.unwrap();
    assert_eq!((again.writes(), &again.differences), (false, &vec![]), "{again}");
    assert_eq!(again.oddities, report.oddities);
    report
}

fn says(report: &Report, lines: &[&str]) {
    let said = report.to_string();
    for line in lines {
        assert!(said.lines().any(|said| said.trim().starts_with(line)), "{line}\n{said}");
    }
}

both! {
    async fn of_two_requests_of_one_person_for_one_event_the_later_is_taken_and_both_are_named(town: Town) {
        let report = brought(&town, "
            INSERT INTO submissions VALUES (1, 1, 1, '4,0', 'first', NULL, '2026-02-01 10:00:00', '2026-02-05 10:00:00');
            INSERT INTO submissions VALUES (2, 1, 1, '2,0', 'second', NULL, '2026-02-02 10:00:00', '2026-02-02 10:00:00')").await;
        let requests = requests::of_event(town.site.db.read(), EventId::new(1)).await.unwrap();
        assert_eq!(requests.iter().map(|request| request.note.as_str()).collect::<Vec<_>>(), ["first"]);
        says(&report, &["submissions row 2 (id 2) has the person and the event of submissions row 1 (id 1), which was taken, since it was \
                         changed later; left out"]);
    }

    async fn of_two_requests_for_a_finalized_event_the_one_that_was_given_tickets_is_taken(town: Town) {
        brought(&town, "
            UPDATE events SET status = 'finalized', finalized_at = '2026-03-01 10:00:00';
            INSERT INTO submissions VALUES (1, 1, 1, '4,0', '', 4, '2026-02-01 10:00:00', '2026-02-01 10:00:00');
            INSERT INTO submissions VALUES (2, 1, 1, '2,0', '', NULL, '2026-02-02 10:00:00', '2026-02-02 10:00:00')").await;
        assert_eq!(town.count("requests", "allocated = 4").await, 1);
    }

    async fn an_id_that_is_there_twice_leads_to_one_and_both_come_along(town: Town) {
        let report = brought(&town, "
            INSERT INTO users VALUES (1, 'Bo', 'bo@example.org', '', 0, 1, '2026-01-01 10:00:00', '');
            INSERT INTO users VALUES (1, 'Ada again', 'ADA@example.org', '', 0, 1, '2026-01-01 10:00:00', '');
            INSERT INTO events VALUES (1, 'Play again', '2026-12-24 20:00:00', 6, '', 'open', 1, '2026-01-03 10:00:00', NULL)").await;
        assert_eq!((report.people.new, report.events.new), (2, 1));
        assert_eq!(town.event(EventId::new(1)).await.name, "Play again");
        says(&report, &[
            "users row 2 (id 1): its number is also that of users row 1 (id 1), which keeps it, since its role is higher",
            "users row 3 (id 1) has the id and the address of users row 1 (id 1), which was taken, since its role is higher; left out",
            "events row 1 (id 1) has the id of events row 2 (id 1), which was taken, since it was created later; left out",
        ]);
    }

    async fn rows_without_a_number_that_can_be_used_are_named_and_the_rest_comes_along(town: Town) {
        let report = brought(&town, "
            INSERT INTO users VALUES (NULL, 'Bo', 'bo@example.org', '', 0, 1, '2026-01-01 10:00:00', '');
            INSERT INTO users VALUES (0, 'Cy', 'cy@example.org', '', 0, 1, '2026-01-01 10:00:00', '');
            INSERT INTO users VALUES (-4, 'Di', 'di@example.org', '', 0, 1, '2026-01-01 10:00:00', '');
            INSERT INTO users VALUES ('five', 'Ed', 'ed@example.org', '', 'maybe', NULL, '2026-01-01 10:00:00', '');
            INSERT INTO users VALUES ('6', 'Flo', 'flo@example.org', '', 0, 1, '2026-01-01 10:00:00', '');
            INSERT INTO events VALUES (0, 'Zero', '2026-12-24 20:00:00', 6, '', 'open', 1, '2026-01-03 10:00:00', NULL);
            INSERT INTO events VALUES (-1, 'Minus', '2026-12-24 20:00:00', 6, '', 'open', 88, '2026-01-03 10:00:00', NULL);
            INSERT INTO events VALUES (NULL, 'None', '2026-12-24 20:00:00', 6, '', 'open', 1, '2026-01-03 10:00:00', NULL);
            INSERT INTO events VALUES (99999999999, 'Far', '2026-12-24 20:00:00', 6, '', 'open', 1, '2026-01-03 10:00:00', NULL);
            INSERT INTO events VALUES ('two', 'Word', '2026-12-24 20:00:00', 6, '', 'open', 1, '2026-01-03 10:00:00', NULL);
            INSERT INTO events VALUES (3.0, 'Three', NULL, 'ten', NULL, NULL, NULL, NULL, NULL);
            INSERT INTO submissions VALUES (NULL, 1, 0, '2,0', '', NULL, NULL, NULL);
            INSERT INTO submissions VALUES (0, 1, -4, '2,0', '', NULL, NULL, NULL);
            INSERT INTO submissions VALUES (1, 1, NULL, '2,0', '', NULL, NULL, NULL);
            INSERT INTO submissions VALUES (2, NULL, 1, '2,0', '', NULL, NULL, NULL);
            INSERT INTO submissions VALUES (3, 0, 77, '2,0', '', NULL, NULL, NULL);
            INSERT INTO submissions VALUES (4, '1', '6.0', '2,0', '', NULL, NULL, NULL)").await;
        // Ada and five more, and whoever created event 3.
        assert_eq!((report.people.new, report.events.new, report.requests.new), (7, 2, 3), "{report}");
        assert_eq!(town.event(EventId::new(3)).await.name, "Three");
        says(&report, &[
            "users row 2 (id NULL): has no number; no event or request is its own",
            "users row 5 (id “five”): has no number; no event or request is its own",
            "users row 5 (id “five”): its is_admin, “maybe”, is not 0 or 1; taken as 0",
            "users row 5 (id “five”): its is_active, NULL, is not 0 or 1; taken as 0",
            "events row 7 (id 3): its created_by, NULL, is nobody’s number; its creator stands as “Former person”, inactive",
            "events row 2 (id 0), “Zero”: its number is not between 1 and 2147483647, so no link could lead to it; left out",
            "events row 3 (id -1), “Minus”: its number",
            "events row 4 (id NULL), “None”: its number",
            "events row 5 (id 99999999999), “Far”: its number",
            "events row 6 (id “two”), “Word”: its number",
            "event 3 “Three”: NULL is not a time",
            "event 3 “Three”: “ten” is not a number of tickets; now 0",
            "submissions row 3 (id 1): its user_id, NULL, names nobody; left out",
            "submissions row 4 (id 2): is for event NULL, which is not in the file or was left out; left out",
            "submissions row 5 (id 3): is for event 0, which is not in the file or was left out; left out",
        ]);
    }

    async fn what_is_missing_is_named_and_the_rest_comes_along(town: Town) {
        let report = brought(&town, "
            DROP TABLE submissions; ALTER TABLE events DROP COLUMN finalized_at; ALTER TABLE users DROP COLUMN id;").await;
        assert_eq!((report.people.new, report.events.new), (2, 1), "{report}");
        says(&report, &[
            "there is no column users.id; all in it counts as empty",
            "there is no column events.finalized_at; all in it counts as empty",
            "there is no table submissions; all in it counts as empty",
            "person 1 is not in the file; stands as “Former person 1”, inactive",
        ]);
        let folder = tempfile::tempdir().unwrap();
        let nobody = original(&folder, "DROP TABLE users; UPDATE events SET id = 2").await;
        let report = import::run(&town.site, &nobody, london(), false).await.unwrap();
        assert_eq!(report.events.new, 1, "{report}");
    }

    async fn states_that_can_mean_only_one_are_read(town: Town) {
        let report = brought(&town, "
            INSERT INTO events SELECT 2, 'Two', event_date, 5, '', 'Closed', 1, created_at, NULL FROM events WHERE id = 1;
            INSERT INTO events SELECT 3, 'Three', event_date, 5, '', 'canceled', 1, created_at, NULL FROM events WHERE id = 1;
            INSERT INTO events SELECT 4, 'Four', event_date, 5, '', ' final ', 1, created_at, created_at FROM events WHERE id = 1;
            INSERT INTO events SELECT 5, 'Five', event_date, 5, '', 'perhaps', 1, created_at, NULL FROM events WHERE id = 1").await;
        let mut seen = Vec::new();
        for number in 1..=5 {
            seen.push(town.event(EventId::new(number)).await.status_at(town.now()).as_str());
        }
        assert_eq!(seen, ["open", "closed", "cancelled", "finalized", "open"], "{report}");
        says(&report, &[
            "event 2 “Two”: “Closed” is not a state of the original; taken as closed",
            "event 3 “Three”: “canceled” is not a state of the original; taken as cancelled",
            "event 4 “Four”: “final” is not a state of the original; taken as finalized",
            "event 5 “Five”: “perhaps” is not a state; taken as open",
        ]);
    }

    async fn where_nobody_could_be_inactive_everyone_is_active(town: Town) {
        let report = brought(&town, "ALTER TABLE users DROP COLUMN is_active").await;
        says(&report, &["there is no column users.is_active; everyone counts as active"]);
        assert_eq!(town.count("users", "email = 'ada@example.org' AND status = 'active'").await, 1);
        assert_eq!(report.oddities.len(), 1, "{report}");
    }

    async fn a_view_and_a_table_without_rowids_are_read(town: Town) {
        let report = brought(&town, "
            ALTER TABLE users RENAME TO people; CREATE VIEW users AS SELECT * FROM people;
            CREATE TABLE w (id PRIMARY KEY, name, event_date, total_tickets, notes, status, created_by, created_at, finalized_at)
                WITHOUT ROWID;
            INSERT INTO w SELECT * FROM events; DROP TABLE events; ALTER TABLE w RENAME TO events").await;
        assert_eq!((report.people.new, report.events.new), (1, 1), "{report}");
    }

    async fn a_report_names_everything_however_much_it_is(town: Town) {
        let many = "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
            INSERT INTO users SELECT i, 'Person ' || i, 'same@example.org', '', 0, 1, '2026-01-01 10:00:00', '' FROM n";
        let report = brought(&town, many).await;
        assert_eq!(report.people.new, 300);
        let said = report.to_string();
        for id in 2..300 {
            let line = format!("users row {id} (id {id}): “same@example.org” is also the address of users row 300 (id 300)");
            assert!(said.contains(&line), "{line}");
        }
    }
}
