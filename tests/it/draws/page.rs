//! What the page of a draw puts first, and for whom.

use ::allocation::Rule;
use ticket_pool::{
    domain::{board::key, ids::EventId},
    server::{
        auth::Actor,
        services::{
            allocation::{self, Telling},
            event,
        },
    },
};

use crate::{
    harness::{Answer, Town, board},
    overview::texts,
};

/// Otto's event with four tickets: Asha asked first and would take all of them, or 2; Bram would take 3, or 1.
async fn four_for_asha(town: &Town) -> EventId {
    let number = town.match_day().await;
    town.set_tickets(number, 4).await;
    town.ask(number, &town.asha, &[4, 2]).await.unwrap();
    town.wait(chrono::TimeDelta::minutes(1));
    town.ask(number, &town.bram, &[3, 1]).await.unwrap();
    town.close(number).await;
    number
}

async fn page(town: &Town, who: &Actor, number: EventId) -> Answer {
    town.browser_of(who).await.get(&format!("/events/{number}/draw")).await
}

const RESULT: &str = "section[aria-label='Your result'] p";

both! {
    async fn first_comes_what_one_got_then_the_order_and_where_tickets_ran_out(town: Town) {
        let number = four_for_asha(&town).await;
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        town.finalize(number, Telling::Nobody).await.unwrap();

        let to_bram = page(&town, &town.bram, number).await;
        let mine = texts(&to_bram, RESULT);
        assert_eq!(mine[..2], ["You were #2 of 2. Tickets ran out at #1.", "Needed at least 1. By this turn, none were left."]);
        let rows = texts(&to_bram, ".places > li");
        assert!(rows[0].contains("4 tickets") && rows[0].ends_with("Got 4: first choice. 0 left."), "{rows:?}");
        assert_eq!(rows[1], "Tickets ran out here");
        assert!(rows[2].starts_with("2You ") && rows[2].contains("0 tickets"), "{rows:?}");
        assert_eq!((rows.len(), to_bram.count(".places .me#me")), (3, 1));
        assert!(!rows.concat().contains("Asha"), "members see no names");

        let mine = texts(&page(&town, &town.asha, number).await, RESULT);
        assert_eq!(mine[..2], ["You got 4 tickets, your first choice.", "#1 of 2 in the draw."]);
        let to_otto = page(&town, &town.otto, number).await;
        assert_eq!((to_otto.count(RESULT), texts(&to_otto, "main > p.lead")), (0, vec!["1 of 2 people got tickets.".to_owned()]));
        assert!(texts(&to_otto, ".places > li")[0].contains("Asha"), "who runs the event sees names");
    }

    async fn until_it_is_finalized_members_see_what_is_published_and_organizers_the_order(town: Town) {
        let number = four_for_asha(&town).await;
        let says = async |who| texts(&page(&town, who, number).await, "main > p.lead").remove(0);
        assert_eq!(says(&town.asha).await, "Requests are frozen. There is no draw yet.");
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        assert_eq!(says(&town.asha).await, "Requests are frozen. Draw 1 is complete. Results appear here when the organizer finalizes the event.");
        assert_eq!(says(&town.otto).await, "Requests are frozen. Draw 1 is complete. Everyone else sees the results when the event is finalized.");

        // Also before it is on the board, the order says what was drawn, and of nobody that it was changed.
        for on_board in [false, true] {
            if on_board {
                town.put_draw(number).await.unwrap();
            }
            let to_asha = page(&town, &town.asha, number).await;
            assert_eq!([RESULT, ".places", ".check", "a[download]"].map(|part| to_asha.count(part)), [0; 4]);
            assert!(to_asha.text().contains("First come, first served. The earliest request goes first."));
            let to_otto = page(&town, &town.otto, number).await;
            assert_eq!([RESULT, ".places", ".check"].map(|part| to_otto.count(part)), [0, 1, 1]);
            let rows = texts(&to_otto, ".places > li");
            assert!(rows[0].contains("4 tickets") && rows[1] == "Tickets ran out here" && rows[2].contains("0 tickets"), "{rows:?}");
            assert!(!rows.concat().contains("Drew"), "{rows:?}");
            assert!(to_otto.text().contains("Only organizers can see this list until the event is finalized."));
        }
    }

    async fn what_an_organizer_gave_below_the_cut_is_told_apart_from_the_draw(town: Town) {
        let number = four_for_asha(&town).await;
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        let (asha, bram) = (town.request(number, &town.asha).await.id, town.request(number, &town.bram).await.id);
        let mut form = board(town.event(number).await.board_version, &[(asha, Some(2)), (bram, Some(1))]);
        form.reason = [(key(asha), "Brings two less.".to_owned()), (key(bram), "Drives the coach.".to_owned())].into();
        allocation::save(&town.site, &town.otto, number, &form).await.unwrap();
        town.finalize(number, Telling::Nobody).await.unwrap();
        let to_bram = page(&town, &town.bram, number).await;
        assert_eq!(texts(&to_bram, RESULT)[..3], [
            "You got 1 ticket, your second choice.",
            "#2 of 2 in the draw. Needed at least 1. By this turn, none were left.",
            "Drew 0; set by hand: Drives the coach.",
        ]);
        let rows = texts(&to_bram, ".places > li");
        assert!(rows[0].ends_with("Got 4: first choice.Drew 4; set by hand: Brings two less."), "{rows:?}");
        assert_eq!(rows[1], "In the draw, tickets ran out here");
    }

    async fn who_was_drawn_and_set_to_none_before_anybody_was_told_never_had_tickets(town: Town) {
        let number = four_for_asha(&town).await;
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        let asha = town.request(number, &town.asha).await.id;
        let mut form = board(town.event(number).await.board_version, &[(asha, Some(0))]);
        form.reason = [(key(asha), "Can’t come.".to_owned())].into();
        allocation::save(&town.site, &town.otto, number, &form).await.unwrap();
        town.finalize(number, Telling::Nobody).await.unwrap();
        let to_asha = page(&town, &town.asha, number).await;
        assert_eq!(
            texts(&to_asha, RESULT)[..3],
            ["No tickets this time.", "#1 of 2 in the draw.", "Drew 4; set by hand: Can’t come."]
        );
    }

    async fn everything_with_hashes_is_under_one_summary_in_every_state(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[4, 2]).await.unwrap();
        let look = async |hashes: usize, said: &[&str]| {
            let page = page(&town, &town.asha, number).await;
            let details = "main > details";
            assert_eq!(texts(&page, &format!("{details} > summary")), ["Technical details"]);
            assert_eq!((page.count("code.hash"), page.count(&format!("{details} code.hash"))), (hashes, hashes));
            let text = texts(&page, details).remove(0);
            for said in said {
                assert!(text.contains(said), "{said} in {text}");
            }
        };
        let before = ["Sealed code (commitment), published", "Your entry ID:", "Times are in Europe/London.", "What this proves"];
        look(1, &before).await;
        town.close(number).await;
        look(4, &["1 request, 5 tickets. List fingerprint", "what the season adds", "who asked before whom", "Your line in the frozen list"]).await;
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        look(5, &["Draw code, revealed by draw 1"]).await;
        town.draw(number, Rule::LOTTERY, "We mistyped it.").await.unwrap();
        look(7, &["All draws2", "Draw code, revealed by draw 2", "Reason for redraw: We mistyped it."]).await;
        let again = page(&town, &town.asha, number).await;
        assert_eq!(texts(&again, "main > .note > p")[0], "Draw 2 replaced draw 1. Reason for redraw: We mistyped it.");
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        look(7, &[]).await;
        assert_eq!(texts(&page(&town, &town.asha, number).await, "main > p.lead"), ["This event was canceled."]);
    }

    async fn once_requests_are_frozen_the_page_says_what_counts_for_the_viewer(town: Town) {
        let number = four_for_asha(&town).await;
        let to_bram = page(&town, &town.bram, number).await;
        assert_eq!(texts(&to_bram, ".panel > .note"), ["You’ve had your fair share this season. You’d have 1 entry in a weighted draw."]);
        assert_eq!(page(&town, &town.otto, number).await.count(".panel > .note"), 0);
    }
}
