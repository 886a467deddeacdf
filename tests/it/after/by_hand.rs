use chrono::TimeDelta;
use ticket_pool::{
    error::{Obstacle, Refusal},
    server::services::after as service,
};

use crate::harness::{amounts, refusal};

both! {
    async fn what_comes_back_of_an_event_allocated_by_hand_is_offered_to_nobody_by_itself(town: Town) {
        let event = town.finalized_match().await;
        town.post().await;
        town.returned(event, &town.bram, 2).await;
        assert_eq!(amounts(&town, event).await, [Some(2), Some(1)]);
        assert_eq!(town.all_offers(event).await, []);
        let letters = town.post().await;
        assert_eq!(letters.iter().map(|letter| letter.to_name.as_str()).collect::<Vec<_>>(), ["Bram"]);
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - TimeDelta::hours(3) - town.now());
        service::catch_up(&town.site).await.unwrap();
        let after = town.event(event).await.after;
        assert_eq!((after.offered, after.on_table), (0, 0), "they stay free: the organizer decides");
        let claim = service::claim(&town.site, &town.olga, event, ("1", "")).await;
        assert_eq!(refusal(claim), Refusal::NotNow { why: Obstacle::TicketsGone });
        let page = town.browser_of(&town.otto).await.get(&format!("/events/{event}")).await.text();
        assert!(page.contains("there’s no order to follow"), "{page}");
    }

    async fn otto_offers_what_came_back_to_asha_who_has_fewer_than_she_wanted_and_says_why(town: Town) {
        let event = town.finalized_match().await;
        town.returned(event, &town.bram, 2).await;
        town.post().await;
        let page = town.browser_of(&town.otto).await.get(&format!("/events/{event}/after")).await.text();
        assert!(page.contains("Offer 2 to Asha (has 2)"), "{page}");
        assert!(!page.contains("to Bram (has"), "he gave them back");
        service::pick(&town.site, &town.otto, (event, town.asha.person), "She asked first.").await.unwrap();
        let offer = town.offered(event, &town.asha).await.unwrap();
        assert_eq!((offer.number, town.request(event, &town.asha).await.allocated), (2, Some(2)));
        let letters = town.post().await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.contains("the organizer is offering them to you"), "{}", letters[0].text);
        assert!(letters[0].text.contains("Reason: She asked first."), "{}", letters[0].text);
        let again = service::pick(&town.site, &town.otto, (event, town.asha.person), "Once more.").await;
        assert_eq!(refusal(again), Refusal::NotNow { why: Obstacle::TicketsGone });
        service::answer(&town.site, &town.asha, offer.id, service::Answer::Take).await.unwrap();
        assert_eq!(amounts(&town, event).await, [Some(4), Some(1)]);
    }

    async fn whoever_said_no_is_not_listed_again(town: Town) {
        let event = town.finalized_match().await;
        town.returned(event, &town.bram, 2).await;
        service::pick(&town.site, &town.otto, (event, town.asha.person), "She asked first.").await.unwrap();
        let offer = town.offered(event, &town.asha).await.unwrap();
        service::answer(&town.site, &town.asha, offer.id, service::Answer::Decline).await.unwrap();
        let tools = service::tools(&town.site, &town.otto, &town.event(event).await).await.unwrap();
        assert_eq!((tools.free, tools.next.len()), (2, 0));
    }

    async fn otto_opens_the_table_and_everyone_who_may_take_something_is_told(town: Town) {
        let event = town.finalized_match().await;
        town.returned(event, &town.bram, 2).await;
        town.post().await;
        service::open_table(&town.site, &town.otto, event).await.unwrap();
        let told: Vec<_> = town.post().await.into_iter().map(|letter| letter.to_name).collect();
        assert!(told.contains(&"Olga".to_owned()) && told.contains(&"Asha".to_owned()), "{told:?}");
        assert_eq!(service::claim(&town.site, &town.olga, event, ("1", "")).await.unwrap(), 1);
        let empty = service::open_table(&town.site, &town.otto, event).await;
        assert_eq!(refusal(empty), Refusal::NotNow { why: Obstacle::TicketsGone });
        assert_eq!(town.event(event).await.after.on_table, 1);
    }

    async fn where_there_is_an_order_nobody_is_picked_and_no_table_opened(town: Town) {
        let event = town.settled_match().await;
        let why = Refusal::NotNow { why: Obstacle::InOrder };
        let picked = service::pick(&town.site, &town.otto, (event, town.olga.person), "A friend of mine.").await;
        assert_eq!(refusal(picked), why);
        assert_eq!(refusal(service::open_table(&town.site, &town.otto, event).await), why);
        assert_eq!(town.count("after_entries", "1 = 1").await, 0);
    }

    async fn nobody_picks_who_does_not_run_the_event(town: Town) {
        let event = town.finalized_match().await;
        town.returned(event, &town.bram, 2).await;
        for who in [&town.asha, &town.olga] {
            let picked = service::pick(&town.site, who, (event, town.asha.person), "Mine.").await;
            assert_eq!(refusal(picked), Refusal::Forbidden);
            assert_eq!(refusal(service::open_table(&town.site, who, event).await), Refusal::Forbidden);
        }
        let nobody = service::pick(&town.site, &town.otto, (event, town.olga.person), "She helps.").await;
        assert_eq!(refusal(nobody), Refusal::NotFound, "she asked for nothing: she is given some, or takes some");
    }

    async fn of_an_event_that_was_drawn_whoever_was_decided_by_hand_is_not_asked(town: Town) {
        let event = town.closed_in_turn().await;
        town.draw(event, super::IN_TURN, "").await.unwrap();
        town.put_draw(event).await.unwrap();
        let bram = town.request(event, &town.bram).await.id;
        let mut board = crate::harness::board(town.event(event).await.board_version, &[(bram, Some(0))]);
        board.reason.insert(ticket_pool::domain::board::key(bram), "Bram drives there himself.".into());
        ticket_pool::server::services::allocation::save(&town.site, &town.otto, event, &board).await.unwrap();
        town.finalize(event, ticket_pool::server::services::allocation::Telling::Changed).await.unwrap();
        town.returned(event, &town.asha, 2).await;
        assert_eq!(town.offered(event, &town.bram).await, None);
        assert_eq!(town.event(event).await.after.on_table, 3, "nobody is in line");
    }
}
