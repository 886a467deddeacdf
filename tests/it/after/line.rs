use chrono::TimeDelta;
use ticket_pool::server::services::after::{self as service, Answer};

both! {
    async fn where_the_next_three_take_only_two_one_waits_for_a_second_until_the_last_day(town: Town) {
        let event = town.match_day().await;
        let nia = town.newcomer("Nia").await;
        let all = [(&town.asha, &[4][..]), (&nia, &[1]), (&town.bram, &[2]), (&town.olga, &[2]), (&town.dana, &[2])];
        town.settle_in_turn(event, &all).await;
        town.returned(event, &nia, 1).await;
        for who in [&town.bram, &town.olga, &town.dana] {
            assert_eq!(town.offered(event, who).await, None, "nobody is offered half of what they would take");
        }
        let after = town.event(event).await.after;
        assert_eq!((after.offered, after.on_table), (0, 0), "it waits for a second one");
        town.returned(event, &town.asha, 1).await;
        assert_eq!(town.offered(event, &town.bram).await.unwrap().number, 2);
        assert_eq!(town.offered(event, &town.olga).await, None);
    }

    async fn what_waits_for_a_second_is_on_the_table_a_day_before(town: Town) {
        let event = town.match_day().await;
        town.settle_in_turn(event, &[(&town.asha, &[4]), (&town.otto, &[1]), (&town.bram, &[2])]).await;
        town.returned(event, &town.otto, 1).await;
        let now = town.event(event).await;
        assert_eq!(now.after.on_table, 0);
        town.wait(now.schedule.starts_at - TimeDelta::hours(24) - town.now());
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.event(event).await.after.on_table, 0, "a whole day is left");
        town.wait(TimeDelta::seconds(1));
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.event(event).await.after.on_table, 1);
    }

    async fn bram_who_has_one_rises_to_two_and_then_to_three(town: Town) {
        let event = town.match_day().await;
        town.settle_in_turn(event, &[(&town.asha, &[4]), (&town.bram, &[3, 2, 1])]).await;
        town.returned(event, &town.asha, 1).await;
        let first = town.offered(event, &town.bram).await.unwrap();
        assert_eq!((first.number, town.request(event, &town.bram).await.allocated), (1, Some(1)));
        service::answer(&town.site, &town.bram, first.id, Answer::Take).await.unwrap();
        town.returned(event, &town.asha, 2).await;
        let second = town.offered(event, &town.bram).await.unwrap();
        assert_eq!((second.number, town.request(event, &town.bram).await.allocated), (1, Some(2)), "never more than they asked for");
        assert_eq!(town.event(event).await.after.on_table, 1, "nobody would take the other");
    }

    async fn whoever_says_no_to_less_than_their_best_keeps_their_place_for_more(town: Town) {
        let event = town.match_day().await;
        town.settle_in_turn(event, &[(&town.asha, &[4]), (&town.bram, &[3, 2, 1]), (&town.olga, &[1])]).await;
        town.returned(event, &town.asha, 1).await;
        let two = town.offered(event, &town.bram).await.unwrap();
        assert!(service::answer(&town.site, &town.bram, two.id, Answer::Decline).await.unwrap().stays);
        let olga = town.offered(event, &town.olga).await.unwrap();
        assert_eq!(olga.number, 1, "it goes on");
        town.returned(event, &town.asha, 2).await;
        let three = town.offered(event, &town.bram).await.unwrap();
        assert_eq!((three.number, town.request(event, &town.bram).await.allocated), (2, Some(1)), "not what he did not want");
        assert!(!service::answer(&town.site, &town.bram, three.id, Answer::Decline).await.unwrap().stays, "twice");
    }

    async fn bram_is_next_for_two_matches_at_one_hour_and_is_offered_both(town: Town) {
        let mut events = Vec::new();
        for _ in 0..2 {
            let event = town.match_day().await;
            town.settle_in_turn(event, &[(&town.asha, &[4]), (&town.bram, &[3, 1])]).await;
            events.push(event);
        }
        for &event in &events {
            service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        }
        town.wait(service::UNDO + TimeDelta::seconds(5));
        assert_eq!(service::catch_up(&town.site).await.unwrap(), 2);
        for &event in &events {
            let offer = town.offered(event, &town.bram).await.unwrap();
            service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
            assert_eq!(town.request(event, &town.bram).await.allocated, Some(3), "one answer says nothing about the other");
        }
    }

    async fn whose_email_does_not_arrive_is_passed_over_and_it_is_said(town: Town) {
        let event = town.settled_match().await;
        let fails = format!("UPDATE users SET failing_since = created_at, failing_why = 'bounced' WHERE id = {}", town.bram.person);
        town.force(&fails).await.unwrap();
        town.returned(event, &town.asha, 2).await;
        assert_eq!(town.offered(event, &town.bram).await, None);
        assert!(town.offered(event, &town.olga).await.is_some());
        let page = town.browser_of(&town.otto).await.get(&format!("/events/{event}")).await.text();
        assert!(page.contains("Bram was passed over: email doesn’t reach them."), "{page}");
    }
}
