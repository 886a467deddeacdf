use chrono::{DateTime, TimeDelta, Utc};
use ticket_pool::{
    error::{Obstacle, Refusal},
    server::services::after::{self as service, Answer},
};

use crate::harness::refusal;

both! {
    async fn a_second_before_the_time_is_over_bram_can_take_them_and_then_no_more(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        town.wait(offer.until - town.now());
        for how in [Answer::Take, Answer::Decline] {
            let late = service::answer(&town.site, &town.bram, offer.id, how).await;
            assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::OfferOver });
        }
        assert_eq!(town.held(event).await, [2, 1, 0], "the second counts, not whether it was noted");
        town.wait(TimeDelta::seconds(-1));
        service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        assert_eq!(town.held(event).await, [2, 3, 0]);
    }

    async fn the_night_in_which_clocks_go_forward_is_an_hour_shorter(town: Town) {
        // In London they go from 1 to 2 on March 28, 2027.
        let event = town.match_day_like("2027-03-30T15:00", "2027-03-26T18:00").await;
        town.settle_in_turn(event, &[(&town.asha, &[4]), (&town.bram, &[3, 1])]).await;
        let evening: DateTime<Utc> = "2027-03-27T20:00:00Z".parse().unwrap();
        town.wait(evening - service::UNDO - town.now());
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        assert_eq!(offer.offered_at, evening);
        // A quarter of 66 hours: one until 9 in the evening, thirteen on Sunday, two and a half from 8 on Monday.
        assert_eq!(offer.until, "2027-03-29T09:30:00Z".parse::<DateTime<Utc>>().unwrap());
        let letters = town.post().await;
        let bram = letters.iter().find(|letter| letter.to_name == "Bram").unwrap();
        assert!(bram.text.contains("10:30"), "as the clocks in London say it then: {}", bram.text);
    }

    async fn half_the_time_is_over_and_bram_is_reminded_once_but_not_if_he_answered(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        town.post_due().await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        let half = (offer.until - offer.offered_at) / 2;
        town.wait(half);
        let letters = town.post_due().await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert_eq!(letters[0].to_name, "Bram");
        assert!(letters[0].text.contains("/offers/"), "{}", letters[0].text);
        service::answer(&town.site, &town.bram, offer.id, Answer::Decline).await.unwrap();
        let olga = town.offered(event, &town.olga).await.unwrap();
        service::answer(&town.site, &town.olga, olga.id, Answer::Take).await.unwrap();
        town.post_due().await;
        town.wait(olga.until - town.now());
        assert!(town.post_due().await.is_empty(), "Olga answered before half of it was over");
    }
}
