//! What a page costs once something was given back.

use ticket_pool::server::auth::Actor;

use crate::harness::Town;

async fn cost(town: &Town, who: &Actor, path: &str) -> u64 {
    let mut browser = town.browser_of(who).await;
    browser.get(path).await;
    let before = town.site.db.statements();
    assert_eq!(browser.get(path).await.status, 200);
    town.site.db.statements() - before
}

both! {
    async fn an_event_where_nothing_was_given_back_costs_what_it_did_and_else_three_more_each_and_one_for_an_offer(town: Town) {
        let event = town.settled_match().await;
        let path = format!("/events/{event}");
        let people = [&town.asha, &town.bram, &town.dana, &town.otto];
        let mut before = Vec::new();
        for who in people {
            before.push(cost(&town, who, &path).await);
        }
        town.returned(event, &town.asha, 2).await;
        let mut after = Vec::new();
        for who in people {
            after.push(cost(&town, who, &path).await);
        }
        // For everyone what is theirs; for whom something is offered also what is at the same time; for those who run it the paths.
        let more: Vec<_> = before.iter().zip(&after).map(|(before, after)| after - before).collect();
        assert_eq!(more, [3, 4, 6, 6], "{before:?} {after:?}");
        town.returned(event, &town.bram, 1).await;
        assert_eq!(cost(&town, &town.otto, &path).await, after[3], "no more for more");
    }

    async fn the_page_of_what_is_done_by_hand_costs_the_same_for_one_person_and_for_many(town: Town) {
        let (drawn, by_hand) = (town.settled_match().await, town.finalized_match().await);
        let costs = async || {
            let mut costs = Vec::new();
            for event in [drawn, by_hand] {
                costs.push(cost(&town, &town.otto, &format!("/events/{event}/after")).await);
            }
            costs
        };
        let before = costs().await;
        town.returned(drawn, &town.asha, 2).await;
        town.returned(by_hand, &town.bram, 2).await;
        let after = costs().await;
        // Where there is no order and something is free, whoever gave something back is left out.
        assert_eq!(after, [before[0], before[1] + 1], "{before:?}");
    }
}
