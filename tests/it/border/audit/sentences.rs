//! What came of a deed, on the page of the log.

use ::allocation::Rule;
use ticket_pool::{
    domain::board::key,
    server::services::{allocation, event},
};

use super::page::column;
use crate::harness::board;

both! {
    async fn the_log_tells_who_was_given_what_and_why(town: Town) {
        let number = town.closed_match().await;
        let asha = town.request(number, &town.asha).await.id;
        let mut form = board(town.event(number).await.board_version, &[(asha, Some(1))]);
        form.reason.insert(key(asha), "Drives the van.".into());
        allocation::save(&town.site, &town.otto, number, &form).await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get(&format!("/admin/audit?event={number}&kind=allocation")).await;
        assert_eq!(column(&page, "th"), ["Changed allocations"]);
        let came: Vec<String> = column(&page, "td[data-label=Details]").iter().map(|came| came.trim().to_owned()).collect();
        assert_eq!(came, ["Set Asha to 1. Reason: Drives the van."]);
        assert!(page.text().contains("About Rovers v United."), "{}", page.text());
    }

    async fn a_draw_is_told_by_its_method_and_not_by_its_keys(town: Town) {
        let number = town.closed_match().await;
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        let page = town.browser_of(&town.dana).await.get("/admin/audit?kind=draw").await;
        let came = column(&page, "td[data-label=Details]").concat();
        assert!(came.contains("Draw 1, Lottery.") && !came.contains("digest"), "{came}");
    }

    async fn a_save_that_changes_nothing_leaves_no_entry(town: Town) {
        let number = town.closed_match().await;
        for _ in 0..2 {
            town.give(number, &[(&town.asha, Some(2))]).await.unwrap();
        }
        assert_eq!(town.count("audit_log", "action = 'allocation.save'").await, 1);
    }

    /// The name of the one is not among those about whom the entries are.
    async fn whose_an_event_was_before_is_named(town: Town) {
        let number = town.match_day().await;
        event::hand_over(&town.site, &town.otto, number, &town.olga.person.to_string()).await.unwrap();
        let page = town.browser_of(&town.dana).await.get("/admin/audit?kind=event").await;
        let came = column(&page, "td[data-label=Details]");
        assert!(came.iter().any(|came| came.contains("It was Otto’s before.")), "{came:?}");
    }
}
