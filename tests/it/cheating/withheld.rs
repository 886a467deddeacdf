//! A draw that someone would rather not have: called off, kept back, or not told.

use ::allocation::{
    Rule,
    statement::{Kind, against_record, contradictions},
};
use chrono::TimeDelta;
use ticket_pool::{
    error::{Obstacle, Refusal},
    server::services::{allocation::Telling, event},
};

use super::{closed, file, of_kind, paste, settle};
use crate::harness::refusal;

both! {
    /// The round is out, the draw is not made, and whoever has the secret knows what it would be: requests are opened again.
    async fn a_settled_draw_that_is_called_off_after_its_round_is_told_to_all_who_asked(town: Town) {
        let number = closed(&town).await;
        settle(&town, number, Rule::LOTTERY).await.unwrap();
        let first = town.awaited(number).await;
        town.wait(TimeDelta::minutes(11));
        event::open_again(&town.site, &town.otto, number).await.unwrap();
        let letters = town.post().await;
        let mut told: Vec<_> = letters.iter().map(|letter| letter.to_name.as_str()).collect();
        told.sort_unstable();
        assert_eq!(told, ["Asha", "Bram"]);
        assert!(letters.iter().all(|letter| letter.text.contains("Otto")), "{letters:?}");

        town.close(number).await;
        settle(&town, number, Rule::FIRST_COME).await.unwrap();
        assert!(town.awaited(number).await > first, "nobody has the round of the new plan");
        paste(&town, number).await.unwrap();
        let said = file(&town, &town.bram, number).await;
        let (plans, reopened) = (of_kind(&said, Kind::Plan), of_kind(&said, Kind::Reopen));
        assert_eq!((plans.len(), reopened.len()), (2, 1));
        assert!(plans[0].number() < reopened[0].number() && reopened[0].number() < plans[1].number());
        assert_eq!(contradictions(std::slice::from_ref(&said)), Vec::new(), "it was called off before everybody's eyes");
        assert_eq!(against_record(&said, &town.record(number, 1).await).differences, Vec::new());
    }

    /// Neither the rule nor the numbers set by hand can be others than those of the plan, once the round is out.
    async fn what_is_settled_cannot_be_another_after_the_round(town: Town) {
        let number = closed(&town).await;
        settle(&town, number, Rule::LOTTERY).await.unwrap();
        town.wait(TimeDelta::minutes(11));
        let waits = Refusal::NotNow { why: Obstacle::DrawWaits };
        assert_eq!(refusal(settle(&town, number, Rule::FIRST_COME).await), waits);
        assert_eq!(refusal(town.give(number, &[(&town.asha, Some(4))]).await), waits);
        assert_eq!(refusal(town.finalize(number, Telling::Nobody).await), waits);
        paste(&town, number).await.unwrap();
        assert_eq!(town.record(number, 1).await.draw.rule(), Rule::LOTTERY);
    }

    /// An operator who sends no email keeps people from hearing; what they would hear is on their page.
    async fn what_no_email_brings_is_on_the_page(town: Town) {
        let number = town.finalized_match().await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.asha, Some(0))]).await.unwrap();
        town.finalize(number, Telling::Nobody).await.unwrap();
        town.force("UPDATE outbox SET status = 'skipped', reason = 'not sent'").await.unwrap();
        assert!(town.post().await.is_empty());
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{number}")).await.text();
        assert!(page.contains("changed from 2 to 0") && page.contains("Otto changed it. Reason: Counted again."), "{page}");
        // And it was stated.
        let said = file(&town, &town.asha, number).await;
        assert_eq!(of_kind(&said, Kind::Number)[0].get("now"), Some("0"));
    }

    /// What one who has the database changes past the program is told to nobody; the statements say what was finalized.
    async fn a_number_changed_in_the_database_is_told_to_nobody_and_is_not_the_one_that_was_drawn(town: Town) {
        let number = town.closed_in_turn().await;
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        town.finalize(number, Telling::All).await.unwrap();
        town.post().await;
        let asha = town.request(number, &town.asha).await.id;
        town.force(&format!("UPDATE requests SET allocated = 0, told = 0 WHERE id = {asha}")).await.unwrap();
        assert!(town.post().await.is_empty());
        let said = file(&town, &town.asha, number).await;
        assert_eq!((of_kind(&said, Kind::Override).len(), of_kind(&said, Kind::Number).len()), (0, 0));
        let record = ticket_pool::server::services::draw::record(&town.site, &town.asha, number, 1).await.unwrap();
        assert!(record.contains(r#""drawn":4,"kept":0"#), "{record}");
    }
}
