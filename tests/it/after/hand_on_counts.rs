use allocation::Record;
use serde_json::{Value, from_str};
use ticket_pool::{
    domain::after::HandOn,
    server::{
        db::{after::of_person, settle::Recount},
        services::{
            after::{self as service, Answer},
            allocation::Telling,
            event, recount,
        },
    },
};

use super::season::{balance, line};

both! {
    async fn luck_is_not_laundered_what_asha_hands_on_counts_as_hers_and_not_as_brams(town: Town) {
        let event = town.handable(HandOn::Free).await;
        let before = [line(&town, &town.asha).await, line(&town, &town.bram).await, line(&town, &town.dana).await];
        let balances = [balance(&town, &town.asha).await, balance(&town, &town.bram).await];
        town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap();
        town.hand_on(event, (&town.asha, &town.dana), 2).await.unwrap();
        let now = [line(&town, &town.asha).await, line(&town, &town.bram).await, line(&town, &town.dana).await];
        assert_eq!(now, before);
        assert_eq!((now[0].got, now[0].counted, now[1].got, now[2].got), (4, 4_000, 1, 0));
        assert_eq!([balance(&town, &town.asha).await, balance(&town, &town.bram).await], balances);
        assert_eq!(recount::run(&town.site).await.unwrap(), Recount::default());
    }

    async fn of_what_was_handed_to_dana_and_she_gives_back_nothing_is_made_good_to_her(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.hand_on(event, (&town.asha, &town.dana), 2).await.unwrap();
        town.returned(event, &town.dana, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        let holding = of_person(town.site.db.read(), event, town.dana.person).await.unwrap().unwrap();
        assert_eq!((holding.received, holding.returned, holding.passed), (2, 2, 2));
        assert_eq!(line(&town, &town.dana).await.counted, 0, "none of it was hers");
        assert_eq!(line(&town, &town.asha).await.counted, 4_000);
        assert_eq!(recount::run(&town.site).await.unwrap(), Recount::default());
    }

    async fn of_his_own_and_of_what_was_handed_to_him_bram_gives_back_and_his_own_is_made_good(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        town.returned(event, &town.bram, 2).await;
        let offer = town.offered(event, &town.olga).await.unwrap();
        service::answer(&town.site, &town.olga, offer.id, Answer::Take).await.unwrap();
        assert_eq!(line(&town, &town.bram).await.counted, 500, "half of the one that was his");
    }

    async fn the_record_replays_what_was_handed_on_and_names_nobody(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap();
        town.hand_on(event, (&town.bram, &town.dana), 3).await.unwrap();
        let record = town.browser_of(&town.olga).await.get(&format!("/events/{event}/draws/1.json")).await.body;
        let read: Value = from_str(&record).unwrap();
        let entries = read["after"]["entries"].as_array().unwrap();
        let handed: Vec<_> = entries.iter().filter(|entry| entry["what"] == "hand").collect();
        assert_eq!(handed.len(), 2);
        assert!(handed.iter().all(|entry| entry["to"].is_string() && entry["label"] != entry["to"]));
        for name in ["Asha", "Bram", "Dana", "example.org", "Have fun"] {
            assert!(!record.contains(name), "{name}");
        }
        let differences = Record::read(record.as_bytes()).unwrap().check(&mut ()).unwrap();
        assert_eq!(differences, []);
        // Had it gone to someone else, the record would not hold.
        let (one, other) = (handed[0]["to"].as_str().unwrap(), handed[0]["label"].as_str().unwrap());
        let forged = record.replacen(&format!("\"to\":\"{one}\""), &format!("\"to\":\"{other}\""), 1);
        assert_ne!(forged, record);
        assert_eq!(Record::read(forged.as_bytes()).unwrap().check(&mut ()).unwrap().len(), 1);
    }

    async fn nor_is_it_by_reopening_the_match_and_making_it_final_again(town: Town) {
        let event = town.handable(HandOn::Free).await;
        let before = [line(&town, &town.asha).await, line(&town, &town.bram).await, line(&town, &town.dana).await];
        let balances = [balance(&town, &town.asha).await, balance(&town, &town.bram).await];
        // Asha hands on all of hers, and Bram one of these to Dana.
        town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap();
        town.hand_on(event, (&town.asha, &town.dana), 2).await.unwrap();
        town.hand_on(event, (&town.bram, &town.dana), 1).await.unwrap();
        for _ in 0..2 {
            event::reopen(&town.site, &town.otto, event).await.unwrap();
            town.finalize(event, Telling::Changed).await.unwrap();
            let now = [line(&town, &town.asha).await, line(&town, &town.bram).await, line(&town, &town.dana).await];
            assert_eq!(now, before);
            assert_eq!([balance(&town, &town.asha).await, balance(&town, &town.bram).await], balances);
            assert_eq!(recount::run(&town.site).await.unwrap(), Recount::default());
        }
        // What follows goes by what people have: Dana gives back what was Asha's, which earns her nothing.
        town.returned(event, &town.dana, 2).await;
        let offer = town.offered(event, &town.olga).await.unwrap();
        service::answer(&town.site, &town.olga, offer.id, Answer::Take).await.unwrap();
        assert_eq!(line(&town, &town.dana).await.counted, 0);
        assert_eq!(line(&town, &town.asha).await.counted, 4_000);
        // What Otto takes from Dana then, nobody has: it counts as nobody's.
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        town.give(event, &[(&town.dana, Some(0))]).await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        assert_eq!(line(&town, &town.dana).await.counted, 0);
        assert_eq!(recount::run(&town.site).await.unwrap(), Recount::default());
    }
}
