//! Finding people on the board: nothing that was typed or saved is lost by it.

use ::allocation::Rule;
use chrono::TimeDelta;
use ticket_pool::domain::{board::key, ids::EventId};

use crate::{
    harness::{Town, amounts},
    overview::texts,
};

/// Five tickets; Bram asked an hour before Asha, with a note.
async fn bram_first(town: &Town) -> EventId {
    let number = town.match_day().await;
    town.ask(number, &town.bram, &[3, 1]).await.unwrap();
    town.wait(TimeDelta::hours(1));
    town.ask(number, &town.asha, &[4, 2]).await.unwrap();
    let note = format!("UPDATE requests SET note = 'Brings a child' WHERE user_id = {}", town.bram.person);
    assert_eq!(town.force(&note).await.unwrap(), 1);
    town.close(number).await;
    number
}

both! {
    async fn people_are_found_by_name_sorted_and_shown_as_it_is_wanted(town: Town) {
        let number = bram_first(&town).await;
        let behind = format!("UPDATE requests SET slips = 1, balance = 2000 WHERE user_id = {}", town.bram.person);
        assert_eq!(town.force(&behind).await.unwrap(), 1);
        town.give(number, &[(&town.asha, Some(2))]).await.unwrap();
        let mut otto = town.browser_of(&town.otto).await;
        for (query, there) in [
            ("", &["Asha", "Bram"][..]),
            ("?q=%20ASH", &["Asha"]),
            ("?q=nobody", &[]),
            ("?sort=since", &["Bram", "Asha"]),
            ("?sort=behind", &["Bram", "Asha"]),
            ("?sort=name&show=all", &["Asha", "Bram"]),
            ("?show=undecided", &["Bram"]),
            ("?show=undecided&q=asha", &[]),
            ("?show=notes", &["Bram"]),
            ("?show=overrides", &[]),
            ("?show=nonsense&sort=%00&page=9", &["Asha", "Bram"]),
        ] {
            let page = otto.get(&format!("/events/{number}/allocate{query}")).await;
            let names: Vec<String> = texts(&page, ".board .who b");
            assert_eq!(names, there, "{query}");
            assert!(page.text().contains("2 of 5 assigned · 3 left"), "{query}: the bar is of the whole board");
        }
    }

    async fn saving_what_is_shown_changes_nothing_else_and_leads_to_what_is_looked_for_next(town: Town) {
        let number = bram_first(&town).await;
        town.give(number, &[(&town.asha, Some(2))]).await.unwrap();
        let (event, version) = (number.to_string(), town.event(number).await.board_version.to_string());
        let row = format!("amount[{}]", key(town.request(number, &town.bram).await.id));
        let mut otto = town.browser_of(&town.otto).await;
        let sent = [
            ("event", &*event), ("version", &*version), ("view", "show=undecided"), (&*row, "1"), ("then", "show"),
            ("search", " as & "), ("sort", "behind"), ("show", "notes"),
        ];
        let answer = otto.post("/api/allocation/save", &sent).await;
        assert_eq!(answer.location(), format!("/events/{number}/allocate?q=as+%26&sort=behind&show=notes"));
        assert_eq!(amounts(&town, number).await, [Some(2), Some(1)]);
        let all = [("event", &*event), ("version", "2"), ("view", "show=undecided"), ("then", "show-all")];
        assert_eq!(otto.post("/api/allocation/save", &all).await.location(), format!("/events/{number}/allocate"));
    }

    async fn what_was_refused_stands_there_again_whatever_is_looked_for(town: Town) {
        let number = bram_first(&town).await;
        let (event, version) = (number.to_string(), town.event(number).await.board_version.to_string());
        let row = format!("amount[{}]", key(town.request(number, &town.asha).await.id));
        let mut otto = town.browser_of(&town.otto).await;
        let sent = [("event", &*event), ("version", &*version), ("view", "show=notes"), (&*row, "many"), ("then", "show"), ("search", "x")];
        let refused = otto.post("/api/allocation/save", &sent).await;
        let page = otto.get(refused.location()).await;
        assert!(refused.location().starts_with(&format!("/events/{number}/allocate?show=notes&draft=")), "{}", refused.location());
        assert_eq!((texts(&page, ".board .who b"), page.count("li.wrong")), (vec!["Asha".to_owned(), "Bram".to_owned()], 1));
    }

    async fn leftovers_are_given_out_from_the_bar_once_everyone_is_decided(town: Town) {
        let number = town.closed_in_turn().await;
        let mut otto = town.browser_of(&town.otto).await;
        let board = format!("/events/{number}/allocate");
        let offered = "button[value='leftovers']:not([hidden])";
        assert_eq!(otto.get(&board).await.count(offered), 0, "nothing was drawn");
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        assert_eq!(otto.get(&board).await.count(offered), 0, "nothing is left");
        town.set_tickets(number, 7).await;
        assert_eq!(otto.get(&board).await.count(offered), 1);
        let (event, version) = (number.to_string(), town.event(number).await.board_version.to_string());
        let answer = otto.post("/api/allocation/save", &[("event", &*event), ("version", &*version), ("then", "leftovers")]).await;
        assert_eq!((answer.location(), amounts(&town, number).await), (&*board, vec![Some(4), Some(3)]));
    }
}
