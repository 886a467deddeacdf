//! Rows that no rule of ours would let in.

use ticket_pool::{
    domain::ids::EventId,
    server::{
        db::requests,
        services::import::{self, Oddity},
    },
};

use super::{file::original, london};
const ODD: &str = "
    INSERT INTO users VALUES (2, '  ', 'ADA@example.org', '', 0, 1, 'soon');
    INSERT INTO users VALUES (3, 'Zoë' || char(27) || '[31m', 'zoë@localhost', '', 'true', 1, NULL);
    INSERT INTO users VALUES (4, NULL, NULL, NULL, NULL, NULL, NULL);
    INSERT INTO events VALUES (2, '', 'tomorrow', 'many', 'a' || char(0) || 'b', 'finalized', 77, NULL, NULL);
    INSERT INTO events VALUES (3, 'Over', '2026-05-01T20:00', 5, '', 'finalized', 1, NULL, '2026-04-01 10:00:00.123456');
    INSERT INTO events VALUES (4, 'Draft', '2026-12-30', 5, '', 'reopened', 1, '2026-01-02', NULL);
    INSERT INTO submissions VALUES (1, 1, 1, '1,2,9,0', NULL, NULL, NULL, NULL);
    INSERT INTO submissions VALUES (2, 1, 2, '0', 'none for me', NULL, NULL, NULL);
    INSERT INTO submissions VALUES (3, 1, 3, 'lots', NULL, NULL, NULL, NULL);
    INSERT INTO submissions VALUES (4, 2, 1, '2,0', NULL, 'two', NULL, NULL);
    INSERT INTO submissions VALUES (5, 3, 1, '4,0', NULL, 4, NULL, NULL);
    INSERT INTO submissions VALUES (6, 3, 2, '2,0', NULL, 3, NULL, NULL);
    INSERT INTO submissions VALUES (7, 3, 3, '0', NULL, 2, NULL, NULL);
    INSERT INTO submissions VALUES (8, 3, 99, '2,0', NULL, NULL, NULL, NULL);
    INSERT INTO submissions VALUES (9, 4, 1, '2,0', NULL, 99999999999999999999, NULL, NULL);
    INSERT INTO submissions VALUES (10, 55, 1, '2,0', NULL, 1, NULL, NULL);";

both! {
    async fn they_come_along_are_told_and_known_again(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let file = original(&folder, ODD).await;
        let report = import::run(&town.site, &file, london(), false).await.unwrap();
        assert_eq!((report.people.new, report.events.new, report.requests.new), (6, 4, 9));
        assert_eq!((report.impossible.len(), report.oddities.len()), (2, 25), "{report}");
        assert!(!report.to_string().contains('\u{1b}'), "nothing in the file commands the terminal");
        assert_eq!(town.count("users", "email LIKE 'person-%@former.invalid' AND status = 'inactive'").await, 4);
        let again = import::run(&town.site, &file, london(), false).await.unwrap();
        assert_eq!((again.writes(), again.differences), (false, vec![]));
        assert_eq!(again.oddities, report.oddities);
    }

    async fn people_who_hold_more_tickets_than_there_were_keep_them(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        import::run(&town.site, &original(&folder, ODD).await, london(), false).await.unwrap();
        assert_eq!(town.event(EventId::new(3)).await.tickets, 9);
        let requests = requests::of_event(town.site.db.read(), EventId::new(3)).await.unwrap();
        let mut kept: Vec<_> = requests.iter().map(|request| (request.allocated, request.legacy_allocated)).collect();
        kept.sort_unstable();
        assert_eq!(kept, [(Some(0), None), (Some(2), Some(2)), (Some(3), Some(3)), (Some(4), Some(4))]);
    }

    async fn a_wish_for_none_stands_as_withdrawn_with_its_note(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        import::run(&town.site, &original(&folder, ODD).await, london(), false).await.unwrap();
        let standing = requests::of_event(town.site.db.read(), EventId::new(1)).await.unwrap();
        assert_eq!(standing.iter().map(|request| request.tiers.to_string()).collect::<Vec<_>>(), ["9,2,1"]);
        assert_eq!(town.event(EventId::new(1)).await.limit, 9);
        assert_eq!(town.count("requests", "withdrawn_at IS NOT NULL AND note = 'none for me'").await, 1);
    }

    async fn an_event_that_does_not_say_who_made_it_is_named_with_what_stands_there(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let unnamed = "
            INSERT INTO events VALUES (2, 'Cup', '2026-12-30', 5, '', 'open', NULL, '2026-01-02', NULL);
            INSERT INTO events VALUES (3, 'Final', '2026-12-31', 5, '', 'open', 'ada@example.org', '2026-01-02', NULL)";
        let report = import::run(&town.site, &original(&folder, unnamed).await, london(), false).await.unwrap();
        assert!(matches!(report.oddities[..], [Oddity::CreatorUnnamed { .. }, Oddity::CreatorUnnamed { .. }]), "{report}");
        let said = report.to_string();
        for told in ["events row 2 (id 2): its created_by, NULL, is", "events row 3 (id 3): its created_by, “ada@example.org”, is"]
        {
            assert!(said.contains(told), "{said}");
        }
        assert!(said.contains("its creator stands as “Former person”, inactive"), "{said}");
        assert_eq!(town.count("events", "name IN ('Cup', 'Final')").await, 2);
    }

    async fn a_time_the_clocks_skip_is_told(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let skipped = "UPDATE events SET event_date = '2027-03-28 01:30:00'";
        let report = import::run(&town.site, &original(&folder, skipped).await, london(), false).await.unwrap();
        assert!(matches!(report.oddities[..], [Oddity::Clocks { twice: false, .. }]), "{report}");
        assert_eq!(town.event(EventId::new(1)).await.schedule.starts_at.to_rfc3339(), "2027-03-28T01:00:00+00:00");
    }
}
