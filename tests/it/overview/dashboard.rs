//! The first page: what needs someone, what waits, what came out.

use ticket_pool::{
    domain::{ids::EventId, person::Role},
    server::services::{event, set_up},
};

use super::{BUDGET, attributes, many, texts, weight};
use crate::{
    harness::{Answer, person_form},
    site_map::found,
};

/// The sections and the events in them.
fn sections(page: &Answer) -> Vec<(String, Vec<String>)> {
    let events = |name: &String| attributes(page, &format!("section[aria-label='{name}'] h3 a"), "href");
    attributes(page, "main section", "aria-label").into_iter().map(|name| (name.clone(), events(&name))).collect()
}

both! {
    async fn each_event_stands_where_it_waits_for_someone(town: Town) {
        let numbers = found(&town).await;
        let asked = town.match_day().await;
        town.ask(asked, &town.asha, &[1]).await.unwrap();
        event::close(&town.site, &town.otto, asked).await.unwrap();
        let open = town.match_day().await;
        let path = |number: EventId| format!("/events/{number}");
        let closed = [numbers.closed, numbers.ready, asked].map(path).to_vec();
        let asha = sections(&town.browser_of(&town.asha).await.get("/").await);
        let mut expected = vec![
            ("Needs you".to_owned(), vec![path(open)]),
            ("Waiting for the draw".to_owned(), [path(numbers.open)].into_iter().chain(closed.clone()).collect()),
            ("Results".to_owned(), vec![path(numbers.finalized)]),
            ("Cancelled".to_owned(), vec![path(numbers.cancelled)]),
        ];
        let sorted = |mut sections: Vec<(String, Vec<String>)>| {
            for (_, events) in &mut sections {
                events.sort();
            }
            sections
        };
        assert_eq!(asha[1].1[0], path(numbers.open), "of the same day, what is still open comes first");
        assert_eq!(sorted(asha), sorted(expected.clone()));
        let otto = sections(&town.browser_of(&town.otto).await.get("/").await);
        expected[0].1.push(path(numbers.open));
        expected.remove(1);
        expected.insert(0, ("Ready to allocate".to_owned(), closed));
        assert_eq!(sorted(otto), sorted(expected), "he runs them all and asked for none");
    }

    async fn three_hundred_open_events_are_twelve_and_a_link(town: Town) {
        many(&town, 300, "open", &[]).await;
        let mut asha = town.browser_of(&town.asha).await;
        let page = asha.get("/").await;
        assert_eq!(sections(&page)[0].1.len(), 12);
        assert_eq!(texts(&page, "section[aria-label='Needs you'] > p a[href='/events']"), ["All 300 events"]);
        let bytes = weight(&asha, "/").await;
        assert!(bytes <= BUDGET, "{bytes}");
    }

    async fn twelve_need_no_link(town: Town) {
        many(&town, 12, "open", &[&town.asha]).await;
        let page = town.browser_of(&town.asha).await.get("/").await;
        let waiting = "section[aria-label='Waiting for the draw']";
        let seen = (page.count(&format!("{waiting} h3")), page.count(&format!("{waiting} > p a")));
        assert_eq!(seen, (12, 0));
    }

    async fn where_nothing_is_yet_one_next_thing_is_offered(town: Town) {
        for (who, next) in [(&town.asha, &[][..]), (&town.otto, &["New event"]), (&town.dana, &["New event"])] {
            let page = town.browser_of(who).await.get("/").await;
            assert_eq!(texts(&page, ".empty .button"), next, "{}", who.name);
            assert_eq!(page.count("main .button"), next.len(), "{}: only there", who.name);
        }
        town.match_day().await;
        let page = town.browser_of(&town.otto).await.get("/").await;
        assert_eq!((page.count(".empty"), page.count("main a[href='/events/new']")), (0, 1));
    }

    async fn an_admin_with_nobody_else_is_told_to_add_people(town: Town) {
        town.empty().await;
        set_up::make_admin(&town.site, &person_form("Dana", Role::Admin)).await.unwrap();
        let dana = town.actor("Dana").await;
        let page = town.browser_of(&dana).await.get("/").await;
        assert_eq!(texts(&page, ".empty .button"), ["Add people"]);
        assert_eq!(attributes(&page, ".empty .button", "href"), ["/admin/people/new"]);
    }
}
