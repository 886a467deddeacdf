use chrono::TimeDelta;
use ticket_pool::{
    domain::person::Role,
    server::{
        db::after::{self, OfferStatus},
        services::{after as service, allocation::Telling, event},
    },
};

use crate::harness::amounts;

both! {
    async fn a_reopened_event_ends_offers_and_those_are_told(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        town.post().await;
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        let offers = after::offers_of(town.site.db.read(), event, None).await.unwrap();
        assert_eq!(offers.iter().map(|offer| offer.status).collect::<Vec<_>>(), [OfferStatus::Void]);
        let letters = town.post().await;
        assert!(letters.iter().any(|letter| letter.to_name == "Bram" && letter.subject.contains("No longer offered")));
        assert_eq!(amounts(&town, event).await, [Some(2), Some(1), Some(0)], "the board has what they have");
        // Finalized again as it stands: nobody hears anything new, and what comes back goes on.
        assert_eq!(town.finalize(event, Telling::Changed).await.unwrap(), 0);
        town.returned(event, &town.asha, 1).await;
        let after = town.event(event).await.after;
        assert_eq!(after.offered + after.on_table, 2, "three are free and Bram would take two more");
    }

    async fn a_canceled_event_ends_offers(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        event::cancel(&town.site, &town.otto, event).await.unwrap();
        assert_eq!(town.offered(event, &town.bram).await, None);
        town.wait(TimeDelta::days(3));
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.event(event).await.after.offered, 0);
    }

    async fn whoever_is_deactivated_is_passed_over_and_it_is_said_why(town: Town) {
        let event = town.settled_match().await;
        town.change(&town.bram, Role::Member, false).await;
        town.returned(event, &town.asha, 2).await;
        assert_eq!(town.offered(event, &town.bram).await, None);
        assert_eq!(town.offered(event, &town.olga).await.unwrap().number, 2);
        let paths = service::paths(town.site.db.read(), &town.event(event).await).await.unwrap();
        let reasons: Vec<&str> = paths[0].steps.iter().map(|step| step.reason.as_str()).collect();
        assert_eq!(reasons, ["", "deactivated", ""]);
    }

    async fn when_it_begins_everything_ends(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - town.now());
        service::catch_up(&town.site).await.unwrap();
        let after = town.event(event).await.after;
        assert_eq!((after.offered, after.due_at), (0, None));
        assert_eq!(town.offered(event, &town.bram).await, None);
    }

    async fn what_is_offered_to_someone_who_is_deactivated_goes_to_the_next(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        assert!(town.offered(event, &town.bram).await.is_some());
        town.change(&town.bram, Role::Member, false).await;
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.offered(event, &town.bram).await, None);
        assert_eq!(town.offered(event, &town.olga).await.unwrap().number, 2);
        assert_eq!(town.held(event).await, [2, 1, 0], "he keeps what he has");
    }
}
