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
