use chrono::TimeDelta;
use ticket_pool::{
    domain::{event::EventForm, ids::EventId},
    error::{Obstacle, Refusal},
    server::{
        db::after::{self, OfferStatus},
        services::{after as service, allocation::Telling, event, request},
    },
};

use crate::harness::{Town, event_form, refusal};

/// The names of those to whom letters went, sorted.
async fn told(town: &Town) -> Vec<String> {
    let mut names: Vec<_> = town.post().await.into_iter().map(|letter| letter.to_name).collect();
    names.sort_unstable();
    names
}

async fn takes_place(town: &Town, event: EventId) -> bool {
    town.event(event).await.after.due_at.is_some()
}

both! {
    async fn what_asha_is_giving_back_is_given_back_when_it_is_reopened_and_nobody_hears_of_an_offer(town: Town) {
        let event = town.settled_match().await;
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        assert_eq!(town.held(event).await, [2, 1, 0]);
        let offers = town.all_offers(event).await;
        assert!(offers.iter().all(|offer| offer.status == OfferStatus::Void), "{offers:?}");
        assert_eq!(told(&town).await, ["Asha"], "Bram was offered nothing that he ever heard of");
        assert!(!takes_place(&town, event).await);
    }

    async fn a_canceled_event_gives_back_what_was_being_given_back_and_all_are_told_once(town: Town) {
        let event = town.settled_match().await;
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        event::cancel(&town.site, &town.otto, event).await.unwrap();
        assert_eq!(town.count("returns", "1 = 1").await, 0);
        assert!(!takes_place(&town, event).await);
        let letters = town.post().await;
        assert!(letters.iter().all(|letter| !letter.text.contains("/offers/")), "{letters:?}");
    }

    async fn whose_request_was_removed_while_it_was_reopened_is_not_asked(town: Town) {
        let event = town.settled_match().await;
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        request::withdraw(&town.site, &town.otto, event, town.bram.person, "Asked twice.").await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        town.post().await;
        town.returned(event, &town.asha, 2).await;
        assert_eq!(town.offered(event, &town.bram).await, None);
        assert!(town.offered(event, &town.olga).await.is_some());
        assert!(town.request(event, &town.bram).await.withdrawn_at.is_some());
    }

    async fn in_the_trash_nothing_goes_on_and_out_of_it_it_does(town: Town) {
        let event = town.settled_match().await;
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        event::delete(&town.site, &town.dana, event).await.unwrap();
        town.wait(service::UNDO);
        assert_eq!(service::catch_up(&town.site).await.unwrap(), 0);
        assert_eq!(town.all_offers(event).await, []);
        event::restore(&town.site, &town.dana, event).await.unwrap();
        assert_eq!(service::catch_up(&town.site).await.unwrap(), 1);
        assert!(town.offered(event, &town.bram).await.is_some());
    }

    async fn what_ran_out_in_the_trash_has_new_time_out_of_it(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        // Most of the time was over before.
        town.wait((offer.until - town.now()) * 9 / 10);
        event::delete(&town.site, &town.dana, event).await.unwrap();
        town.wait(TimeDelta::days(2));
        service::catch_up(&town.site).await.unwrap();
        town.post().await;
        event::restore(&town.site, &town.dana, event).await.unwrap();
        let again = town.offered(event, &town.bram).await.unwrap();
        assert!(again.id == offer.id && again.until > town.now() + TimeDelta::hours(1), "{again:?}");
        let letters = town.post().await;
        let to_bram = letters.iter().filter(|letter| letter.to_name == "Bram");
        assert!(to_bram.clone().any(|letter| letter.subject.contains("yours if you want")), "{letters:?}");
        assert!(to_bram.into_iter().all(|letter| !letter.subject.contains("No longer")), "{letters:?}");
        service::answer(&town.site, &town.bram, again.id, service::Answer::Take).await.unwrap();
        assert_eq!(town.held(event).await, [2, 3, 0]);
    }

    async fn of_a_canceled_event_nothing_is_given_back_and_that_is_why(town: Town) {
        let event = town.settled_match().await;
        event::cancel(&town.site, &town.otto, event).await.unwrap();
        let given = service::give_back(&town.site, &town.asha, (event, town.asha.person), ("1", "", "")).await;
        assert_eq!(refusal(given), Refusal::NotNow { why: Obstacle::Canceled });
    }

    async fn a_second_result_counts_and_what_became_of_the_first_does_not(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, offer.id, service::Answer::Take).await.unwrap();
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        assert_eq!(after::of_person(town.site.db.read(), event, town.bram.person).await.unwrap(), None);
        assert_eq!(town.held(event).await, [2, 3, 0]);
        town.finalize(event, Telling::Changed).await.unwrap();
        town.returned(event, &town.bram, 1).await;
        let bram = after::of_person(town.site.db.read(), event, town.bram.person).await.unwrap().unwrap();
        assert_eq!((bram.given, bram.accepted, bram.returned), (3, 0, 1));
    }

    async fn a_match_that_is_final_is_not_moved_while_tickets_are_offered(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let version = town.event(event).await.version.to_string();
        let form = EventForm { tickets: "3".into(), version, ..event_form("Rovers v United") };
        event::edit(&town.site, &town.otto, event, &form).await.unwrap_err();
        assert_eq!(town.event(event).await.tickets, 5, "it is reopened first, and offers are void then");
        assert!(town.offered(event, &town.bram).await.is_some());
    }
}
