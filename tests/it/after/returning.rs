use chrono::TimeDelta;
use ticket_pool::{
    domain::typed::Problem,
    error::{Obstacle, Refusal},
    server::services::after as service,
};

use crate::harness::refusal;

both! {
    async fn two_that_asha_gives_back_are_offered_to_bram_after_a_minute(town: Town) {
        let event = town.settled_match().await;
        assert_eq!(town.held(event).await, [4, 1, 0]);
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        town.wait(service::UNDO - TimeDelta::seconds(1));
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.held(event).await, [4, 1, 0], "she can still take it back");
        assert_eq!(town.offered(event, &town.bram).await, None);
        town.wait(TimeDelta::seconds(1));
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.held(event).await, [2, 1, 0]);
        let offer = town.offered(event, &town.bram).await.unwrap();
        assert_eq!((offer.number, town.request(event, &town.bram).await.allocated), (2, Some(1)));
        let letters = town.post().await;
        let to = |name: &str| letters.iter().find(|letter| letter.to_name == name).unwrap();
        assert!(to("Asha").subject.contains("You gave back 2 tickets"), "{}", to("Asha").subject);
        assert!(to("Bram").text.contains("You have 1 now. With these you’d have 3."), "{}", to("Bram").text);
        assert_eq!(letters.len(), 2);
    }

    async fn asha_takes_it_back_within_the_minute_and_nobody_is_asked(town: Town) {
        let event = town.settled_match().await;
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("4", "", "")).await.unwrap();
        town.wait(TimeDelta::seconds(59));
        service::take_back(&town.site, &town.asha, event, town.asha.person).await.unwrap();
        town.wait(TimeDelta::minutes(10));
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.held(event).await, [4, 1, 0]);
        assert!(town.post().await.is_empty());
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("4", "", "")).await.unwrap();
        town.wait(service::UNDO);
        let late = service::take_back(&town.site, &town.asha, event, town.asha.person).await;
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::ReturnSettled });
    }

    async fn nobody_gives_back_what_they_do_not_have(town: Town) {
        let event = town.settled_match().await;
        for number in ["0", "-1", "5", "", "two", "99999999999999999999"] {
            let done = service::give_back(&town.site, &town.asha, (event, town.asha.person), (number, "", "")).await;
            let problem = match number {
                "" => Problem::NoNumber,
                number => Problem::OutOfRange { min: 1, max: 4, seen: number.chars().take(20).collect() },
            };
            assert_eq!(refusal(done), Refusal::field("number", problem), "{number:?}");
        }
        let nothing = service::give_back(&town.site, &town.olga, (event, town.olga.person), ("1", "", "")).await;
        assert_eq!(refusal(nothing), Refusal::NotNow { why: Obstacle::NotSoMany });
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("1", "", "")).await.unwrap();
        let twice = service::give_back(&town.site, &town.asha, (event, town.asha.person), ("1", "", "")).await;
        assert_eq!(refusal(twice), Refusal::NotNow { why: Obstacle::ReturnUnderWay });
        let for_her = service::give_back(&town.site, &town.bram, (event, town.asha.person), ("1", "Ill.", "")).await;
        assert_eq!(refusal(for_her), Refusal::Forbidden);
    }

    async fn otto_gives_back_for_asha_on_the_phone_and_says_why(town: Town) {
        let event = town.settled_match().await;
        let silent = service::give_back(&town.site, &town.otto, (event, town.asha.person), ("4", "", "")).await;
        assert_eq!(refusal(silent), Refusal::field("reason", Problem::Missing));
        service::give_back(&town.site, &town.otto, (event, town.asha.person), ("4", "She is ill.", "")).await.unwrap();
        town.wait(service::UNDO);
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.held(event).await, [0, 1, 0]);
        let letters = town.post().await;
        let to_asha = letters.iter().find(|letter| letter.to_name == "Asha").unwrap();
        assert!(to_asha.text.contains("Otto did this for you: She is ill."), "{}", to_asha.text);
        // Two go to Bram, whose turn it is, and the other two to Olga.
        let offers = [&town.bram, &town.olga].map(|who| town.offered(event, who));
        let [bram, olga] = offers;
        assert_eq!([bram.await.unwrap().number, olga.await.unwrap().number], [2, 2]);
    }

    async fn too_late_to_ask_anyone_it_is_noted_that_they_will_not_be_used(town: Town) {
        let event = town.settled_match().await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - TimeDelta::hours(2) - town.now());
        let given = service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        assert_eq!(given, service::Given::Late);
        assert_eq!(town.held(event).await, [4, 1, 0], "they stay hers");
        town.wait(TimeDelta::hours(2));
        let begun = service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await;
        assert_eq!(refusal(begun), Refusal::NotNow { why: Obstacle::EventBegan });
    }

    async fn of_two_who_give_back_in_one_second_each_ticket_is_offered_once(town: Town) {
        let event = town.settled_match().await;
        for (who, number) in [(&town.asha, "4"), (&town.bram, "1")] {
            service::give_back(&town.site, who, (event, who.person), (number, "", "")).await.unwrap();
        }
        town.wait(service::UNDO);
        let both = tokio::join!(service::catch_up(&town.site), service::catch_up(&town.site));
        both.0.unwrap();
        both.1.unwrap();
        assert_eq!(town.held(event).await, [0, 0, 0]);
        // Bram was asked with what Asha gave back before he gave back himself; then it is Olga's turn, and the rest is on the table.
        let after = town.event(event).await.after;
        assert_eq!(after.offered + after.on_table, 5);
        assert_eq!(town.offered(event, &town.olga).await.unwrap().number, 2);
        assert_eq!(town.offered(event, &town.bram).await, None);
    }

    async fn asha_is_told_when_otto_notes_too_late_that_two_of_hers_will_not_be_used(town: Town) {
        let event = town.settled_match().await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - TimeDelta::hours(1) - town.now());
        service::give_back(&town.site, &town.otto, (event, town.asha.person), ("2", "She called.", "")).await.unwrap();
        let letters = town.post().await;
        let to_asha = letters.iter().find(|letter| letter.to_name == "Asha").unwrap();
        assert_eq!(to_asha.subject, "2 of your tickets for Rovers v United won’t be used");
        assert!(to_asha.text.contains("Otto did this for you: She called."), "{}", to_asha.text);
        assert!(!to_asha.text.contains("given back"), "{}", to_asha.text);
        // What she notes herself she knows.
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("1", "", "")).await.unwrap();
        assert!(town.post().await.iter().all(|letter| letter.to_name != "Asha"));
    }

    async fn nobody_takes_back_for_asha_what_she_gives_back_herself(town: Town) {
        let event = town.settled_match().await;
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        let otto = service::take_back(&town.site, &town.otto, event, town.asha.person).await;
        assert_eq!(refusal(otto), Refusal::NotNow { why: Obstacle::ReturnSettled });
        service::take_back(&town.site, &town.asha, event, town.asha.person).await.unwrap();
        // What he gave back for her he can.
        service::give_back(&town.site, &town.otto, (event, town.asha.person), ("2", "She called.", "")).await.unwrap();
        service::take_back(&town.site, &town.otto, event, town.asha.person).await.unwrap();
        assert_eq!(town.held(event).await, [4, 1, 0]);
    }
}
