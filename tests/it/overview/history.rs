//! How it went for someone: in words, in dots, and the same as a draw counts it.

use ticket_pool::{
    domain::ids::{EventId, SeasonId},
    server::{
        auth::Actor,
        db::memory,
        services::{allocation::Telling, event, recount},
    },
};

use super::{BUDGET, attributes, many, texts, weight};
use crate::harness::Town;

/// A match that is finalized with these numbers for Asha and Bram; both are told.
async fn went(town: &Town, asha: u32, bram: u32) -> EventId {
    let number = town.closed_match().await;
    town.give(number, &[(&town.asha, Some(asha)), (&town.bram, Some(bram))]).await.unwrap();
    town.finalize(number, Telling::All).await.unwrap();
    number
}

/// The sentence on top, the names of seasons, what the dots say, and how many there are, full ones beside.
async fn told(town: &Town, who: &Actor) -> (String, Vec<String>, Vec<String>, (usize, usize)) {
    let page = town.browser_of(who).await.get("/events").await;
    let section = "section[aria-labelledby=went]";
    let first = texts(&page, &format!("{section} p b")).remove(0);
    let dots = format!("{section} [role=img].dots");
    let counts = (page.count(&format!("{dots} i")), page.count(&format!("{dots} i.got")));
    (first, texts(&page, &format!("{section} h3")), attributes(&page, &dots, "aria-label"), counts)
}

