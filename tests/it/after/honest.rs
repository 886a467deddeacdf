//! Pages say of tickets that came back what happened, and nothing else.

use chrono::TimeDelta;
use ticket_pool::server::services::{after as service, allocation::Telling, event};

both! {
    async fn home_says_what_people_have_since_tickets_came_back_and_what_is_held_for_them(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 4).await;
        let asha = town.browser_of(&town.asha).await.get("/").await.text();
        assert!(asha.contains("You have no tickets now."), "{asha}");
        assert!(!asha.contains("were available") && !asha.contains("The organizer set this number"), "{asha}");
        // Long after the result, it stands at the top.
        town.wait(TimeDelta::days(4));
        town.post().await;
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        town.wait(TimeDelta::hours(1));
        let bram = town.browser_of(&town.bram).await.get("/").await.text();
        assert!(bram.contains("2 tickets are available and held for you until") && bram.contains("Answer"), "{bram}");
        let olga = town.browser_of(&town.olga).await.get("/").await.text();
        assert!(!olga.contains("held for you"), "{olga}");
    }

    async fn the_draws_page_does_not_call_what_came_back_leftovers_nor_promise_anything_for_it(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 4).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, offer.id, service::Answer::Take).await.unwrap();
        let path = format!("/events/{event}/draw");
        let asha = town.browser_of(&town.asha).await.get(&path).await.text();
        assert!(asha.contains("You have no tickets now."), "{asha}");
        assert!(asha.contains("Drew 4. Has 0 since tickets were given back or passed on."), "{asha}");
        assert!(!asha.contains("leftover") && !asha.contains("missed out"), "{asha}");
        let bram = town.browser_of(&town.bram).await.get(&path).await.text();
        assert!(bram.contains("Drew 1. Has 3 since tickets were given back or passed on."), "{bram}");
    }

    async fn reopened_it_is_finalized_again_without_a_reason_for_what_someone_took_themselves(town: Town) {
        let event = town.settled_match().await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - TimeDelta::hours(12) - town.now());
        town.returned(event, &town.asha, 3).await;
        // Bram asked for 3 or 1, and takes 1 more: 2.
        service::claim(&town.site, &town.bram, event, ("1", "")).await.unwrap();
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        assert_eq!(town.held(event).await, [1, 2, 0]);
    }
}
