use ::allocation::{Fill, Order, Rule};
use ticket_pool::{
    error::Refusal,
    server::services::{allocation::Telling, draw, event},
};

use crate::{harness::refusal, overview::texts};

both! {
    async fn members_see_numbers_once_it_is_finalized_and_what_is_published_before(town: Town) {
        let number = town.closed_match().await;
        let before = draw::show(&town.site, &town.asha, number).await.unwrap();
        assert!(before.my_line.as_deref().unwrap().starts_with(before.my_label.as_deref().unwrap()));
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        let drawn = draw::show(&town.site, &town.asha, number).await.unwrap();
        assert_eq!((drawn.open, drawn.places.len(), drawn.draws.len()), (false, 0, 1));
        assert_eq!(refusal(draw::record(&town.site, &town.asha, number, 1).await), Refusal::NotFound);
        assert_eq!(draw::show(&town.site, &town.otto, number).await.unwrap().places.len(), 2);
        town.finalize(number, Telling::Nobody).await.unwrap();
        let after = draw::show(&town.site, &town.asha, number).await.unwrap();
        assert_eq!(after.places.iter().filter(|place| place.mine).count(), 1);
        assert!(after.places.iter().all(|place| place.name.is_none()), "labels only");
        draw::record(&town.site, &town.asha, number, 1).await.unwrap();
        assert_eq!(refusal(draw::record(&town.site, &town.asha, number, 2).await), Refusal::NotFound);
    }

    async fn every_page_of_a_draw_says_why(town: Town) {
        let number = town.closed_in_turn().await;
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        town.finalize(number, Telling::Nobody).await.unwrap();
        let mut bram = town.browser_of(&town.bram).await;
        let page = bram.get(&format!("/events/{number}/draw")).await;
        let mine = texts(&page, "section[aria-label='Your result'] p");
        assert_eq!(mine[..2], [
            "You got 1 ticket, your second choice.",
            "#2 of 2 in the draw. Got 1. Moving up to 3 needed 2 more; none were left by then.",
        ]);
        let rows = texts(&page, ".places > li");
        assert!(rows[0].starts_with('1') && rows[0].ends_with("4 ticketsRequested 4, or 2. Got 4: first choice. 1 left."), "{rows:?}");
        assert!(rows[1].starts_with("2You ") && rows[1].ends_with("Requested 3, or 1. Got 1. Moving up to 3 needed 2 more; none were left by then. 0 left."), "{rows:?}");
        assert_eq!((rows.len(), page.count(".places .cut")), (2, 0), "the last got a ticket");
        let page = page.text();
        for said in ["The earliest request goes first", "0 tickets left over after the draw."] {
            assert!(page.contains(said), "{said} in {page}");
        }
        let record = bram.get(&format!("/events/{number}/draws/1.json")).await;
        assert_eq!(record.headers["content-type"], "application/json");
        for nothing in ["2.json", "1", "x.json", "0.json", "-1.json"] {
            assert_eq!(bram.get(&format!("/events/{number}/draws/{nothing}")).await.location(), "/problem/not-found");
        }
        let nobody = town.browser().get(&format!("/events/{number}/draws/1.json")).await;
        assert!(nobody.location().starts_with("/sign-in"));
    }

    async fn the_comparison_says_the_same_twice_and_knows_all_rules(town: Town) {
        let number = town.closed_match().await;
        let desk = || async { draw::desk(&town.site, &town.otto, number, false).await.unwrap().compared.unwrap() };
        let (first, second) = (desk().await, desk().await);
        assert_eq!((first.draws, first.forecasts.len()), (2_000, 20));
        assert_eq!(first.forecasts, second.forecasts);
        assert_eq!(first.forecasts[0].rule, Rule::EVEN_OUT_THE_SEASON);
        let straight = Rule { order: Order::Equal, fill: Fill::Straight };
        let lottery = first.forecasts.iter().find(|one| one.rule == straight).unwrap();
        // Whoever comes first gets the first choice: Asha 4 and Bram 1, or Bram 3 and Asha 2.
        assert_eq!((lottery.served, lottery.left), (4_000, 0));
        assert_eq!(lottery.first_choices, 2_000);
    }

    async fn an_event_in_the_bin_shows_nothing(town: Town) {
        let number = town.match_day().await;
        event::delete(&town.site, &town.dana, number).await.unwrap();
        assert_eq!(refusal(draw::show(&town.site, &town.asha, number).await), Refusal::NotFound);
    }
}
