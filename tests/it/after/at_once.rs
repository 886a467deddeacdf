use ticket_pool::{
    error::{Obstacle, Refusal},
    server::{
        db::after::OfferStatus,
        services::after::{self as service, Answer},
    },
};

use super::answering::link_of_bram;
use crate::harness::refusal;

both! {
    async fn bram_taps_twice_on_two_devices_and_has_them_once(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        let path = link_of_bram(&town).await;
        let token = path.rsplit('/').next().unwrap();
        let (mut phone, mut desk) = (town.browser(), town.browser_of(&town.bram).await);
        let (number, id) = (event.to_string(), offer.id.to_string());
        let fields = [("event", &*number), ("offer", &*id), ("how", "take")];
        let behind = [("token", token), ("how", "take"), ("shown", "0")];
        let mut other = phone.clone();
        let (one, two, three) = tokio::join!(
            phone.post("/api/offers/answer", &behind),
            other.post("/api/offers/answer", &behind),
            desk.post("/api/after/answer", &fields),
        );
        assert_eq!([one.location(), two.location(), three.location()], [&*path, &*path, &format!("/events/{event}")]);
        assert_eq!(town.held(event).await, [2, 3, 0]);
        let letters = town.post().await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert_eq!(town.count("audit_log", "action = 'after.take'").await, 1, "one deed");
        assert_eq!(town.count("after_entries", "what = 'take'").await, 1);
    }

    async fn of_yes_and_no_at_once_one_counts_and_the_other_hears_that_it_is_over(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        let (yes, no) = tokio::join!(
            service::answer(&town.site, &town.bram, offer.id, Answer::Take),
            service::answer(&town.site, &town.bram, offer.id, Answer::Decline),
        );
        let (took, [late]) = match (yes, no) {
            (Ok(_), late @ Err(_)) => (true, [late]),
            (late @ Err(_), Ok(_)) => (false, [late]),
            both => panic!("{both:?}"),
        };
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::OfferOver });
        assert_eq!(town.held(event).await, [2, if took { 3 } else { 1 }, 0]);
        assert_eq!(town.offered(event, &town.olga).await.is_some(), !took, "what Bram declines is Olga's turn");
    }

    async fn eight_that_go_on_at_once_pass_each_ticket_on_once(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        town.post_due().await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        town.wait(offer.until - town.now());
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let town = town.clone();
            all.spawn(async move { service::catch_up(&town.site).await.unwrap() });
        }
        all.join_all().await;
        let statuses: Vec<_> = town.all_offers(event).await.into_iter().map(|offer| offer.status).collect();
        assert_eq!(statuses, [OfferStatus::Lapsed, OfferStatus::Open]);
        assert_eq!(town.count("after_entries", "what = 'lapse'").await, 1);
        let letters = town.post_due().await;
        let mut told: Vec<_> = letters.iter().map(|letter| letter.to_name.as_str()).collect();
        told.sort_unstable();
        assert_eq!(told, ["Bram", "Olga"]);
    }

    async fn asha_gives_back_on_two_devices_at_once_and_it_counts_once(town: Town) {
        let event = town.settled_match().await;
        let give = || service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", ""));
        let (one, two) = tokio::join!(give(), give());
        let late = if one.is_ok() { two } else { one };
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::ReturnUnderWay });
        town.wait(service::UNDO);
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.held(event).await, [2, 1, 0]);
    }
}
