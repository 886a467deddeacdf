//! A database that is in use already.

use std::path::Path;

use ticket_pool::{
    domain::{
        ids::EventId,
        person::{Email, Role},
    },
    server::{
        db::{people, requests},
        services::import::{self, ImportError},
    },
};

use super::{LEGACY, file::original, london};
use crate::harness::DOMAIN;

both! {
    async fn a_number_that_another_event_has_is_refused_by_name(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        import::run(&town.site, &original(&folder, "").await, london(), false).await.unwrap();
        let before = town.snapshot(&DOMAIN).await;
        let error = import::run(&town.site, Path::new(LEGACY), london(), false).await.unwrap_err();
        assert!(matches!(error, ImportError::NumbersTaken(_)));
        assert!(error.to_string().ends_with("\n  1: here “Play”, in the file “Rovers v United #1”"), "{error}");
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn someone_who_is_here_stays_as_they_are(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let also_asha = "UPDATE users SET name = 'Asha the Admin', email = ' ASHA@example.org'";
        let report = import::run(&town.site, &original(&folder, also_asha).await, london(), false).await.unwrap();
        assert_eq!((report.people.new, report.people.different), (0, 1));
        let email = Email::parse(&town.asha.email).unwrap();
        let found = people::find_by_email(town.site.db.read(), &email).await.unwrap().unwrap();
        assert_eq!((found.id, found.role, found.name), (town.asha.person, Role::Member, "Asha".into()));
        assert_eq!(town.event(EventId::new(1)).await.owner, town.asha.person);
    }

    async fn a_request_made_there_since_is_added_while_the_event_is_open_and_a_changed_one_is_left(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let ask = |id: i32, tiers: &str| {
            format!("INSERT INTO submissions VALUES ({id}, 1, {id}, '{tiers}', '', 3, '2026-02-01 10:00:00', NULL);")
        };
        let first = original(&folder, &ask(1, "4,3,0")).await;
        import::run(&town.site, &first, london(), false).await.unwrap();
        let bea = "INSERT INTO users VALUES (2, 'Bea', 'bea@example.org', '', 0, 1, '2026-01-01 10:00:00');";
        let since = original(&folder, &[bea, &ask(1, "2,0"), &ask(2, "3,0")].concat()).await;
        let report = import::run(&town.site, &since, london(), false).await.unwrap();
        assert_eq!((report.people.new, report.requests.new, report.requests.different), (1, 1, 1));
        let requests = requests::of_event(town.site.db.read(), EventId::new(1)).await.unwrap();
        let stand: Vec<_> = requests.iter().map(|request| (request.tiers.to_string(), request.allocated)).collect();
        assert_eq!(stand, [("4,3".into(), Some(3)), ("3".into(), None)], "a draft of there does not count here");
    }

    async fn a_request_made_there_since_comes_too_late_for_an_event_that_is_closed_here(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        import::run(&town.site, &original(&folder, "").await, london(), false).await.unwrap();
        town.force("UPDATE events SET status = 'closed'").await.unwrap();
        let since = "INSERT INTO submissions VALUES (1, 1, 1, '2,0', '', NULL, '2026-02-01 10:00:00', NULL)";
        let report = import::run(&town.site, &original(&folder, since).await, london(), false).await.unwrap();
        assert_eq!((report.requests.new, report.requests.different, report.writes()), (0, 1, false));
        assert!(report.to_string().contains("event 1 “Play”: the request of Ada is new in the file"));
    }
}
