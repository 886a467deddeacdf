//! All events by state, for admins.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use chrono::TimeDelta;
use ticket_pool::domain::event::EventStatus;

use super::{BUDGET, attributes, many, texts, weight};
use crate::site_map::found;

both! {
    async fn dana_finds_every_event_behind_the_tab_of_its_state(town: Town) {
        let numbers = found(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        let all = [numbers.open, numbers.closed, numbers.ready, numbers.finalized, numbers.cancelled];
        for (query, current, events) in [
            ("?show=open", "Open 1", vec![numbers.open]),
            ("?show=closed", "Closed 2", vec![numbers.closed, numbers.ready]),
            ("?show=finalized", "Final 1", vec![numbers.finalized]),
            ("?show=cancelled", "Canceled 1", vec![numbers.cancelled]),
            ("?show=all", "All 5", all.to_vec()),
            ("", "All 5", all.to_vec()),
            ("?show=nonsense", "All 5", all.to_vec()),
            ("?show=Open", "All 5", all.to_vec()),
            ("?show=%3Cscript%3E&page=x", "All 5", all.to_vec()),
        ] {
            let page = dana.get(&format!("/admin/events{query}")).await;
            assert_eq!(page.status, StatusCode::OK, "{query}");
            let tabs = ["Open 1", "Closed 2", "Final 1", "Canceled 1", "All 5", "Trash 1"];
            assert_eq!(texts(&page, ".tabs:not(.sections) a"), tabs, "{query}");
            assert_eq!(texts(&page, ".tabs:not(.sections) a[aria-current=page]"), [current], "{query}");
            let there: BTreeSet<String> = attributes(&page, "tbody th a", "href").into_iter().collect();
            assert_eq!(there, events.iter().map(|event| format!("/events/{event}")).collect(), "{query}");
        }
        let page = dana.get("/admin/bin").await;
        assert_eq!(texts(&page, ".tabs:not(.sections) a[aria-current=page]"), ["Trash 1"]);
        assert_eq!(page.count("form[action='/api/event/restore'] button"), 1);
        let to = attributes(&page, ".tabs:not(.sections) a", "href");
        let states = ["open", "closed", "finalized", "cancelled", "all"];
        let expected = states.map(|state| format!("/admin/events?show={state}"));
        assert_eq!((&to[..5], to[5].as_str()), (&expected[..], "/admin/bin"));
    }

    async fn a_row_says_when_whose_how_many_and_where_it_stands(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[4, 2]).await.unwrap();
        town.ask(number, &town.bram, &[3, 1]).await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        let row = |page: &crate::harness::Answer| texts(page, "tbody td[data-label]");
        assert_eq!(row(&dana.get("/admin/events").await), ["Sun Dec 6", "Otto", "5", "2", "7", "Open"]);
        town.wait(TimeDelta::days(41));
        let page = dana.get("/admin/events?show=closed").await;
        assert_eq!(row(&page), ["Sun Dec 6, 2026", "Otto", "5", "2", "7", "Closed"], "closed by its time, and last year");
    }

    async fn each_row_leads_to_a_duplicate_and_asks_before_it_cancels_or_deletes(town: Town) {
        let numbers = found(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin/events?show=open").await;
        assert_eq!(attributes(&page, "tbody details.more:not([open]) a", "href"), [format!("/events/new?like={}", numbers.open)]);
        assert_eq!(attributes(&page, "tbody details.more:not([open]) form", "action"), ["/api/event/cancel", "/api/event/delete"]);
        assert!(page.text().contains("Everyone who requested tickets gets an email, unless email is off or they’re deactivated."));
        let page = dana.get("/admin/events?show=cancelled").await;
        assert_eq!(attributes(&page, "tbody details.more form", "action"), ["/api/event/delete"], "it is cancelled already");
        let event = numbers.open.to_string();
        for to in attributes(&dana.get("/admin/events?show=open").await, "tbody details form", "action") {
            dana.post(&to, &[("event", &event)]).await;
        }
        let moved = town.event(numbers.open).await;
        assert!(moved.status == EventStatus::Canceled && moved.deleted_at.is_some(), "{moved:?}");
    }

    async fn only_admins_are_led_there_and_let_in(town: Town) {
        found(&town).await;
        for (who, links) in [(&town.dana, 1), (&town.otto, 0), (&town.asha, 0)] {
            let mut browser = town.browser_of(who).await;
            let page = browser.get("/events").await;
            for link in ["/admin/events", "/admin/bin"] {
                assert_eq!(page.count(&format!("main a[href='{link}']")), links, "{} {link}", who.name);
                let status = if links == 1 { StatusCode::OK } else { StatusCode::FORBIDDEN };
                assert_eq!(browser.get(link).await.status, status, "{} {link}", who.name);
            }
        }
    }

    async fn no_events_are_said_to_be_none(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        for show in ["open", "closed", "finalized", "cancelled", "all"] {
            let page = dana.get(&format!("/admin/events?show={show}&page=7")).await;
            assert_eq!((page.count(".empty"), page.count("table"), page.count("nav[aria-label=Pages]")), (1, 0, 0));
        }
        assert_eq!(dana.get("/admin/bin").await.count(".empty"), 1);
    }

    async fn three_hundred_events_are_leafed_through_and_no_page_is_heavy(town: Town) {
        many(&town, 300, "open", &[&town.asha, &town.bram]).await;
        let mut dana = town.browser_of(&town.dana).await;
        let (mut path, mut seen) = ("/admin/events?show=open".to_owned(), Vec::new());
        for place in 1..=6 {
            let page = dana.get(&path).await;
            assert_eq!(texts(&page, "nav[aria-label=Pages] span"), [format!("Page {place} of 6")]);
            seen.extend(attributes(&page, "tbody th a", "href"));
            assert_eq!(seen.len(), place * 50);
            let links = texts(&page, "nav[aria-label=Pages] a");
            let expected: &[&str] = match place {
                1 => &["Older"],
                6 => &["Newer"],
                _ => &["Newer", "Older"],
            };
            assert_eq!(links, expected);
            path = attributes(&page, "nav[aria-label=Pages] a", "href").pop().unwrap();
        }
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 300, "none twice, none left out");
        for page in ["7", "300", "18446744073709551615"] {
            let page = dana.get(&format!("/admin/events?show=open&page={page}")).await;
            assert_eq!(texts(&page, "nav[aria-label=Pages] span"), ["Page 6 of 6"], "beyond the last is the last");
        }
        let bytes = weight(&dana, "/admin/events").await;
        assert!(bytes <= BUDGET, "{bytes}");
    }
}
