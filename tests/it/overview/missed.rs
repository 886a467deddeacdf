//! What the page of an event says to someone who got nothing: as much as the records prove.

use ::allocation::Rule;
use ticket_pool::{
    domain::{board::key, ids::EventId},
    server::services::{allocation, allocation::Telling, event},
};

use super::texts;
use crate::harness::{Answer, Town, board};

const CARD: &str = ".panel:has([data-result='0'])";

/// Otto's event with four tickets: Asha asked first and would take all of them, Bram would take 3, or 1.
async fn four_for_asha(town: &Town) -> EventId {
    let number = town.match_day().await;
    town.set_tickets(number, 4).await;
    town.ask(number, &town.asha, &[4]).await.unwrap();
    town.wait(chrono::TimeDelta::minutes(1));
    town.ask(number, &town.bram, &[3, 1]).await.unwrap();
    town.close(number).await;
    number
}

/// The event as Bram sees it, and how many statements that takes.
async fn to_bram(town: &Town, number: EventId) -> (Answer, u64) {
    let mut bram = town.browser_of(&town.bram).await;
    let before = town.site.db.statements();
    let page = bram.get(&format!("/events/{number}")).await;
    (page, town.site.db.statements() - before)
}

both! {
    async fn bram_reads_his_rank_where_tickets_ran_out_and_what_counts_next_time(town: Town) {
        let number = four_for_asha(&town).await;
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        let (page, sent) = to_bram(&town, number).await;
        let card = texts(&page, CARD).concat();
        for said in [
            "No tickets this time. 2 people requested 7; only 4 were available.",
            "You were #2 of 2 in the draw. Tickets ran out at #1.",
            "behind your fair share this season",
            "See how it was drawn",
        ] {
            assert!(card.contains(said), "{said} in {card}");
        }
        assert_eq!(page.count(".cutline[aria-hidden]"), 1, "the strip is for the eye: the words say the same");
        assert_eq!(page.count("a[href$='.ics']"), 0, "he is not going");
        assert!(sent <= 4, "who is signed in, the event, the names, and why: {sent}");
        // Asha has a ticket to look at.
        let asha = town.browser_of(&town.asha).await.get(&format!("/events/{number}")).await;
        assert_eq!(texts(&asha, ".won .admits"), ["×4"]);
        assert_eq!([CARD, "a[href$='.ics']"].map(|part| asha.count(part)), [0, 1]);
    }

    async fn whoever_looks_next_is_told_the_same_and_after_another_draw_of_that_one(town: Town) {
        let number = four_for_asha(&town).await;
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        let card = |page: &Answer| texts(page, CARD).concat();
        let first = card(&to_bram(&town, number).await.0);
        assert!(town.site.orders.of(number).is_some_and(|order| order.draw == 1));
        assert_eq!(card(&to_bram(&town, number).await.0), first, "of what was kept");
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.set_tickets(number, 1).await;
        // Now Bram could have one, and Asha none of her four: so he lacks none and she does.
        town.draw(number, Rule::FIRST_COME, "One ticket is left.").await.unwrap();
        town.put_draw(number).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        let asha = town.browser_of(&town.asha).await.get(&format!("/events/{number}")).await;
        assert!(card(&asha).contains("You were #1 of 2 in the draw."), "{}", card(&asha));
        assert!(town.site.orders.of(number).is_some_and(|order| order.draw == 2));
    }

    async fn what_no_draw_decided_has_no_rank(town: Town) {
        let number = four_for_asha(&town).await;
        town.give(number, &[(&town.asha, Some(4)), (&town.bram, Some(0))]).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        let (page, _) = to_bram(&town, number).await;
        let card = texts(&page, CARD).concat();
        assert!(card.contains("No tickets this time.") && card.contains("behind your fair share"), "{card}");
        assert!(!card.contains('#') && page.count(".cutline") == 0, "{card}");
    }

    async fn who_was_set_to_none_by_hand_reads_that_and_why_on_every_page_and_in_the_email(town: Town) {
        let number = four_for_asha(&town).await;
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        let asha = town.request(number, &town.asha).await.id;
        let mut form = board(town.event(number).await.board_version, &[(asha, Some(0))]);
        form.reason = [(key(asha), "Isn’t coming".into())].into();
        allocation::save(&town.site, &town.otto, number, &form).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        let said = "No tickets this time. The organizer set this by hand. Reason: Isn’t coming";
        let mut browser = town.browser_of(&town.asha).await;
        for path in [format!("/events/{number}"), "/".to_owned()] {
            let page = browser.get(&path).await.text();
            assert!(page.contains(said) && !page.contains("were available"), "{path}: {page}");
        }
        let letters = town.post().await;
        let letter = letters.iter().find(|letter| letter.to_address == "asha@example.org").unwrap();
        assert!(letter.text.contains(said), "{}", letter.text);
    }

    async fn a_number_set_by_hand_before_the_draw_has_no_rank_either(town: Town) {
        let number = four_for_asha(&town).await;
        town.give(number, &[(&town.bram, Some(0))]).await.unwrap();
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        let card = texts(&to_bram(&town, number).await.0, CARD).concat();
        assert!(card.contains("No tickets this time.") && !card.contains('#'), "{card}");
    }
}
