//! A site that takes back what it said: with its key and its database it can, and whoever kept something proves it.

use ::allocation::{
    Rule,
    statement::{Contradiction, Fault, Kind, contradictions},
};
use chrono::TimeDelta;
use ticket_pool::server::services::{event, statements};

use super::{closed, file, of_kind, settle, unchecked};

both! {
    /// A copy of the database from before the close is put back, and requests close once more, with another list.
    async fn a_restored_copy_that_goes_on_differently_is_proved_by_who_kept_a_file_or_an_email(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[4, 2]).await.unwrap();
        town.ask(number, &town.bram, &[3, 1]).await.unwrap();
        let before = statements::head(&town.site).await.unwrap().number;
        event::close(&town.site, &town.otto, number).await.unwrap();
        let letters = town.post().await;
        let letter = letters.iter().find(|letter| letter.to_name == "Asha").unwrap();
        let (kept, noted) = (file(&town, &town.asha, number).await, statements::head(&town.site).await.unwrap());

        event::open_again(&town.site, &town.otto, number).await.unwrap();
        town.go_back_to_statement(before).await;
        town.ask(number, &town.bram, &[4, 3, 2, 1]).await.unwrap();
        event::close(&town.site, &town.otto, number).await.unwrap();
        town.post().await;

        // For itself the new history is whole: who kept nothing sees nothing.
        let later = file(&town, &town.bram, number).await;
        assert_eq!(contradictions(std::slice::from_ref(&later)), Vec::new());
        // Two files are proof, and so is one beside a link that was noted.
        let found = contradictions(&[kept, later.clone()]);
        let parted = |one: &Contradiction| matches!(one, Contradiction::Links { number, .. } if *number == before + 1);
        assert!(found.iter().any(parted), "{found:?}");
        let wrong = later.check(&[(noted.number, noted.link)]);
        assert!(matches!(wrong[..], [Fault::Link { number, .. }] if number == noted.number), "{wrong:?}");
        // That link is in the foot of Asha's email about the close.
        let link = ticket_pool::words::in_groups(&noted.link.to_string()[..32]);
        assert!(letter.text.contains(&format!("Signed statement {}: {link}", noted.number)), "{}", letter.text);
    }

    /// One plan for Asha, another for Bram: two databases, one key.
    async fn two_people_who_were_shown_different_plans_prove_it(town: Town) {
        let number = closed(&town).await;
        let before = statements::head(&town.site).await.unwrap().number;
        settle(&town, number, Rule::LOTTERY).await.unwrap();
        let to_asha = file(&town, &town.asha, number).await;
        town.go_back_to_statement(before).await;
        town.force("DELETE FROM draw_plans").await.unwrap();
        town.force("UPDATE events SET awaited_round = NULL, awaited_rule = NULL").await.unwrap();
        settle(&town, number, Rule::FIRST_COME).await.unwrap();
        let to_bram = file(&town, &town.bram, number).await;
        let found = contradictions(&[to_asha, to_bram]);
        let links = |one: &Contradiction| matches!(one, Contradiction::Links { .. });
        let plans = |one: &Contradiction| matches!(one, Contradiction::Facts { kinds: [Kind::Plan, Kind::Plan], .. });
        assert!(found.iter().any(links) && found.iter().any(plans), "{found:?}");
    }

    async fn a_word_changed_in_the_database_shows_in_everyones_file(town: Town) {
        let number = town.closed_match().await;
        assert_eq!(unchecked(&town, &town.asha, number).await.check(&[]), Vec::new());
        town.rewrite_statements("UPDATE statements SET body = replace(body, 'tickets: 5', 'tickets: 4') WHERE kind = 'close'").await;
        for who in [&town.asha, &town.bram, &town.olga] {
            let wrong = unchecked(&town, who, number).await.check(&[]);
            assert!(wrong.iter().any(|fault| matches!(fault, Fault::Signature { .. })), "{}: {wrong:?}", who.name);
        }
    }

    async fn a_statement_taken_out_of_the_database_shows_in_everyones_file(town: Town) {
        let number = town.closed_match().await;
        town.rewrite_statements("DELETE FROM statements WHERE kind = 'receipt'").await;
        for who in [&town.asha, &town.bram, &town.olga] {
            assert!(!unchecked(&town, who, number).await.check(&[]).is_empty(), "{}", who.name);
        }
    }

    /// With key, database and clock, a plan can be said after its round and dated before. The chain is whole; only who
    /// looked in between knows that there was no plan.
    async fn a_plan_dated_back_shows_only_to_who_looked_before_the_round(town: Town) {
        let number = closed(&town).await;
        town.wait(TimeDelta::minutes(9));
        let (looked, seen) = (town.now(), file(&town, &town.asha, number).await);
        assert_eq!(of_kind(&seen, Kind::Plan), Vec::new());
        town.wait(TimeDelta::minutes(2));
        // The round is out. Whoever has the secret computes every rule, and puts the clock back.
        town.wait(TimeDelta::minutes(-10));
        settle(&town, number, Rule::FIRST_COME).await.unwrap();
        let round = town.awaited(number).await;
        town.wait(TimeDelta::minutes(10));
        assert!(crate::harness::beacon::chain().instant(round) <= town.now().timestamp_millis());
        super::paste(&town, number).await.unwrap();

        let later = file(&town, &town.asha, number).await;
        assert_eq!(contradictions(&[seen.clone(), later.clone()]), Vec::new(), "nothing is proved");
        let compared = ::allocation::statement::against_record(&later, &town.record(number, 1).await);
        assert_eq!(compared.differences, Vec::new());
        // But the plan says that it was there when Asha looked and saw none.
        let [plan] = &of_kind(&later, Kind::Plan)[..] else { panic!("one plan") };
        let dated: chrono::DateTime<chrono::Utc> = plan.at().parse().unwrap();
        assert!(dated < looked && seen.head().0 < plan.number(), "{dated}, looked {looked}");
    }
}
