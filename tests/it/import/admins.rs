//! Accounts that share an address, and the last admin.

use std::{
    path::Path,
    process::{Command, Output},
};

use ticket_pool::{
    domain::person::{Email, Role},
    server::{
        db::people::{self, Person},
        services::import::{self, Oddity, Report},
    },
};

use super::{file::original, london};
use crate::harness::Town;

async fn brought(town: &Town, more: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    import::run(&town.site, &original(&folder, more).await, london(), false).await.unwrap()
}

async fn found(town: &Town, email: &str) -> Person {
    let email = Email::parse(email).unwrap();
    people::find_by_email(town.site.db.read(), &email).await.unwrap().unwrap()
}

/// Who keeps an address, by the name of the account.
async fn keeps(town: &Town, email: &str, accounts: &str) -> String {
    brought(town, accounts).await;
    found(town, email).await.name
}

both! {
    async fn the_active_admin_keeps_an_address_whoever_stands_first(town: Town) {
        let report = brought(&town, "
            INSERT INTO users VALUES (3, 'Old Ottilie', 'Ottilie@Example.org', '', 0, 0, '2026-01-01 10:00:00');
            INSERT INTO users VALUES (9, 'Ottilie', 'ottilie@example.org', '', 1, 1, '2025-01-01 10:00:00');").await;
        let kept = found(&town, "ottilie@example.org").await;
        assert_eq!((kept.name.as_str(), kept.role, kept.active), ("Ottilie", Role::Admin, true));
        let former = found(&town, "person-3@former.invalid").await;
        assert_eq!((former.name.as_str(), former.active), ("Old Ottilie", false));
        let said = "users row 3 (id 3): “Ottilie@Example.org” is also the address of users row 9 (id 9), which keeps it, since \
                    it is active; stands as person-3@former.invalid, inactive";
        assert!(report.to_string().contains(said), "{report}");
    }

    async fn of_two_active_accounts_the_higher_role_keeps_the_address_then_the_later_use_then_the_number(town: Town) {
        let name = keeps(&town, "rosa@example.org", "
            INSERT INTO users VALUES (2, 'Admin', 'ROSA@example.org', '', 1, 1, '2020-01-01 10:00:00');
            INSERT INTO users VALUES (3, 'Member', 'rosa@example.org', '', 0, 1, '2026-01-01 10:00:00');").await;
        assert_eq!(name, "Admin");
        let name = keeps(&town, "uma@example.org", "
            UPDATE events SET id = 11;
            INSERT INTO users VALUES (4, 'Asked', 'uma@example.org', '', 0, 1, '2020-01-01 10:00:00');
            INSERT INTO users VALUES (5, 'Did nothing', 'UMA@example.org', '', 0, 1, '2026-01-01 10:00:00');
            INSERT INTO submissions VALUES (1, 11, 4, '2,0', '', NULL, '2026-02-01 10:00:00', NULL);").await;
        assert_eq!(name, "Asked");
        let name = keeps(&town, "vera@example.org", "
            UPDATE events SET id = 12;
            INSERT INTO users VALUES (6, 'Lower', 'vera@example.org', '', 0, 1, '2026-01-01 10:00:00');
            INSERT INTO users VALUES (7, 'Higher', 'VERA@example.org', '', 0, 1, '2026-01-01 10:00:00');").await;
        assert_eq!(name, "Higher");
    }

    /// A domain is one however it is typed, and what cannot be seen is no part of an address.
    async fn addresses_are_the_same_if_they_are_to_us(town: Town) {
        let name = keeps(&town, "jo@bücher.example", "
            INSERT INTO users VALUES (2, 'Left', 'jo@bücher.example', '', 0, 0, '2026-01-01 10:00:00');
            INSERT INTO users VALUES (3, 'Invisible', 'jo' || char(8203) || '@BÜCHER.example', '', 0, 0, '2026-01-01 10:00:00');
            INSERT INTO users VALUES (4, 'Kept', 'jo@xn--bcher-kva.example', '', 0, 1, '2026-01-01 10:00:00');").await;
        assert_eq!(name, "Kept");
        assert_eq!(town.count("users", "email LIKE 'person-%@former.invalid'").await, 2);
    }

    async fn whoever_really_has_an_address_of_ours_that_reaches_nobody_keeps_it(town: Town) {
        let report = brought(&town, "
            INSERT INTO users VALUES (2, 'Named so', 'person-3@former.invalid', '', 0, 1, '2026-01-01 10:00:00');
            INSERT INTO users VALUES (3, 'Nobody', '', '', 0, 1, '2026-01-01 10:00:00');").await;
        assert_eq!(report.people.new, 3);
        assert_eq!(found(&town, "person-3-2@former.invalid").await.name, "Nobody");
    }

    async fn a_site_without_an_admin_is_warned_of(town: Town) {
        assert!(!brought(&town, "").await.no_admin, "Dana is one");
        town.force("UPDATE users SET role = 'member'").await.unwrap();
        let report = brought(&town, "UPDATE users SET is_active = 0").await;
        assert!(report.no_admin && report.to_string().contains(import::NO_ADMIN), "{report}");
    }

    async fn an_admin_whom_no_mail_reaches_is_none(town: Town) {
        town.force("UPDATE users SET role = 'member'").await.unwrap();
        let report = brought(&town, "UPDATE users SET email = 'ada@localhost'").await;
        assert!(report.no_admin, "{report}");
        assert!(report.oddities.iter().any(|odd| matches!(odd, Oddity::AddressUnusable { .. })));
    }
}

/// Runs the command as from a shell, on a database of its own.
fn command(folder: &Path, file: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    command.arg("import-legacy").arg(file).args(more).current_dir(folder).env_clear();
    command.envs([
        ("APP_URL", "http://localhost:3000"),
        ("DATABASE", "ours.db"),
        ("MAIL", "console"),
        ("SECRET_KEY", "0f9a3c7715be2d8846a1c0e3f75b92d4"),
    ]);
    command.output().unwrap()
}

#[tokio::test]
async fn the_command_ends_with_1_where_nobody_is_an_admin_and_what_it_brought_stays() {
    let folder = tempfile::tempdir().unwrap();
    let nobody = original(&folder, "UPDATE users SET is_admin = 0").await;
    for (more, end) in [(&["--dry-run"][..], "nothing was written."), (&[], "All of it is here now.")] {
        let ended = command(folder.path(), &nobody, more);
        let (said, complained) = (String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
        assert_eq!(ended.status.code(), Some(1), "{said}{complained}");
        assert!(said.trim_end().ends_with(end), "{said}");
        assert!(complained.trim_end().ends_with(import::NO_ADMIN), "{complained}");
    }
    let again =
        command(folder.path(), &original(&folder, "UPDATE users SET id = 2, email = 'bo@example.org'").await, &[]);
    assert_eq!(again.status.code(), Some(0), "{}", String::from_utf8_lossy(&again.stderr));
}
