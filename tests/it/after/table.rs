use chrono::TimeDelta;
use ticket_pool::{
    error::{Obstacle, Refusal},
    server::{auth::Actor, services::after as service},
};

use crate::harness::{Town, refusal};

async fn on_the_last_day(town: &Town, event: ticket_pool::domain::ids::EventId) {
    let starts_at = town.event(event).await.schedule.starts_at;
    town.wait(starts_at - TimeDelta::hours(12) - town.now());
}

both! {
    async fn on_the_last_day_whoever_comes_first_has_them_also_who_had_asked_for_none(town: Town) {
        let event = town.settled_match().await;
        on_the_last_day(&town, event).await;
        town.returned(event, &town.asha, 3).await;
        assert_eq!(town.event(event).await.after.on_table, 3);
        let told: Vec<String> = town.post().await.into_iter().map(|letter| letter.to_name).collect();
        assert!(told.contains(&"Dana".to_owned()), "{told:?}");
        assert_eq!(service::claim(&town.site, &town.dana, event, ("2", "")).await.unwrap(), 2);
        let more = service::claim(&town.site, &town.olga, event, ("2", "")).await;
        assert!(matches!(refusal(more), Refusal::Invalid { .. }), "one is left");
        assert_eq!(service::claim(&town.site, &town.olga, event, ("1", "")).await.unwrap(), 1);
        let gone = service::claim(&town.site, &town.bram, event, ("1", "")).await;
        assert_eq!(refusal(gone), Refusal::NotNow { why: Obstacle::TicketsGone });
        assert_eq!(town.held(event).await, [1, 1, 1]);
        assert_eq!(town.request(event, &town.dana).await.allocated, Some(2));
        let event = town.event(event).await;
        assert_eq!((event.demand.people, event.demand.given), (3, 5), "Dana asked for nothing");
    }

    async fn nobody_has_more_than_one_person_may(town: Town) {
        let event = town.settled_match().await;
        on_the_last_day(&town, event).await;
        town.returned(event, &town.bram, 1).await;
        let full = service::claim(&town.site, &town.asha, event, ("1", "")).await;
        assert_eq!(refusal(full), Refusal::NotNow { why: Obstacle::LimitReached });
    }

    async fn of_sixty_four_who_take_at_once_each_ticket_goes_to_one(town: Town) {
        let event = town.settled_match().await;
        on_the_last_day(&town, event).await;
        town.returned(event, &town.asha, 4).await;
        let people: Vec<Actor> = {
            let mut people = Vec::new();
            for number in 0..64 {
                people.push(town.newcomer(&format!("Guest{number}")).await);
            }
            people
        };
        let claims = people.iter().map(|who| {
            let (town, who) = (town.clone(), who.clone());
            tokio::spawn(async move { service::claim(&town.site, &who, event, ("1", "")).await.is_ok() })
        });
        let claims: Vec<_> = claims.collect();
        let mut taken = 0;
        for claim in claims {
            taken += u32::from(claim.await.unwrap());
        }
        assert_eq!(taken, 4);
        let event = town.event(event).await;
        assert_eq!((event.demand.given, event.after.on_table), (5, 0));
    }

    async fn each_time_the_table_opens_those_who_may_take_something_are_told(town: Town) {
        let event = town.settled_match().await;
        on_the_last_day(&town, event).await;
        let told = async || town.post().await.iter().filter(|letter| letter.subject.contains("whoever comes first")).count();
        town.returned(event, &town.asha, 1).await;
        let everyone = told().await;
        assert!(everyone > 0);
        town.returned(event, &town.asha, 1).await;
        assert_eq!(told().await, 0, "it was open already");
        service::claim(&town.site, &town.olga, event, ("2", "")).await.unwrap();
        town.returned(event, &town.asha, 1).await;
        assert_eq!(told().await, everyone, "it opened again");
    }

    async fn a_form_that_comes_twice_takes_once_and_the_next_one_takes_more(town: Town) {
        let event = town.settled_match().await;
        on_the_last_day(&town, event).await;
        town.returned(event, &town.asha, 3).await;
        let claim = || service::claim(&town.site, &town.dana, event, ("1", "abcdefgh1"));
        let (one, two) = tokio::join!(claim(), claim());
        assert_eq!((one.unwrap(), two.unwrap()), (1, 1));
        assert_eq!(town.event(event).await.after.on_table, 2);
        assert_eq!(service::claim(&town.site, &town.dana, event, ("1", "abcdefgh2")).await.unwrap(), 2);
        // Too late to be passed on, it is noted once; and so for somebody who called.
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - TimeDelta::hours(1) - town.now());
        let (dana, bram) = (town.dana.person, town.bram.person);
        for _ in 0..2 {
            service::give_back(&town.site, &town.dana, (event, dana), ("1", "", "abcdefgh3")).await.unwrap();
            service::give_back(&town.site, &town.otto, (event, bram), ("1", "He called.", "abcdefgh4")).await.unwrap();
        }
        assert_eq!(town.count("after_entries", "what = 'late'").await, 2);
        assert_eq!(town.count("holdings", "late = 1").await, 2);
    }

    async fn whoever_is_offered_some_takes_only_what_one_person_may_have_with_these(town: Town) {
        let event = town.match_day().await;
        town.settle_in_turn(event, &[(&town.asha, &[4]), (&town.bram, &[4, 1])]).await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - TimeDelta::hours(25) - town.now());
        town.returned(event, &town.asha, 3).await;
        assert_eq!(town.offered(event, &town.bram).await.unwrap().number, 3, "with these he has four, the most there are");
        // Two hours later what comes back lies on the table, and he has not answered yet.
        town.wait(TimeDelta::hours(2));
        town.returned(event, &town.asha, 1).await;
        assert_eq!(town.event(event).await.after.on_table, 1);
        let more = service::claim(&town.site, &town.bram, event, ("1", "")).await;
        assert_eq!(refusal(more), Refusal::NotNow { why: Obstacle::LimitReached });
        let page = town.browser_of(&town.bram).await.get(&format!("/events/{event}")).await;
        assert_eq!(page.count("form[action='/api/after/claim']"), 0, "nor is he asked to");
        assert_eq!(service::claim(&town.site, &town.dana, event, ("1", "")).await.unwrap(), 1);
    }
}