both! {
    async fn the_sentence_the_dots_and_their_words_say_the_same(town: Town) {
        for (asha, bram) in [(4, 0), (4, 1), (2, 0), (4, 0)] {
            went(&town, asha, bram).await;
        }
        let (first, seasons, dots, counts) = told(&town, &town.asha).await;
        assert_eq!(first, "You requested tickets 4 times and got them every time.");
        assert_eq!((seasons, dots, counts), (vec![], vec!["Oldest first: 4 with tickets".to_owned()], (4, 4)));
        let (first, _, dots, counts) = told(&town, &town.bram).await;
        assert_eq!(first, "You requested tickets 4 times and got them once.");
        assert_eq!((dots, counts), (vec!["Oldest first: 1 without, 1 with tickets, 2 without".to_owned()], (4, 1)));
        let page = town.browser_of(&town.bram).await.get("/events").await;
        let section = texts(&page, "section[aria-labelledby=went]").remove(0);
        let standing = "You’re 6.5 tickets behind your fair share this season. You missed out twice in a row, so you’d have 4 entries in a weighted draw.";
        assert!(section.contains(standing), "{section}");
        assert!(section.contains("got tickets · missed out · oldest first"), "{section}");
    }

    async fn what_is_open_closed_drafted_canceled_or_withdrawn_is_not_told_as_an_outcome(town: Town) {
        let open = town.match_day().await;
        town.ask(open, &town.asha, &[4, 2]).await.unwrap();
        let drafted = town.closed_match().await;
        town.give(drafted, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let cancelled = town.closed_match().await;
        event::cancel(&town.site, &town.otto, cancelled).await.unwrap();
        assert_eq!(
            told(&town, &town.asha).await,
            ("No results yet. Only requests you made yourself count, once you’ve been told the result.".into(), vec![], vec![], (0, 0))
        );
        let page = town.browser_of(&town.asha).await.get("/events").await;
        assert_eq!(texts(&page, "td[data-label='Your result']"), ["Requested 4", "Requested 4", "Requested 4"]);
        went(&town, 2, 3).await;
        let page = town.browser_of(&town.asha).await.get("/events").await;
        assert_eq!(texts(&page, "td[data-label='Your result']")[0], "Requested 4, got 2");
    }

    async fn it_is_what_the_season_remembers_and_a_draw_takes(town: Town) {
        for (asha, bram) in [(4, 0), (0, 3), (4, 1), (2, 0)] {
            went(&town, asha, bram).await;
        }
        let (odd, binned, reopened) = (went(&town, 4, 1).await, went(&town, 4, 0).await, went(&town, 4, 0).await);
        let odd = format!("UPDATE requests SET legacy_allocated = 99 WHERE event_id = {odd}");
        town.force(&odd).await.unwrap();
        event::delete(&town.site, &town.dana, binned).await.unwrap();
        event::reopen(&town.site, &town.otto, reopened).await.unwrap();
        recount::run(&town.site).await.unwrap();
        let c = town.site.db.read();
        let ledger = memory::ledger_of(c, (Some(SeasonId::new(1)), EventId::new(0))).await.unwrap();
        let remembered = memory::standings(&ledger, |_| true);
        for who in [&town.asha, &town.bram] {
            let told = event::fairness(&town.site, who).await.unwrap();
            assert_eq!(told.len(), 1, "{}", who.name);
            assert_eq!(told[0].so_far, remembered[&who.person], "{}", who.name);
            // The reopened event counts as it was last finalized.
            assert_eq!((told[0].so_far.asked, told[0].recent.len()), (5, 5), "{}", who.name);
        }
    }

    async fn each_of_several_seasons_is_told_by_itself_the_latest_first(town: Town) {
        let (cup, _, league) = (went(&town, 4, 0).await, went(&town, 0, 3).await, went(&town, 4, 0).await);
        town.force("INSERT INTO pools (id, name, created_at) VALUES (77, '<b>Cup</b>', '2026-11-22 12:00:00+00:00')")
            .await
            .unwrap();
        town.force(&format!("UPDATE events SET pool_id = 77 WHERE id = {cup}")).await.unwrap();
        recount::run(&town.site).await.unwrap();
        let (first, seasons, dots, counts) = told(&town, &town.asha).await;
        assert_eq!(first, "You requested tickets 3 times and got them twice.");
        assert_eq!(seasons, ["General", "<b>Cup</b>"]);
        assert_eq!(dots, ["Oldest first: 1 without, 1 with tickets", "Oldest first: 1 with tickets"]);
        assert_eq!(counts, (3, 2));
        town.force(&format!("UPDATE events SET pool_id = 77 WHERE id = {league}")).await.unwrap();
        recount::run(&town.site).await.unwrap();
        assert_eq!(told(&town, &town.asha).await.1, ["<b>Cup</b>", "General"]);
    }

    async fn with_no_events_there_is_nothing_to_sum_up(town: Town) {
        let page = town.browser_of(&town.asha).await.get("/events?page=3").await;
        assert_eq!((page.count(".empty"), page.count("table"), page.count("[aria-labelledby=went]")), (1, 0, 0));
        assert_eq!(page.count("a[href='/events.csv']"), 0);
    }

    async fn three_hundred_events_of_a_year_are_leafed_through_and_no_page_is_heavy(town: Town) {
        many(&town, 300, "finalized", &[&town.asha, &town.bram]).await;
        let mut asha = town.browser_of(&town.asha).await;
        let mut seen = Vec::new();
        for (path, links) in
            [("/events", &["Older"][..]), ("/events?page=2", &["Newer", "Older"]), ("/events?page=3", &["Newer"])]
        {
            let page = asha.get(path).await;
            assert_eq!(texts(&page, "nav[aria-label=Pages] a"), links, "{path}");
            let rows = attributes(&page, "tbody th a", "href");
            assert_eq!(rows.len(), 100, "{path}");
            seen.extend(rows);
            assert!(texts(&page, "section p b")[0].starts_with("You requested tickets 300 times and got them 200 times."));
            assert_eq!((page.count("[role=img].dots i"), page.count("[role=img].dots i.got")), (60, 40), "the latest of them");
            let bytes = weight(&asha, path).await;
            assert!(bytes <= BUDGET, "{path}: {bytes}");
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 300, "none twice, none left out");
        assert_eq!(texts(&asha.get("/events?page=99").await, "nav[aria-label=Pages] a"), ["Newer"]);
    }
}
