use chrono::TimeDelta;
use ticket_pool::{
    domain::{after::HandOn, event::EventStatus, person::Role, typed::Problem},
    error::{Obstacle, Refusal},
    server::services::{
        after::{self as service, Handed},
        event,
    },
};

use crate::harness::{Letter, refusal};

fn to<'a>(letters: &'a [Letter], name: &str) -> &'a Letter {
    letters.iter().find(|letter| letter.to_name == name).unwrap_or_else(|| panic!("nothing to {name}: {letters:?}"))
}

both! {
    async fn what_asha_asks_to_hand_on_waits_until_otto_confirms_it(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        assert_eq!(town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap(), Handed::Asked);
        assert_eq!(town.held(event).await, [4, 1, 0], "they are hers until then");
        assert!(town.post().await.is_empty(), "nobody is told before");
        let path = format!("/events/{event}");
        let asha = town.browser_of(&town.asha).await.get(&path).await.text();
        assert!(asha.contains("You asked to hand on 2 tickets to Bram."), "{asha}");
        let bram = town.browser_of(&town.bram).await.get(&path).await.text();
        assert!(!bram.contains("hand on 2 tickets"), "{bram}");
        let mut otto = town.browser_of(&town.otto).await;
        assert!(otto.get(&path).await.text().contains("Asha asks to hand on 2 tickets to Bram."));
        let asha = town.asha.person.to_string();
        let answer = otto.post("/api/after/hand-confirm", &[("event", &event.to_string()), ("person", &asha)]).await;
        assert_eq!(answer.location(), path);
        assert_eq!(town.held(event).await, [2, 3, 0]);
        let letters = town.post().await;
        assert!(to(&letters, "Bram").text.contains("Asha writes: Have fun!"));
        assert_eq!(letters.len(), 2);
        assert!(!otto.get(&path).await.text().contains("asks to hand on"));
    }

    async fn otto_says_no_and_why_and_asha_keeps_them(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap();
        let silent = service::decline_hand_request(&town.site, &town.otto, event, (town.asha.person, " ")).await;
        assert_eq!(refusal(silent), Refusal::field("reason", Problem::Missing));
        let (asha, reason) = (town.asha.person, "Names are printed.");
        service::decline_hand_request(&town.site, &town.otto, event, (asha, reason)).await.unwrap();
        assert_eq!(town.held(event).await, [4, 1, 0]);
        let letters = town.post().await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        let text = &to(&letters, "Asha").text;
        assert!(text.contains("hand on to Bram stay yours.") && text.contains("Otto said no: Names are printed."), "{text}");
        town.hand_on(event, (&town.asha, &town.olga), 1).await.unwrap();
    }

    async fn asha_takes_it_back_and_asks_once_at_a_time(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap();
        let again = town.hand_on(event, (&town.asha, &town.olga), 1).await;
        assert_eq!(refusal(again), Refusal::NotNow { why: Obstacle::HandOnUnderWay });
        service::take_hand_request_back(&town.site, &town.asha, event).await.unwrap();
        for late in [
            service::take_hand_request_back(&town.site, &town.asha, event).await,
            service::confirm_hand_request(&town.site, &town.otto, event, town.asha.person).await,
            service::decline_hand_request(&town.site, &town.otto, event, (town.asha.person, "No.")).await,
        ] {
            assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::HandOnOver });
        }
        assert_eq!(town.held(event).await, [4, 1, 0]);
        assert!(town.post().await.is_empty());
    }

    async fn whoever_does_not_run_the_match_confirms_nothing(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap();
        for who in [&town.asha, &town.bram, &town.olga] {
            let done = service::confirm_hand_request(&town.site, who, event, town.asha.person).await;
            assert_eq!(refusal(done), Refusal::Forbidden);
            let done = service::decline_hand_request(&town.site, who, event, (town.asha.person, "No.")).await;
            assert_eq!(refusal(done), Refusal::Forbidden);
        }
    }

    async fn on_the_last_day_those_who_run_the_match_are_told_at_once(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - TimeDelta::hours(23) - town.now());
        town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap();
        let letters = town.post().await;
        let text = &to(&letters, "Otto").text;
        assert!(text.contains("Asha asks to hand on 2 tickets to Bram."), "{text}");
        assert_eq!(letters.len(), 1, "{letters:?}");
    }

    async fn it_ends_when_asha_no_longer_has_so_many(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 3).await.unwrap();
        town.returned(event, &town.asha, 1).await;
        assert_eq!(town.count("hand_requests", "1 = 1").await, 1, "three are left");
        town.post().await;
        town.returned(event, &town.asha, 1).await;
        assert_eq!(town.count("hand_requests", "1 = 1").await, 0);
        let letters = town.post().await;
        let told: Vec<_> = letters.iter().filter(|letter| letter.to_name == "Asha").collect();
        assert!(told.iter().any(|letter| letter.text.contains("You no longer have that many tickets.")), "{told:?}");
    }

    async fn it_ends_when_the_match_begins_though_nothing_else_ever_happened(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        let starts_at = town.event(event).await.schedule.starts_at;
        assert_eq!(service::catch_up(&town.site).await.unwrap(), 0);
        town.wait(starts_at - town.now());
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.count("hand_requests", "1 = 1").await, 0);
        assert!(to(&town.post().await, "Asha").text.contains("before an organizer confirmed it."));
        assert_eq!(service::catch_up(&town.site).await.unwrap(), 0, "it is over");
    }

    async fn it_ends_when_the_match_is_reopened_canceled_or_lets_nobody_hand_on(town: Town) {
        for (how, says) in [("reopened", Some("reopened the event")), ("canceled", None), ("off", Some("can’t be handed on anymore"))] {
            let event = town.handable(HandOn::Confirm).await;
            town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
            match how {
                "reopened" => event::reopen(&town.site, &town.otto, event).await.unwrap(),
                "canceled" => event::cancel(&town.site, &town.otto, event).await.unwrap(),
                _ => town.lets_hand_on(event, HandOn::Off).await,
            }
            assert_eq!(town.count("hand_requests", "1 = 1").await, 0, "{how}");
            let letters = town.post().await;
            let told = letters.iter().find(|letter| letter.subject.starts_with("Not handed on"));
            assert_eq!(told.is_some(), says.is_some(), "{how}: {letters:?}");
            if let (Some(letter), Some(says)) = (told, says) {
                assert!(letter.text.contains(says), "{how}: {}", letter.text);
            }
        }
    }

    async fn it_ends_when_one_of_the_two_can_no_longer_sign_in(town: Town) {
        for (who, told) in [(&town.bram, true), (&town.asha, false)] {
            let event = town.handable(HandOn::Confirm).await;
            town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
            town.change(who, Role::Member, false).await;
            let done = service::confirm_hand_request(&town.site, &town.otto, event, town.asha.person).await;
            assert_eq!(refusal(done), Refusal::NotNow { why: Obstacle::Deactivated });
            service::catch_up(&town.site).await.unwrap();
            assert_eq!(town.count("hand_requests", "1 = 1").await, 0);
            let letters = town.post().await;
            assert_eq!(letters.iter().any(|letter| letter.subject.starts_with("Not handed on")), told, "{letters:?}");
            town.change(who, Role::Member, true).await;
        }
    }

    async fn what_would_be_too_many_for_bram_by_now_is_not_confirmed_and_waits(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap();
        // Meanwhile two that Asha gives back are offered to him.
        town.returned(event, &town.asha, 2).await;
        let full = service::confirm_hand_request(&town.site, &town.otto, event, town.asha.person).await;
        assert_eq!(refusal(full), Refusal::NotNow { why: Obstacle::NoRoom });
        assert_eq!(town.count("hand_requests", "1 = 1").await, 1);
        let offer = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, offer.id, service::Answer::Decline).await.unwrap();
        service::confirm_hand_request(&town.site, &town.otto, event, town.asha.person).await.unwrap();
        assert_eq!(town.held(event).await, [0, 3, 0]);
    }

    async fn in_the_trash_it_waits_and_out_of_it_it_is_still_there(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        event::delete(&town.site, &town.dana, event).await.unwrap();
        let gone = service::confirm_hand_request(&town.site, &town.otto, event, town.asha.person).await;
        assert_eq!(refusal(gone), Refusal::NotFound);
        event::restore(&town.site, &town.dana, event).await.unwrap();
        assert_eq!(town.event(event).await.status, EventStatus::Finalized);
        service::confirm_hand_request(&town.site, &town.otto, event, town.asha.person).await.unwrap();
        assert_eq!(town.held(event).await, [3, 2, 0]);
    }

    async fn while_asha_is_giving_some_back_nothing_of_hers_is_confirmed(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 3).await.unwrap();
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        let confirmed = service::confirm_hand_request(&town.site, &town.otto, event, town.asha.person).await;
        assert_eq!(refusal(confirmed), Refusal::NotNow { why: Obstacle::ReturnUnderWay });
        // Once that is over, two are left, and what she asked ends.
        town.wait(service::UNDO);
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.request(event, &town.asha).await.allocated, Some(2));
        assert_eq!(town.count("hand_requests", "1 = 1").await, 0);
    }
}
