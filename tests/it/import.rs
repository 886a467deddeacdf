//! Bringing the original's database along.

mod admins;
mod copies;
mod file;
mod flags;
mod here_before;
mod letters;
mod odd;

use std::path::Path;

use sea_orm::{ConnectionTrait, Statement};
use ticket_pool::{
    domain::{
        after::AfterSettings,
        event::{EventStatus, Visibility},
        ids::EventId,
        person::Email,
        schedule::Zone,
    },
    server::{
        db::{events, people, requests},
        services::import::{self, Report},
    },
};

use crate::harness::{DOMAIN, Town};

/// Written by the original itself.
const LEGACY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/legacy.db");
const EXPECTED: &str = include_str!("../data/legacy-expected.json");

fn london() -> Zone {
    Zone::parse("Europe/London").unwrap()
}

async fn import(town: &Town) -> Report {
    import::run(&town.site, Path::new(LEGACY), london(), false).await.unwrap()
}

async fn sum(town: &Town, sql: &str) -> i64 {
    let statement = Statement::from_string(town.site.db.backend(), sql);
    town.site.db.read().query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

both! {
    async fn every_person_event_request_and_allocation_comes_along(town: Town) {
        let report = import(&town).await;
        let expected: serde_json::Value = serde_json::from_str(EXPECTED).unwrap();
        for (name, count) in serde_json::to_value(report.found).unwrap().as_object().unwrap() {
            assert_eq!(count, &expected[name], "{name}");
        }
        assert_eq!((report.people.new, report.events.new, report.requests.new), (60, 18, 324));
        let came = "email LIKE '%.%@example.org'";
        assert_eq!(town.count("users", came).await, 60);
        assert_eq!(town.count("users", &format!("{came} AND status = 'active'")).await, 56);
        assert_eq!(town.count("users", &format!("{came} AND role = 'admin'")).await, 2);
        assert_eq!(town.count("users", &format!("{came} AND role = 'organizer'")).await, 4);
        for (status, many) in [("open", 3), ("finalized", 14), ("cancelled", 1)] {
            assert_eq!(town.count("events", &format!("imported AND status = '{status}'")).await, many, "{status}");
        }
        assert_eq!(town.count("requests", "withdrawn_at IS NULL").await, 324);
        assert_eq!(town.count("requests", "note = '</textarea><script>alert(1)</script>'").await, 57);
        let said = sum(&town, "SELECT SUM(COALESCE(legacy_allocated, allocated)) FROM requests").await;
        assert_eq!(expected["tickets_given"], said);
        assert_eq!(sum(&town, "SELECT SUM(amount) FROM request_tiers").await, 1_846);
        assert_eq!(town.count("outbox", "event_id IS NOT NULL").await, 0, "nobody is told a second time");
        assert_eq!(town.count("audit_log", "action = 'import.legacy'").await, 1);
        assert_eq!((report.oddities, report.differences), (vec![], vec![]));
    }

    async fn the_two_impossible_allocations_are_named_and_nobody_holds_them(town: Town) {
        let report = import(&town).await;
        let named: Vec<String> = report.impossible.iter().map(ToString::to_string).collect();
        let expected = [
            "event 6 “Basketball derby #6”: Bram Kowalska was given 99 of 20 tickets",
            "event 7 “Rovers v United #7”: Asha da was given -5 of 12 tickets",
        ];
        assert_eq!(named, expected);
        assert!(expected.iter().all(|line| report.to_string().contains(line)));
        let bram = Email::parse("bram.kowalska58@example.org").unwrap();
        let bram = people::find_by_email(town.site.db.read(), &bram).await.unwrap().unwrap();
        let request = requests::find(town.site.db.read(), EventId::new(6), bram.id).await.unwrap().unwrap();
        assert_eq!((request.allocated, request.told, request.legacy_allocated), (Some(0), None, Some(99)));
        assert_eq!(town.count("requests", "legacy_allocated IS NOT NULL").await, 2);
        let given = "(SELECT COALESCE(SUM(r.allocated), 0) FROM requests r WHERE r.event_id = events.id)";
        assert_eq!(town.count("events", &format!("tickets < {given}")).await, 0);
        let finalized = "(SELECT id FROM events WHERE status = 'finalized')";
        assert_eq!(town.count("requests", &format!("event_id IN {finalized} AND allocated IS NULL")).await, 0);
    }

    async fn events_keep_their_numbers_and_new_ones_go_on_after_them(town: Town) {
        import(&town).await;
        let mahler = town.event(EventId::new(14)).await;
        assert_eq!(mahler.name, "Philharmonic: Mahler 2 #14");
        assert_eq!((mahler.status, mahler.revision, mahler.imported), (EventStatus::Finalized, 1, true));
        assert_eq!((mahler.shows_before, mahler.shows_after), (Visibility::Numbers, Visibility::Names));
        let tx = town.site.db.write_tx().await.unwrap();
        let details = ticket_pool::domain::event_details::EventDetails {
            name: "New".into(),
            schedule: mahler.schedule,
            place: String::new(),
            ends_at: None,
            tickets: 1,
            limit: 1,
            notes: String::new(),
            shows_before: Visibility::Own,
            shows_after: Visibility::Own,
            season: ticket_pool::domain::event_details::SeasonChoice::Unsaid,
            outside: ticket_pool::domain::event_details::Outside::default(),
        };
        let next = events::insert(&tx, (&details, mahler.season(), &AfterSettings::default()), town.dana.person, town.site.chance.id(), town.now()).await.unwrap();
        assert_eq!(next, EventId::new(19));
    }

    async fn a_second_run_doubles_nothing(town: Town) {
        import(&town).await;
        let before = town.snapshot(&DOMAIN).await;
        let report = import(&town).await;
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        assert_eq!((report.people.unchanged, report.events.unchanged, report.requests.unchanged), (60, 18, 324));
        assert_eq!((report.writes(), report.differences), (false, vec![]));
        assert_eq!(report.impossible.len(), 2);
    }

    async fn a_dry_run_says_the_same_and_writes_nothing(town: Town) {
        let before = town.snapshot(&DOMAIN).await;
        let dry = import::run(&town.site, Path::new(LEGACY), london(), true).await.unwrap();
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        assert!(dry.to_string().ends_with("This was a dry run: nothing was written."));
        let wet = import(&town).await;
        assert_eq!((dry.people, dry.events, dry.requests), (wet.people, wet.events, wet.requests));
        assert_eq!(dry.impossible, wet.impossible);
    }

    async fn local_times_are_read_in_the_zone_that_is_given(town: Town) {
        import(&town).await;
        let rovers = town.event(EventId::new(1)).await;
        assert_eq!(rovers.schedule.starts_at.to_rfc3339(), "2025-09-01T18:30:00+00:00");
        assert_eq!(rovers.schedule.zone, london());
        assert_eq!(rovers.finalized_at.unwrap().to_rfc3339(), "2025-08-30T19:30:00+00:00");
        let kolkata = Zone::parse("Asia/Kolkata").unwrap();
        let elsewhere = import::run(&town.site, Path::new(LEGACY), kolkata, false).await.unwrap();
        assert_eq!((elsewhere.events.different, elsewhere.events.new), (18, 0));
        assert!(elsewhere.to_string().contains("event 1 “Rovers v United #1”: time, zone\n"));
        assert_eq!(town.event(EventId::new(1)).await.schedule, rovers.schedule, "what is here is not overwritten");
    }
}
