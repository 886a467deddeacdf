use ticket_pool::{
    domain::after::HandOn,
    error::{Obstacle, Refusal},
    server::services::{after as service, draft::forms::HandOnForm},
};

use super::hand_on::to;
use crate::harness::refusal;

both! {
    async fn of_two_hand_ons_at_once_that_are_more_than_asha_has_one_is_made(town: Town) {
        let event = town.handable(HandOn::Free).await;
        let (one, two) = tokio::join!(
            town.hand_on(event, (&town.asha, &town.bram), 3),
            town.hand_on(event, (&town.asha, &town.olga), 3),
        );
        let (first, late) = if one.is_ok() { ([1, 4, 0], two) } else { ([1, 1, 3], one) };
        let Refusal::Invalid { .. } = refusal(late) else { panic!("she has one left") };
        assert_eq!(town.held(event).await, first);
        assert_eq!(town.count("after_entries", "what = 'hand'").await, 1);
        assert_eq!(town.post().await.len(), 2);
    }

    async fn of_two_hand_ons_at_once_that_fit_both_are_made_and_everyone_is_told_of_each(town: Town) {
        let event = town.handable(HandOn::Free).await;
        let (one, two) = tokio::join!(
            town.hand_on(event, (&town.asha, &town.bram), 1),
            town.hand_on(event, (&town.asha, &town.olga), 2),
        );
        one.unwrap();
        two.unwrap();
        assert_eq!(town.held(event).await, [1, 2, 2]);
        let mut told: Vec<_> = town.post().await.into_iter().map(|letter| letter.to_name).collect();
        told.sort_unstable();
        assert_eq!(told, ["Asha", "Asha", "Bram", "Olga"]);
    }

    async fn of_handing_on_and_giving_back_all_of_it_at_once_one_counts(town: Town) {
        let event = town.handable(HandOn::Free).await;
        let (handed, returned) = tokio::join!(
            town.hand_on(event, (&town.asha, &town.olga), 4),
            service::give_back(&town.site, &town.asha, (event, town.asha.person), ("4", "", "")),
        );
        let kept = match (handed, returned) {
            (Ok(_), late @ Err(_)) => {
                assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::NotSoMany });
                [0, 1, 4]
            }
            (late @ Err(_), Ok(_)) => {
                assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::ReturnUnderWay });
                [0, 1, 0]
            }
            both => panic!("{both:?}"),
        };
        town.wait(service::UNDO);
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.held(event).await, kept);
    }

    async fn otto_and_dana_confirm_at_once_and_it_is_handed_on_once(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        let (one, two) = tokio::join!(
            service::confirm_hand_request(&town.site, &town.otto, event, town.asha.person),
            service::confirm_hand_request(&town.site, &town.dana, event, town.asha.person),
        );
        let late = if one.is_ok() { two } else { one };
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::HandOnOver });
        assert_eq!(town.held(event).await, [3, 2, 0]);
        assert_eq!(town.count("audit_log", "action = 'after.hand'").await, 1);
    }

    async fn of_confirming_and_taking_it_back_at_once_one_counts(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        let (confirmed, kept) = tokio::join!(
            service::confirm_hand_request(&town.site, &town.otto, event, town.asha.person),
            service::take_hand_request_back(&town.site, &town.asha, event),
        );
        assert_ne!(confirmed.is_ok(), kept.is_ok());
        assert_eq!(town.held(event).await, if confirmed.is_ok() { [3, 2, 0] } else { [4, 1, 0] });
    }

    async fn of_two_who_ask_at_once_in_her_name_one_waits(town: Town) {
        let event = town.handable(HandOn::Confirm).await;
        let (one, two) = tokio::join!(
            town.hand_on(event, (&town.asha, &town.bram), 1),
            town.hand_on(event, (&town.asha, &town.olga), 1),
        );
        let late = if one.is_ok() { two } else { one };
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::HandOnUnderWay });
        assert_eq!(town.count("hand_requests", "1 = 1").await, 1);
    }

    async fn a_double_press_hands_on_once_and_asks_once(town: Town) {
        for how in [HandOn::Free, HandOn::Confirm] {
            let event = town.handable(how).await;
            let typed = HandOnForm { once: format!("Form{}", how.as_str()), ..to(&town.bram, 1) };
            let hand = || service::hand_on(&town.site, &town.asha, event, &typed);
            let (one, two) = tokio::join!(hand(), hand());
            let again = hand().await.unwrap();
            assert_eq!((one.unwrap(), two.unwrap()), (again, again));
            let (handed, asked) = if how == HandOn::Free { (1, 0) } else { (0, 1) };
            assert_eq!(town.count("after_entries", &format!("what = 'hand' AND event_id = {event}")).await, handed);
            assert_eq!(town.count("hand_requests", &format!("event_id = {event}")).await, asked);
            // Another form hands on more.
            if how == HandOn::Free {
                let other = HandOnForm { once: "Another".into(), ..typed };
                service::hand_on(&town.site, &town.asha, event, &other).await.unwrap();
                assert_eq!(town.held(event).await, [2, 3, 0]);
            }
        }
    }
}
