//! Pages say of tickets that came back what happened, and nothing else.

use chrono::TimeDelta;
use ticket_pool::{
    domain::after::HandOn,
    server::services::{after as service, allocation::Telling, event},
};

use crate::overview::texts;

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

    async fn results_say_what_is_offered_and_the_board_what_people_had_when_it_was_reopened(town: Town) {
        let event = town.settled_match().await;
        let results = format!("/events/{event}/results");
        let mut otto = town.browser_of(&town.otto).await;
        assert!(otto.get(&results).await.text().contains("5 of 5 assigned · 0 left"));
        town.returned(event, &town.asha, 2).await;
        let page = otto.get(&results).await.text();
        assert!(page.contains("3 of 5 assigned · 2 offered · 0 left"), "{page}");
        let offer = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, offer.id, service::Answer::Take).await.unwrap();
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        let board = otto.get(&format!("/events/{event}/allocate")).await.text();
        assert!(board.contains("Had 3") && board.contains("Had 2"), "{board}");
        assert!(!board.contains("Drew"), "{board}");
    }

    async fn of_a_canceled_match_results_and_door_say_so(town: Town) {
        let event = town.settled_match().await;
        event::cancel(&town.site, &town.otto, event).await.unwrap();
        let mut otto = town.browser_of(&town.otto).await;
        let results = otto.get(&format!("/events/{event}/results")).await.text();
        assert!(results.contains("Canceled") && !results.contains("not final"), "{results}");
        for page in ["door", "handouts"] {
            let text = otto.get(&format!("/events/{event}/{page}")).await.text();
            assert!(text.contains("This event is canceled."), "{page}: {text}");
        }
    }

    async fn after_handing_on_no_page_says_that_the_draw_gave_what_it_did_not(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.hand_on(event, (&town.asha, &town.bram), 3).await.unwrap();
        town.hand_on(event, (&town.asha, &town.olga), 1).await.unwrap();
        let results = town.browser_of(&town.otto).await.get(&format!("/events/{event}/results")).await;
        assert_eq!(results.text().matches("Since the result").count(), 3, "{}", results.text());
        assert!(!results.text().contains("From the draw"), "{}", results.text());
        let home = town.browser_of(&town.asha).await.get("/").await.text();
        assert!(home.contains("No tickets now") && !home.contains("No tickets this time"), "{home}");
    }

    async fn more_tickets_after_the_draw_are_not_said_to_be_drawn(town: Town) {
        let event = town.settled_match().await;
        service::set_tickets(&town.site, &town.otto, event, "8").await.unwrap();
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{event}/draw")).await.text();
        assert!(page.contains("How we drew 5 tickets"), "{page}");
    }

    async fn an_offer_that_leaves_late_says_what_its_person_has_by_then(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.returned(event, &town.asha, 1).await;
        // Bram has 1 of 3 or 1: one more is not what he asked for, so Olga is not asked either; she asked for 2.
        town.returned(event, &town.asha, 1).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        assert_eq!(offer.number, 2);
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        let letters = town.post().await;
        let offered = letters.iter().find(|letter| letter.to_name == "Bram" && letter.text.contains("held for you")).unwrap();
        assert!(offered.text.contains("You have 2 now"), "{}", offered.text);
    }

    async fn nobody_says_that_dana_who_never_asked_requested_anything(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.hand_on(event, (&town.asha, &town.dana), 2).await.unwrap();
        let mut otto = town.browser_of(&town.otto).await;
        let results = otto.get(&format!("/events/{event}/results")).await;
        assert_eq!(texts(&results, "tbody tr td[data-label=Requested]"), ["4, or 2", "3, or 1", "–", "2"]);
        let table = otto.get(&format!("/events/{event}/results.csv")).await.body;
        assert!(table.lines().any(|line| line.contains("Dana") && line.contains("–")), "{table}");
        let page = otto.get(&format!("/events/{event}")).await;
        assert!(page.text().contains("by 3 people"), "{}", page.text());
        assert_eq!(texts(&page, ".head .count").last().unwrap(), "3");
        let mut dana = town.browser_of(&town.dana).await;
        let hers = dana.get(&format!("/events/{event}")).await.text();
        assert!(hers.contains("You have 2 tickets.") && !hers.contains("You requested"), "{hers}");
        let history = dana.get("/history").await.text();
        assert!(!history.contains("Requested 2"), "{history}");
        // Once it is final again, too.
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        for path in ["/".to_owned(), format!("/events/{event}")] {
            let page = dana.get(&path).await.text();
            assert!(page.contains("You have 2 tickets.") && !page.contains("first choice"), "{path}: {page}");
        }
    }

    async fn fewer_tickets_after_the_result_or_given_back_change_nothing_about_the_draw(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 4).await;
        service::set_tickets(&town.site, &town.otto, event, "4").await.unwrap();
        let page = town.browser_of(&town.otto).await.get(&format!("/events/{event}/draw")).await.text();
        assert!(page.contains("How we drew 5 tickets"), "{page}");
        assert!(page.contains("2 of 3 people got tickets"), "{page}");
    }
}
