//! Flags as other programs write them, and columns that a database works out.

use ticket_pool::server::services::import;

use super::{file::original, london};
use crate::harness::Town;

/// Name, role, and status of everyone of the file but Ada.
async fn brought(town: &Town, more: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let report = import::run(&town.site, &original(&folder, more).await, london(), false).await.unwrap().to_string();
    assert!(
        !report.contains("taken as 0") && !report.contains("is_admin,") && !report.contains("no column"),
        "{report}"
    );
    let people = "SELECT name, role, status FROM users WHERE email LIKE '%@old.example' ORDER BY name";
    format!("{:?}", town.rows(people).await)
}

both! {
    async fn what_is_true_but_not_1_locks_nobody_out(town: Town) {
        let people = brought(&town, "
            INSERT INTO users VALUES (2, 'Access', 'access@old.example', '', -1, -1, '2026-01-01 10:00:00');
            INSERT INTO users VALUES (3, 'Bits', 'bits@old.example', '', x'01', x'01', '2026-01-01 10:00:00');
            INSERT INTO users VALUES (4, 'Count', 'count@old.example', '', 2, 3, '2026-01-01 10:00:00');
            INSERT INTO users VALUES (5, 'None', 'none@old.example', '', x'00', x'00', '2026-01-01 10:00:00')").await;
        assert_eq!((people.matches("admin").count(), people.matches("\"active\"").count()), (3, 3), "{people}");
    }

    async fn a_column_that_the_database_works_out_is_there(town: Town) {
        let people = brought(&town, "
            ALTER TABLE users RENAME COLUMN is_admin TO level;
            ALTER TABLE users ADD COLUMN is_admin INTEGER GENERATED ALWAYS AS (level > 5) VIRTUAL;
            INSERT INTO users (id, name, email, level, is_active) VALUES (2, 'Chief', 'chief@old.example', 9, 1)").await;
        assert!(people.contains("admin"), "{people}");
    }
}
