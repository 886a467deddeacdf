use ::allocation::{Fill, Order, Rule, opens};
use ticket_pool::{
    domain::{
        draw::{DrawForm, rule_key},
        typed::Problem,
    },
    error::{Obstacle, Refusal},
    server::{
        db::{draws, request_lists},
        services::{draw, event, request},
    },
};

use crate::harness::{amounts, event_form, refusal, wish};

both! {
    async fn a_commitment_is_there_from_the_first_day_and_every_draw_opens_it(town: Town) {
        let number = town.match_day().await;
        let (commitment, since) = town.event(number).await.commitment.unwrap();
        assert_eq!(since, town.now());
        town.ask(number, &town.asha, &[4, 2]).await.unwrap();
        event::close(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.draw(number, Rule::LOTTERY, "").await.unwrap(), 1);
        assert_eq!(town.draw(number, Rule::FIRST_COME, "Wrong rule").await.unwrap(), 2);
        for k in [1, 2] {
            let record = town.record(number, k).await;
            assert!(opens(record.draw.code(), record.draw.number(), commitment));
            assert_eq!(record.check(&mut ()), Some(vec![]));
        }
        let all = draws::of_event(town.site.db.read(), number).await.unwrap();
        assert_eq!(all.iter().map(|drawn| (drawn.number, drawn.reason.as_str())).collect::<Vec<_>>(), [(1, ""), (2, "Wrong rule")]);
        assert_eq!(town.event(number).await.commitment, Some((commitment, since)), "it never changes");
    }

    async fn the_digest_published_at_the_close_is_the_one_the_record_gives(town: Town) {
        let number = town.closed_match().await;
        let lists = request_lists::of_event(town.site.db.read(), number).await.unwrap();
        assert_eq!((lists.len(), lists[0].requests, lists[0].tickets), (1, 2, 5));
        town.draw(number, Rule::EVEN_OUT_THE_SEASON, "").await.unwrap();
        assert_eq!(town.record(number, 1).await.draw.list().digest(), lists[0].digest);
    }

    async fn closing_by_time_publishes_the_digest_too(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        town.wait(chrono::TimeDelta::days(13));
        // Drawn before the worker has come by.
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        let lists = request_lists::of_event(town.site.db.read(), number).await.unwrap();
        assert_eq!((lists.len(), lists[0].by), (1, None));
        let other = town.match_day_like("2027-02-06T15:00", "2027-02-01T15:00").await;
        town.ask(other, &town.asha, &[2]).await.unwrap();
        town.wait(chrono::TimeDelta::days(70));
        assert_eq!(event::close_due(&town.site).await.unwrap(), 1);
        assert_eq!(request_lists::of_event(town.site.db.read(), other).await.unwrap().len(), 1);
    }

    async fn what_an_organizer_changes_after_the_close_is_a_new_digest_and_forces_a_new_draw(town: Town) {
        let number = town.closed_match().await;
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        let chloe = town.newcomer("Chloe").await;
        request::save(&town.site, &town.otto, number, chloe.person, &wish(&[1], 0)).await.unwrap();
        let lists = request_lists::of_event(town.site.db.read(), number).await.unwrap();
        assert_eq!(lists.iter().map(|list| list.requests).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(lists[1].by, Some(town.otto.person));
        let finalized = town.finalize(number, ticket_pool::server::services::allocation::Telling::Nobody).await;
        assert_eq!(refusal(finalized), Refusal::NotNow { why: Obstacle::DrawAgain });
        assert_eq!(refusal(town.draw(number, Rule::LOTTERY, " ").await), Refusal::field("reason", Problem::Missing));
        assert_eq!(town.draw(number, Rule::LOTTERY, "Chloe was forgotten").await.unwrap(), 2);
        assert_eq!(town.record(number, 2).await.draw.list().requests().len(), 3);
        assert_eq!(town.record(number, 1).await.draw.list().requests().len(), 2, "the first is kept");
    }

    async fn fewer_tickets_after_a_draw_force_a_new_one_and_more_do_not(town: Town) {
        let number = town.closed_match().await;
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        town.set_tickets(number, 9).await;
        let desk = draw::desk(&town.site, &town.otto, number, false).await.unwrap();
        assert!(!desk.stale);
        town.set_tickets(number, 4).await;
        assert!(draw::desk(&town.site, &town.otto, number, false).await.unwrap().stale);
    }

    async fn what_was_decided_by_hand_is_pinned_and_not_drawn(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(4))]).await.unwrap();
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        let record = town.record(number, 1).await;
        let pins: Vec<_> = record.draw.list().requests().iter().filter_map(|request| request.pinned).collect();
        assert_eq!(pins, [4]);
        assert_eq!(amounts(&town, number).await, [Some(4), None], "the board does not change by itself");
        town.put_draw(number).await.unwrap();
        assert_eq!(amounts(&town, number).await, [Some(4), Some(1)]);
        let asha = town.request(number, &town.asha).await;
        assert!(asha.pinned && asha.by_hand);
    }

    async fn an_open_finalized_or_canceled_event_is_not_drawn(town: Town) {
        let open = town.match_day().await;
        assert_eq!(refusal(town.draw(open, Rule::LOTTERY, "").await), Refusal::NotNow { why: Obstacle::RequestsOpen });
        let finalized = town.finalized_match().await;
        assert_eq!(refusal(town.draw(finalized, Rule::LOTTERY, "").await), Refusal::NotNow { why: Obstacle::Finalized });
        let cancelled = town.closed_match().await;
        event::cancel(&town.site, &town.otto, cancelled).await.unwrap();
        assert_eq!(refusal(town.draw(cancelled, Rule::LOTTERY, "").await), Refusal::NotNow { why: Obstacle::Canceled });
        assert_eq!(town.count("draws", "1 = 1").await, 0);
    }

    async fn what_the_public_adds_is_named_before_and_typed_after(town: Town) {
        let mut form = event_form("Rovers v United");
        form.randomness = "typed".into();
        form.public_input_name = "Lottery numbers of December 5".into();
        let number = event::create(&town.site, &town.otto, &form).await.unwrap();
        town.ask(number, &town.asha, &[2]).await.unwrap();
        event::close(&town.site, &town.otto, number).await.unwrap();
        form.version = town.event(number).await.version.to_string();
        form.public_input_name = "My own choice".into();
        let renamed = event::edit(&town.site, &town.otto, number, &form).await;
        assert_eq!(refusal(renamed), Refusal::field("public_input_name", Problem::NamedTooLate));
        assert_eq!(refusal(town.draw(number, Rule::LOTTERY, "").await), Refusal::field("public_input", Problem::Missing));
        let draw_form = DrawForm {
            version: town.event(number).await.board_version.to_string(),
            rule: rule_key(Rule { order: Order::Slips, fill: Fill::MostPeople }),
            public_input: "3 9 17 22 40 41".into(),
            reason: String::new(),
        };
        draw::make(&town.site, &town.otto, number, &draw_form).await.unwrap();
        assert_eq!(town.record(number, 1).await.draw.randomness().text(), "3 9 17 22 40 41");
        let unnamed = town.closed_match().await;
        let form = DrawForm { version: town.event(unnamed).await.board_version.to_string(), ..draw_form };
        let added = draw::make(&town.site, &town.otto, unnamed, &form).await;
        assert_eq!(refusal(added), Refusal::field("public_input", Problem::NotNamedBefore));
    }

    async fn thirty_one_draws_are_all_there_are(town: Town) {
        let number = town.match_day().await;
        event::close(&town.site, &town.otto, number).await.unwrap();
        for draw in 1..=31 {
            assert_eq!(town.draw(number, Rule::LOTTERY, "To see").await.unwrap(), draw);
        }
        assert_eq!(refusal(town.draw(number, Rule::LOTTERY, "To see").await), Refusal::NotNow { why: Obstacle::NoCodesLeft });
    }

    async fn an_event_canceled_while_open_and_taken_back_has_a_frozen_list(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        event::uncancel(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(request_lists::of_event(town.site.db.read(), number).await.unwrap().len(), 1);
        assert!(town.request(number, &town.asha).await.frozen.is_some());
    }

    async fn a_lottery_is_kept_with_its_rule_and_a_rule_there_is_not_is_kept_nowhere(town: Town) {
        let number = town.closed_match().await;
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        assert_eq!(draws::of_event(town.site.db.read(), number).await.unwrap()[0].rule, Rule::LOTTERY);
        assert_eq!(town.record(number, 1).await.check(&mut ()), Some(vec![]));
        let columns = "code, public_input, record, tickets, drawn_at, event_id, order_rule";
        let copy = |fill: &str| {
            format!("INSERT INTO draws (number, reason, fill_rule, {columns}) SELECT 2, 'why', '{fill}', {columns} FROM draws")
        };
        let luck = town.force(&copy("luck")).await.unwrap_err().to_string();
        assert!(luck.to_lowercase().contains("check"), "{luck}");
        town.force(&copy("limit")).await.unwrap();
    }

    async fn a_draw_is_never_changed(town: Town) {
        let number = town.closed_match().await;
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        let changed = town.force("UPDATE draws SET record = '{}'").await.unwrap_err().to_string();
        assert!(changed.contains("a draw is never changed"), "{changed}");
    }
}
