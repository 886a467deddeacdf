use ticket_pool::{
    domain::{ids::OfferId, typed::Problem},
    error::{Obstacle, Refusal},
    server::{
        db::after::OfferStatus,
        services::after::{self as service, Answer},
    },
};

use crate::harness::refusal;

both! {
    async fn otto_takes_back_what_bram_is_offered_and_says_why_and_olga_is_next(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        town.post().await;
        let bram = town.offered(event, &town.bram).await.unwrap();
        service::recall(&town.site, &town.otto, (event, bram.id), "Bram called: he is away.").await.unwrap();
        assert_eq!(town.all_offers(event).await[0].status, OfferStatus::Recalled);
        assert_eq!(town.offered(event, &town.olga).await.unwrap().number, 2);
        let letters = town.post().await;
        let to = |name: &str| letters.iter().find(|letter| letter.to_name == name).unwrap();
        assert!(to("Bram").text.contains("The organizer took back the 2 tickets we held for you."), "{}", to("Bram").text);
        assert!(to("Bram").text.contains("Reason: Bram called: he is away."), "{}", to("Bram").text);
        assert_eq!(letters.len(), 2);
        let late = service::answer(&town.site, &town.bram, bram.id, Answer::Take).await;
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::OfferOver });
        // He is not asked again: what Olga does not want goes on the table.
        let olga = town.offered(event, &town.olga).await.unwrap();
        service::answer(&town.site, &town.olga, olga.id, Answer::Decline).await.unwrap();
        assert_eq!((town.offered(event, &town.bram).await, town.event(event).await.after.on_table), (None, 2));
    }

    async fn nothing_is_taken_back_without_a_reason_by_others_or_twice(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap().id;
        for (reason, problem) in
            [("", Problem::Missing), ("  ", Problem::Missing), (&*"n".repeat(3_000), Problem::TooLong { max: 300, seen: 3_000 })]
        {
            let refused = service::recall(&town.site, &town.otto, (event, offer), reason).await;
            assert_eq!(refusal(refused), Refusal::field("reason", problem));
        }
        for who in [&town.asha, &town.bram, &town.olga] {
            let refused = service::recall(&town.site, who, (event, offer), "Mine!").await;
            assert_eq!(refusal(refused), Refusal::Forbidden);
        }
        let other = town.settled_match().await;
        for id in [OfferId::new(4_711), offer] {
            let refused = service::recall(&town.site, &town.otto, (other, id), "Not here.").await;
            assert_eq!(refusal(refused), Refusal::NotFound);
        }
        let recall = || service::recall(&town.site, &town.otto, (event, offer), "He is away.");
        let (one, two) = tokio::join!(recall(), recall());
        let late = if one.is_ok() { two } else { one };
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::OfferOver });
        assert_eq!(town.count("after_entries", "what = 'recall'").await, 1);
    }

    async fn what_lapsed_a_moment_ago_is_not_taken_back_from_whoever_is_next(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let bram = town.offered(event, &town.bram).await.unwrap();
        town.wait(bram.until - town.now());
        let late = service::recall(&town.site, &town.otto, (event, bram.id), "He is away.").await;
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::OfferOver });
        service::catch_up(&town.site).await.unwrap();
        assert!(town.offered(event, &town.olga).await.is_some());
    }
}
