//! What pages say where someone decides by it.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ticket_pool::{
    domain::ids::EventId,
    server::services::{allocation::Telling, event, request},
};

use super::{attributes, texts};

both! {
    async fn every_page_says_the_same_of_an_event_that_closes_soon(town: Town) {
        let number = town.match_day().await;
        let line = "section[aria-label='Open for requests'] li p";
        let page = town.browser_of(&town.asha).await.get("/").await;
        assert_eq!(texts(&page, line), ["Closes in 12 days · 0 requested, 5 tickets"]);
        let mut asha = town.browser_of(&town.asha).await;
        town.wait(TimeDelta::days(11));
        let page = asha.get("/").await;
        assert_eq!(texts(&page, line), ["Closes in 1 day · 0 requested, 5 tickets"]);
        assert_eq!(texts(&asha.get("/events").await, "td[data-label=Status]"), ["Closes soon"]);
        let seen = texts(&asha.get(&format!("/events/{number}")).await, "p.badges");
        assert_eq!(seen, ["Closes soon"], "the same word everywhere");
        let admin = town.browser_of(&town.dana).await.get("/admin/events?show=open").await;
        assert_eq!(texts(&admin, "td[data-label=Status]"), ["Closes soon"]);
    }

    async fn what_waits_stands_in_the_order_it_takes_place_and_what_is_over_last(town: Town) {
        let later = town.match_day().await;
        let sooner = town.match_day_like("2026-11-30T15:00", "2026-11-28T18:00").await;
        for number in [later, sooner] {
            town.ask(number, &town.asha, &[2]).await.unwrap();
        }
        event::close(&town.site, &town.otto, sooner).await.unwrap();
        let path = |number: EventId| format!("/events/{number}");
        let waiting = "section[aria-label='Waiting for results'] h3 a";
        let page = town.browser_of(&town.asha).await.get("/").await;
        assert_eq!(attributes(&page, waiting, "href"), [path(sooner), path(later)]);
        town.wait(TimeDelta::days(10));
        let page = town.browser_of(&town.asha).await.get("/").await;
        assert_eq!(attributes(&page, waiting, "href"), [path(later), path(sooner)]);
    }

    async fn a_result_says_what_was_asked_for(town: Town) {
        let number = town.finalized_match().await;
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{number}")).await;
        assert!(page.text().contains("You requested 4, or 2"), "{}", page.text());
    }

    async fn what_is_canceled_or_over_is_offered_to_no_calendar(town: Town) {
        let number = town.closed_match().await;
        let path = format!("/events/{number}");
        let mut asha = town.browser_of(&town.asha).await;
        let calendar = "a[href$='.ics']";
        assert_eq!(asha.get(&path).await.count(calendar), 1);
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        let page = asha.get(&path).await;
        assert_eq!((page.count(calendar), page.text().contains("Everyone’s first choice would take")), (0, false));
        assert_eq!(texts(&page, ".banner"), ["This event was canceled."]);
        event::uncancel(&town.site, &town.otto, number).await.unwrap();
        let page = asha.get(&path).await;
        assert_eq!((page.count(calendar), page.text().contains("Everyone’s first choice would take")), (1, true));
        town.wait(TimeDelta::days(20));
        assert_eq!(town.browser_of(&town.asha).await.get(&path).await.count(calendar), 0);
    }

    async fn numbers_of_last_time_say_so_and_are_nobody_elses(town: Town) {
        town.closed_match().await;
        let number = town.match_day().await;
        let (own, of) = (format!("/events/{number}/request"), format!("/events/{number}/request-for/{}", town.asha.person));
        let ticked = "input[name='tiers[]'][checked]";
        let from = |text: &str| text.contains("We’ve filled in your last request.");
        let mut asha = town.browser_of(&town.asha).await;
        let page = asha.get(&own).await;
        assert_eq!((attributes(&page, ticked, "value"), from(&page.text())), (vec!["2".into(), "4".into()], true));
        let otto = town.browser_of(&town.otto).await.get(&of).await;
        assert_eq!(attributes(&otto, ticked, "value"), [""; 0], "Asha did not say so");
        assert!(otto.text().contains("Choose every number they’d take."));
        assert!(!otto.text().contains("your"), "{}", otto.text());
        assert_eq!(texts(&otto, "h1"), ["Request tickets for Asha"]);
        town.ask(number, &town.asha, &[3]).await.unwrap();
        let page = asha.get(&own).await;
        assert_eq!((texts(&page, "h1"), from(&page.text())), (vec!["Edit your request".into()], false));
        request::withdraw(&town.site, &town.asha, number, town.asha.person, "").await.unwrap();
        let page = asha.get(&own).await;
        assert!(page.text().contains("We’ve filled in the request you withdrew."));
        assert_eq!(attributes(&page, ticked, "value"), ["3"]);
        event::close(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(texts(&asha.get(&own).await, "h1"), ["Your request"], "nothing can be asked for any more");
    }

    async fn whom_to_ask_for_can_be_searched(town: Town) {
        let number = town.match_day().await;
        let mut otto = town.browser_of(&town.otto).await;
        for (search, found) in [("", 5), ("aSh", 1), ("%", 0), ("@example.org", 5), ("nobody", 0)] {
            let query = serde_urlencoded::to_string([("q", search)]).unwrap();
            let page = otto.get(&format!("/events/{number}/request-for?{query}")).await;
            assert_eq!((page.count("ul.people li"), page.count(".empty")), (found, usize::from(found == 0)), "{search}");
            assert_eq!(attributes(&page, "#q", "value"), [search]);
        }
    }

    async fn a_draw_says_how_many_tickets_it_gives_out(town: Town) {
        let number = town.closed_match().await;
        let path = format!("/events/{number}/allocate/draw");
        let mut otto = town.browser_of(&town.otto).await;
        let says = |page: &crate::harness::Answer| texts(page, "form.form > p").remove(0);
        assert!(says(&otto.get(&path).await).starts_with("5 tickets for 2 requests. Typical outcome of each method, on average over"));
        town.give(number, &[(&town.asha, Some(2))]).await.unwrap();
        let said = says(&otto.get(&path).await);
        let left = "3 of 5 tickets left for 1 request. 1 person was set by hand and won’t change. Typical";
        assert!(said.starts_with(left), "{said}");
    }

    async fn before_a_draw_its_page_says_how_it_may_be_drawn(town: Town) {
        let number = town.match_day().await;
        let text = town.browser_of(&town.asha).await.get(&format!("/events/{number}/draw")).await.text();
        for said in ["Even out the season", "Lottery", "First come, first served", "Your fair share of an event is", "Times are in Europe/London."] {
            assert!(text.contains(said), "{said} in {text}");
        }
    }

    async fn nobody_is_chosen_beforehand_to_run_an_event(town: Town) {
        let number = town.match_day().await;
        let path = format!("/events/{number}/organizers");
        let mut otto = town.browser_of(&town.otto).await;
        let page = otto.get(&path).await;
        assert_eq!(attributes(&page, "#person option", "value")[0], "");
        assert_eq!(page.count("#person[required]"), 1);
        let event = number.to_string();
        let refused = otto.post("/api/event/organizers/hand-over", &[("event", &*event), ("person", "")]).await;
        let page = otto.get(refused.location()).await;
        assert_eq!(texts(&page, ".banner"), ["Choose an active person."]);
        assert!(texts(&page, "li.panel")[0].starts_with("OttoOwner"), "nothing was handed over");
    }

    async fn the_board_of_a_finalized_event_leads_on(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(1))]).await.unwrap();
        town.finalize(number, Telling::Nobody).await.unwrap();
        let page = town.browser_of(&town.otto).await.get(&format!("/events/{number}/allocate")).await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert_eq!(
            attributes(&page, "main a", "href"),
            [format!("/events/{number}"), format!("/events/{number}/results"), format!("/events/{number}")]
        );
    }

    async fn the_page_one_is_on_is_marked_also_where_it_is_one_of_several(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        for (path, marked) in [
            ("/events", "Events"),
            ("/events/new", "Events"),
            ("/admin", "Admin"),
            ("/account", "Account"),
            ("/", "Home"),
        ] {
            let page = dana.get(path).await;
            assert_eq!(texts(&page, "nav[aria-label=Main] [aria-current]"), [marked], "{path}");
            assert_eq!(page.count("nav[aria-label='Admin pages']"), usize::from(path == "/admin"), "{path}");
        }
        for (path, marked) in [
            ("/admin/events", "Events"),
            ("/admin/bin", "Events"),
            ("/admin/people", "People"),
            ("/admin/people/new", "People"),
            ("/admin/audit", "Audit log"),
            ("/admin/mail", "Email"),
            ("/admin/settings", "Settings"),
        ] {
            let page = dana.get(path).await;
            assert_eq!(texts(&page, "nav[aria-label=Main] [aria-current]"), ["Admin"], "{path}");
            assert_eq!(texts(&page, "nav[aria-label='Admin pages'] [aria-current]"), [marked], "{path}");
        }
    }
}
