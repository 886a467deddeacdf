use chrono::TimeDelta;
use ticket_pool::{
    error::{Obstacle, Refusal},
    server::{
        db::after::OfferStatus,
        services::after::{self as service, Answer, Press},
    },
};

use crate::harness::{Letter, Town, refusal};

/// The link of an offer in a letter, as a path.
pub fn link(letter: &Letter) -> String {
    let line = letter.text.lines().find(|line| line.contains("/offers/")).unwrap();
    line[line.find("/offers/").unwrap()..].trim().to_owned()
}

pub async fn link_of_bram(town: &Town) -> String {
    let letters = town.post().await;
    link(letters.iter().find(|letter| letter.to_name == "Bram").unwrap())
}

both! {
    async fn bram_takes_them_from_the_email_in_two_taps_signed_out(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let path = link_of_bram(&town).await;
        let mut phone = town.browser();
        for _ in 0..8 {
            let page = phone.get(&path).await;
            assert_eq!(page.status, 200);
            assert!(page.text().contains("Take 2 tickets"), "{}", page.text());
        }
        assert_eq!(town.held(event).await, [2, 1, 0], "looking changes nothing");
        let token = path.rsplit('/').next().unwrap();
        for _ in 0..2 {
            let answer = phone.post("/api/offers/answer", &[("token", token), ("how", "take"), ("shown", "0")]).await;
            assert_eq!(answer.location(), path);
        }
        assert_eq!(town.held(event).await, [2, 3, 0]);
        let page = phone.get(&path).await.text();
        assert!(page.contains("You now have 3 tickets"), "{page}");
        let letters = town.post().await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert!(letters[0].subject.contains("You now have 3 tickets"));
        let holding = ticket_pool::server::db::after::of_person(town.site.db.read(), event, town.asha.person).await.unwrap();
        assert_eq!(holding.unwrap().passed, 2);
    }

    async fn a_link_that_was_altered_answers_nothing(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let path = link_of_bram(&town).await;
        let token = path.rsplit('/').next().unwrap();
        let altered = format!("{}{}", &token[..95], if token.ends_with('A') { 'B' } else { 'A' });
        for token in [altered.as_str(), "spent", "", &token[..50]] {
            let done = service::answer_behind(&town.site, token, Answer::Take, Press::default()).await;
            assert_eq!(refusal(done), Refusal::NotNow { why: Obstacle::LinkSpent }, "{token:?}");
        }
        town.change(&town.bram, ticket_pool::domain::person::Role::Member, false).await;
        let done = service::answer_behind(&town.site, token, Answer::Take, Press::default()).await;
        assert_eq!(refusal(done), Refusal::NotNow { why: Obstacle::LinkSpent });
        assert_eq!(town.held(event).await, [2, 1, 0]);
    }

    async fn an_offer_can_be_taken_to_the_second(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        town.wait(offer.until - town.now() - TimeDelta::seconds(1));
        service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        assert_eq!(town.held(event).await, [2, 3, 0]);
    }

    async fn at_the_end_of_the_time_it_goes_to_the_next(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        town.post().await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        town.wait(offer.until - town.now());
        let late = service::answer(&town.site, &town.bram, offer.id, Answer::Take).await;
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::OfferOver });
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.offered(event, &town.bram).await, None);
        assert_eq!(town.offered(event, &town.olga).await.unwrap().number, 2);
        let letters = town.post_due().await;
        let bram = letters.iter().find(|letter| letter.to_name == "Bram").unwrap();
        assert!(bram.subject.contains("No longer offered"), "{}", bram.subject);
    }

    async fn somebody_elses_offer_is_not_there(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        assert_eq!(refusal(service::answer(&town.site, &town.olga, offer.id, Answer::Take).await), Refusal::NotFound);
    }

    async fn whoever_says_no_to_their_best_is_not_asked_again_and_the_rest_goes_on(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        let answered = service::answer(&town.site, &town.bram, offer.id, Answer::Decline).await.unwrap();
        assert!(!answered.stays);
        let other = service::answer(&town.site, &town.bram, offer.id, Answer::Take).await;
        assert_eq!(refusal(other), Refusal::NotNow { why: Obstacle::OfferOver });
        let olga = town.offered(event, &town.olga).await.unwrap();
        service::answer(&town.site, &town.olga, olga.id, Answer::Take).await.unwrap();
        assert_eq!(town.held(event).await, [2, 1, 2]);
        town.returned(event, &town.asha, 2).await;
        assert_eq!(town.event(event).await.after.on_table, 2, "nobody is left in line");
    }

    async fn while_the_program_stands_still_nobody_loses_their_turn(town: Town) {
        let event = town.settled_match().await;
        ticket_pool::server::services::remind::remind(&town.site).await.unwrap();
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        town.wait(offer.until - town.now() + TimeDelta::hours(5));
        service::catch_up(&town.site).await.unwrap();
        let again = town.offered(event, &town.bram).await.unwrap();
        assert_eq!((again.id, again.status), (offer.id, OfferStatus::Open));
        assert!(again.until > town.now());
        service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        assert_eq!(town.held(event).await, [2, 3, 0]);
    }
}
