//! The made-up organization.

use ticket_pool::{
    domain::{ids::EventId, person::Role},
    error::{Obstacle, Refusal},
    server::{
        db::{people, requests},
        services::{Refused, seed},
    },
};

use crate::harness::DOMAIN;

both! {
    async fn the_made_up_organization_has_3_pools_60_people_20_events_and_writes_to_nobody(town: Town) {
        town.empty().await;
        let report = seed::run(&town.site, 0).await.unwrap();
        assert_eq!((report.people, report.seasons, report.events), (60, 3, 20));
        assert!(report.to_string().ends_with("ticket-pool login-link dana@example.org"));
        assert_eq!(town.count("users", "status = 'active'").await, 56);
        assert_eq!(town.count("users", "role = 'admin'").await, 2);
        assert_eq!(town.count("users", "role = 'organizer'").await, 4);
        assert_eq!(town.count("pools", "1 = 1").await, 3);
        for (status, many) in [("finalized", 12), ("closed", 3), ("open", 4), ("cancelled", 1)] {
            assert_eq!(town.count("events", &format!("status = '{status}'")).await, many, "{status}");
        }
        assert_eq!(requests::of_event(town.site.db.read(), EventId::new(14)).await.unwrap().len(), 60);
        assert_eq!(town.count("outbox", "1 = 1").await, 0);
    }

    async fn people_who_are_here_already_stay_as_they_are(town: Town) {
        let report = seed::run(&town.site, 0).await.unwrap();
        assert_eq!((report.people, report.admin.as_str()), (57, town.dana.email.as_str()));
        let asha = people::find(town.site.db.read(), town.asha.person).await.unwrap().unwrap();
        assert_eq!((asha.name.as_str(), asha.role), ("Asha", Role::Member));
    }

    async fn no_made_up_event_gives_more_than_it_has_and_what_happened_lies_in_the_past(town: Town) {
        seed::run(&town.site, 0).await.unwrap();
        for number in (1..=20).map(EventId::new) {
            let event = town.event(number).await;
            let requests = requests::of_event(town.site.db.read(), number).await.unwrap();
            assert!(!requests.is_empty(), "{}", event.name);
            let given: u32 = requests.iter().filter_map(|request| request.allocated).sum();
            assert!(given <= event.tickets, "{}", event.name);
            for request in requests {
                assert!(request.since <= town.now() && request.tiers.first_choice() <= event.limit, "{}", event.name);
                assert!(request.since < event.schedule.requests_close_at(), "{}", event.name);
                let outside = request.allocated.is_some_and(|given| !request.tiers.accepts(given));
                assert_eq!(outside, !request.reason.is_empty(), "{}", event.name);
                assert_eq!(event.finalized_at.is_some(), request.told.is_some(), "{}", event.name);
            }
        }
        let late = format!("created_at > '{0}' OR finalized_at > '{0}' OR closed_at > '{0}'", town.now().to_rfc3339());
        assert_eq!(town.count("events", &late).await, 0);
    }

    async fn where_there_is_an_event_nothing_is_made_up(town: Town) {
        seed::run(&town.site, 0).await.unwrap();
        let before = town.snapshot(&DOMAIN).await;
        let refused = seed::run(&town.site, 0).await;
        let set_up_already = Refusal::NotNow { why: Obstacle::AlreadySetUp };
        assert!(matches!(refused, Err(Refused::Refusal(refusal)) if refusal == set_up_already));
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn a_crowd_asks_for_one_event_more(town: Town) {
        town.empty().await;
        let report = seed::run(&town.site, 300).await.unwrap();
        assert_eq!((report.people, report.events), (360, 21));
        assert_eq!(requests::of_event(town.site.db.read(), EventId::new(21)).await.unwrap().len(), 300);
        assert_eq!((town.event(EventId::new(21)).await.tickets, town.count("outbox", "1 = 1").await), (200, 0));
    }
}
