use std::collections::BTreeSet;

use ticket_pool::{
    domain::{
        board::{BoardForm, key},
        board_view::BoardView,
        ids::RequestId,
        typed::Problem,
    },
    error::{Change, Refusal},
    server::services::{allocation, event},
};

use crate::harness::{amounts, board, event_form, refusal};

both! {
    async fn everything_is_undecided_at_first(town: Town) {
        let number = town.closed_match().await;
        assert_eq!(amounts(&town, number).await, [None, None]);
        let desk = allocation::board(&town.site, &town.otto, number, BoardView::default(), &BTreeSet::new()).await.unwrap();
        assert_eq!((desk.event.demand.requested, desk.event.demand.smallest, desk.event.demand.given), (7, 3, 0));
        assert_eq!((desk.event.demand.undecided, desk.view.page, desk.pages), (2, 1, 1));
        let page = town.browser_of(&town.otto).await.get(&format!("/events/{number}/allocate")).await;
        assert_eq!(page.count("ul.board > li"), 2);
        assert_eq!(page.count("ul.board input[type=radio][checked]"), 2);
        assert_eq!(page.count("ul.board input[type=radio][value=''][checked]"), 2, "blank is what is chosen");
    }

    async fn a_draft_is_saved_with_a_version_and_is_kept(town: Town) {
        let number = town.closed_match().await;
        let saved = town.give(number, &[(&town.asha, Some(2))]).await.unwrap();
        assert_eq!((saved.version, saved.totals.given, saved.totals.undecided), (1, 2, 1));
        let saved = town.give(number, &[(&town.bram, Some(0))]).await.unwrap();
        assert_eq!((saved.version, saved.totals.given, saved.totals.undecided), (2, 2, 0));
        assert_eq!(amounts(&town, number).await, [Some(2), Some(0)], "none is not undecided");
        town.give(number, &[(&town.asha, None)]).await.unwrap();
        assert_eq!(amounts(&town, number).await, [None, Some(0)]);
        assert_eq!(town.count("outbox", "kind IN ('result', 'changed')").await, 0);
        assert_eq!(town.noted(number).await[2..], ["allocation.save"; 3]);
    }

    async fn six_of_five_are_refused_and_nothing_is_written(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.bram, Some(3))]).await.unwrap();
        let before = town.snapshot(&["requests", "events", "audit_log"]).await;
        let over = |given| Refusal::field("given", Problem::OverGiven { given, tickets: 5 });
        assert_eq!(refusal(town.give(number, &[(&town.asha, Some(4))]).await), over(7));
        let other = BoardForm {
            version: "1".into(),
            amount: [(key(town.request(number, &town.asha).await.id), "other".into())].into(),
            other: [(key(town.request(number, &town.asha).await.id), "3".into())].into(),
            reason: [(key(town.request(number, &town.asha).await.id), "three seats in a row".into())].into(),
        };
        assert_eq!(refusal(allocation::save(&town.site, &town.otto, number, &other).await), over(6));
        assert_eq!(town.snapshot(&["requests", "events", "audit_log"]).await, before);
        town.give(number, &[(&town.asha, Some(2))]).await.unwrap();
        assert_eq!(amounts(&town, number).await, [Some(2), Some(3)], "five of five are fine");
    }

    async fn after_tickets_were_lost_the_sum_may_be_brought_down_step_by_step(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let mut form = event_form("Rovers v United");
        (form.tickets, form.version) = ("1".into(), town.event(number).await.version.to_string());
        event::edit(&town.site, &town.otto, number, &form).await.unwrap();
        assert!(matches!(refusal(town.give(number, &[(&town.asha, Some(4))]).await), Refusal::Invalid { .. }));
        assert!(matches!(refusal(town.finalize(number, allocation::Telling::Changed).await), Refusal::Invalid { .. }));
        town.give(number, &[(&town.bram, Some(1))]).await.unwrap();
        town.give(number, &[(&town.asha, Some(0))]).await.unwrap();
        town.finalize(number, allocation::Telling::Changed).await.unwrap();
    }

    async fn a_reason_beside_a_number_that_needs_none_is_kept_and_one_of_another_number_goes_with_it(town: Town) {
        let number = town.closed_match().await;
        let request = town.request(number, &town.asha).await.id;
        let save = async |version: i32, given: u32, reason: &str| {
            let mut form = board(version, &[(request, Some(given))]);
            form.reason = [(key(request), reason.into())].into();
            let saved = allocation::save(&town.site, &town.otto, number, &form).await.unwrap();
            let now = town.request(number, &town.asha).await;
            (saved.version, now.allocated, now.reason)
        };
        assert_eq!(save(0, 0, "Isn’t coming").await, (1, Some(0), "Isn’t coming".to_owned()));
        assert_eq!(save(1, 0, "Isn’t coming").await.2, "Isn’t coming", "a whole board saved again");
        assert_eq!(save(2, 3, "Three in a row").await.2, "Three in a row");
        // The form still holds what was typed for the three.
        assert_eq!(save(3, 2, "Three in a row").await, (4, Some(2), String::new()));
        assert_eq!(save(3, 2, "Three in a row").await.2, "", "the same form once more");
        assert_eq!(save(5, 2, "").await.2, "");
    }

    async fn a_number_outside_the_tiers_needs_a_reason(town: Town) {
        let number = town.closed_match().await;
        let request = town.request(number, &town.asha).await.id;
        let refused = refusal(town.give(number, &[(&town.asha, Some(3))]).await);
        let needed = Problem::NeedsReason { given: 3, accepted: "4 or 2".into() };
        assert_eq!(refused, Refusal::field(&format!("reason[{}]", key(request)), needed));
        let mut form = board(0, &[(request, Some(3))]);
        form.reason = [(key(request), " \u{a0} ".into())].into();
        assert!(matches!(
            refusal(allocation::save(&town.site, &town.otto, number, &form).await),
            Refusal::Invalid { .. }
        ));
        form.reason = [(key(request), "promised by the board".into())].into();
        allocation::save(&town.site, &town.otto, number, &form).await.unwrap();
        let now = town.request(number, &town.asha).await;
        assert_eq!((now.allocated, now.reason.as_str()), (Some(3), "promised by the board"));
        town.give(number, &[(&town.asha, Some(2))]).await.unwrap();
        assert_eq!(town.request(number, &town.asha).await.reason, "", "a reason goes with its number");
    }

    async fn of_two_organizers_the_second_is_told_what_changed_and_writes_nothing(town: Town) {
        let number = town.closed_match().await;
        let (asha, bram) =
            (town.request(number, &town.asha).await.id, town.request(number, &town.bram).await.id);
        allocation::save(&town.site, &town.otto, number, &board(0, &[(asha, Some(2))])).await.unwrap();
        let before = town.snapshot(&["requests", "events", "audit_log"]).await;
        let second =
            allocation::save(&town.site, &town.dana, number, &board(0, &[(bram, Some(3)), (asha, Some(4))])).await;
        let changes = vec![Change { name: "Asha".into(), now: Some(2), by: Some("Otto".into()) }];
        assert_eq!(refusal(second), Refusal::Conflict { changes });
        assert_eq!(town.snapshot(&["requests", "events", "audit_log"]).await, before);
        allocation::save(&town.site, &town.dana, number, &board(1, &[(bram, Some(3))])).await.unwrap();
    }

    async fn a_conflict_names_an_admin_who_does_not_organize_the_event(town: Town) {
        let number = town.closed_match().await;
        let asha = town.request(number, &town.asha).await.id;
        allocation::save(&town.site, &town.dana, number, &board(0, &[(asha, Some(2))])).await.unwrap();
        let second = allocation::save(&town.site, &town.otto, number, &board(0, &[(asha, Some(4))])).await;
        let changes = vec![Change { name: "Asha".into(), now: Some(2), by: Some("Dana".into()) }];
        assert_eq!(refusal(second), Refusal::Conflict { changes });
    }

    async fn requests_of_other_events_and_versions_to_come_are_refused(town: Town) {
        let (number, other) = (town.closed_match().await, town.closed_match().await);
        let foreign = town.request(other, &town.asha).await.id;
        for request in [foreign, RequestId::new(0), RequestId::new(-1), RequestId::new(i32::MAX)] {
            let done = allocation::save(&town.site, &town.otto, number, &board(0, &[(request, Some(1))])).await;
            assert_eq!(refusal(done), Refusal::field(&format!("amount[{}]", key(request)), Problem::NoSuchRequest));
        }
        for version in [-1, 1, i32::MAX, i32::MIN] {
            let done = allocation::save(&town.site, &town.otto, number, &board(version, &[])).await;
            assert!(matches!(refusal(done), Refusal::Conflict { .. }), "{version}");
        }
        assert_eq!(amounts(&town, other).await, [None, None]);
    }

    async fn the_board_counts_how_often_someone_got_tickets_in_the_season(town: Town) {
        town.finalized_match().await;
        let lost = town.closed_match().await;
        town.give(lost, &[(&town.asha, Some(0)), (&town.bram, Some(3))]).await.unwrap();
        town.finalize(lost, allocation::Telling::Changed).await.unwrap();
        let number = town.closed_match().await;
        let desk = allocation::board(&town.site, &town.otto, number, BoardView::default(), &BTreeSet::new()).await.unwrap();
        let records: Vec<_> = desk.rows.iter().map(|row| (row.so_far.got, row.so_far.asked)).collect();
        assert_eq!(records, [(1, 2), (2, 2)]);
    }
}
