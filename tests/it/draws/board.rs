use ::allocation::Rule;
use ticket_pool::{
    domain::{board::key, typed::Problem},
    error::{Obstacle, Refusal},
    server::services::{
        allocation::{self, Telling},
        draw, request,
    },
};

use crate::harness::{amounts, board, refusal, wish};

both! {
    async fn another_number_than_drawn_needs_a_reason_which_everyone_can_read(town: Town) {
        let number = town.closed_in_turn().await;
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        assert_eq!(amounts(&town, number).await, [Some(4), Some(1)], "Asha asked first");
        let asha = town.request(number, &town.asha).await.id;
        let version = town.event(number).await.board_version;
        let mut form = board(version, &[(asha, Some(2))]);
        let bare = allocation::save(&town.site, &town.otto, number, &form).await;
        let problem = Problem::NeedsOverrideReason { given: 2, drawn: 4 };
        assert_eq!(refusal(bare), Refusal::field(&format!("reason[{}]", key(asha)), problem));
        form.reason.insert(key(asha), "Two of them cannot come".into());
        allocation::save(&town.site, &town.otto, number, &form).await.unwrap();
        town.finalize(number, Telling::Nobody).await.unwrap();
        let shown = draw::show(&town.site, &town.bram, number).await.unwrap();
        let changed = shown.places.iter().find(|place| place.kept != Some(place.drawn)).unwrap();
        assert_eq!((changed.drawn, changed.kept, changed.reason.as_str()), (4, Some(2), "Two of them cannot come"));
        let file = draw::record(&town.site, &town.bram, number, 1).await.unwrap();
        assert!(file.contains(r#""final":[{"#) && file.contains("Two of them cannot come"));
    }

    async fn a_draw_is_taken_off_the_board_as_long_as_nothing_else_changed(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.bram, Some(3))]).await.unwrap();
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        let version = town.put_draw(number).await.unwrap();
        assert_eq!(amounts(&town, number).await, [Some(2), Some(3)]);
        let version = draw::take_off(&town.site, &town.otto, number, &version.to_string()).await.unwrap();
        assert_eq!(amounts(&town, number).await, [None, Some(3)]);
        let twice = draw::take_off(&town.site, &town.otto, number, &version.to_string()).await;
        assert_eq!(refusal(twice), Refusal::NotNow { why: Obstacle::BoardMovedOn });
        let version = town.put_draw(number).await.unwrap();
        town.give(number, &[(&town.bram, Some(3))]).await.unwrap();
        let later = draw::take_off(&town.site, &town.otto, number, &version.to_string()).await;
        assert_eq!(refusal(later), Refusal::NotNow { why: Obstacle::BoardMovedOn });
        assert_eq!(town.count("draws", "1 = 1").await, 1, "the draw itself stays");
    }

    async fn a_further_draw_takes_the_place_of_the_one_on_the_board_and_overrides_stay(town: Town) {
        let number = town.closed_in_turn().await;
        let chloe = town.newcomer("Chloe").await;
        town.wait(chrono::TimeDelta::minutes(1));
        request::save(&town.site, &town.otto, number, chloe.person, &wish(&[2, 1], 0)).await.unwrap();
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        assert_eq!(amounts(&town, number).await, [Some(4), Some(1), Some(0)]);
        let asha = town.request(number, &town.asha).await.id;
        let mut form = board(town.event(number).await.board_version, &[(asha, Some(2))]);
        form.reason.insert(key(asha), "Two cannot come".into());
        allocation::save(&town.site, &town.otto, number, &form).await.unwrap();
        town.draw(number, Rule::LOTTERY, "The rule was wrong").await.unwrap();
        let pins: Vec<_> = town.record(number, 2).await.draw.list().requests().iter().map(|one| one.pinned).collect();
        assert_eq!(pins, [Some(2), None, None], "what a draw gave is no pin, what was overridden is");
        let unput = town.finalize(number, Telling::Nobody).await;
        assert_eq!(refusal(unput), Refusal::NotNow { why: Obstacle::DrawNotOnBoard });
        let moves = draw::desk(&town.site, &town.otto, number, false).await.unwrap().moves;
        assert!(!moves.is_empty());
        town.put_draw(number).await.unwrap();
        let drawn = town.record(number, 2).await.draw.run().allocated;
        assert_eq!(amounts(&town, number).await, drawn.into_iter().map(Some).collect::<Vec<_>>());
        assert!(draw::desk(&town.site, &town.otto, number, false).await.unwrap().moves.is_empty());
        town.finalize(number, Telling::Nobody).await.unwrap();
    }

    async fn a_whole_board_saved_again_after_a_draw_keeps_the_reasons_of_pins(town: Town) {
        let number = town.closed_in_turn().await;
        let (asha, bram) = (town.request(number, &town.asha).await.id, town.request(number, &town.bram).await.id);
        let mut form = board(town.event(number).await.board_version, &[(asha, Some(3))]);
        form.reason.insert(key(asha), "Guest of the board".into());
        allocation::save(&town.site, &town.otto, number, &form).await.unwrap();
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        let mut whole = board(town.event(number).await.board_version, &[(asha, Some(3)), (bram, Some(1))]);
        whole.reason.insert(key(asha), "Guest of the board".into());
        whole.reason.insert(key(bram), String::new());
        allocation::save(&town.site, &town.otto, number, &whole).await.unwrap();
        let asha = town.request(number, &town.asha).await;
        assert_eq!((asha.reason.as_str(), asha.by_hand, asha.pinned), ("Guest of the board", true, true));
        assert!(!town.request(number, &town.bram).await.by_hand);
    }

    async fn what_comes_back_is_given_out_in_the_same_order(town: Town) {
        let number = town.closed_in_turn().await;
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        assert_eq!(amounts(&town, number).await, [Some(4), Some(1)]);
        request::withdraw(&town.site, &town.otto, number, town.asha.person, "Asked twice.").await.unwrap();
        let version = town.event(number).await.board_version.to_string();
        let (_, more) = draw::fill_further(&town.site, &town.otto, number, &version).await.unwrap();
        assert_eq!((more, amounts(&town, number).await), (1, vec![Some(3)]));
        town.finalize(number, Telling::Nobody).await.unwrap();
        let shown = draw::show(&town.site, &town.bram, number).await.unwrap();
        let ends: Vec<_> = shown.places.iter().map(|place| (place.drawn, place.kept)).collect();
        assert_eq!(ends, [(4, None), (1, Some(3))], "Asha withdrew; her place stays to be seen");
    }

    async fn additional_tickets_go_on_in_the_same_order_and_hand_set_rows_stay(town: Town) {
        let number = town.closed_match().await;
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        let early = draw::fill_further(&town.site, &town.otto, number, &town.event(number).await.board_version.to_string()).await;
        assert_eq!(refusal(early), Refusal::NotNow { why: Obstacle::NotDrawn });
        town.put_draw(number).await.unwrap();
        town.set_tickets(number, 7).await;
        let version = town.event(number).await.board_version.to_string();
        draw::fill_further(&town.site, &town.otto, number, &version).await.unwrap();
        assert_eq!(amounts(&town, number).await, [Some(4), Some(3)]);
        let stale = draw::fill_further(&town.site, &town.otto, number, &version).await;
        assert_eq!(refusal(stale), Refusal::Conflict { changes: Vec::new() });
    }

    async fn only_who_runs_the_event_draws_or_compares(town: Town) {
        let number = town.closed_match().await;
        for nobody in [&town.olga, &town.asha] {
            let form = ticket_pool::domain::draw::DrawForm { rule: "equal.limit".into(), version: "0".into(), ..Default::default() };
            assert_eq!(refusal(draw::make(&town.site, nobody, number, &form).await), Refusal::Forbidden);
            assert_eq!(refusal(draw::put(&town.site, nobody, number, "0").await), Refusal::Forbidden);
            assert_eq!(refusal(draw::take_off(&town.site, nobody, number, "0").await), Refusal::Forbidden);
            assert_eq!(refusal(draw::fill_further(&town.site, nobody, number, "0").await), Refusal::Forbidden);
            assert_eq!(refusal(draw::desk(&town.site, nobody, number, false).await), Refusal::Forbidden);
        }
    }
}
