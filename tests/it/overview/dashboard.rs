//! The first page: what needs someone, what waits, what came out.

use chrono::TimeDelta;
use ticket_pool::{
    domain::{ids::EventId, person::Role},
    server::services::{event, person, set_up},
};

use super::{BUDGET, attributes, many, texts, weight};
use crate::{
    harness::{Answer, event_form, person_form},
    settings::by_ses,
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
        let all = [&closed[..], &[path(numbers.open), path(open), path(numbers.finalized), path(numbers.cancelled)]].concat();
        let expected = vec![
            ("New result".to_owned(), vec![path(numbers.finalized)]),
            ("Open for requests".to_owned(), vec![path(open)]),
            ("Waiting for results".to_owned(), [path(numbers.open)].into_iter().chain(closed).collect()),
            ("Canceled".to_owned(), vec![path(numbers.cancelled)]),
        ];
        let sorted = |mut sections: Vec<(String, Vec<String>)>| {
            for (_, events) in &mut sections {
                events.sort();
            }
            sections
        };
        assert_eq!(asha[2].1[0], path(numbers.open), "of the same day, what is still open comes first");
        assert_eq!(sorted(asha), sorted(expected));
        let otto = sections(&town.browser_of(&town.otto).await.get("/").await);
        let expected = vec![
            ("You run".to_owned(), all),
            ("Open for requests".to_owned(), vec![path(open), path(numbers.open)]),
        ];
        assert_eq!(sorted(otto), sorted(expected), "he runs them all and asked for none");
    }

    async fn a_result_is_new_for_three_days(town: Town) {
        let number = town.finalized_match().await;
        let mut asha = town.browser_of(&town.asha).await;
        for (hours, stands) in [(0, "New result"), (71, "New result"), (2, "Your results")] {
            town.wait(TimeDelta::hours(hours));
            let expected = [(stands.to_owned(), vec![format!("/events/{number}")])];
            assert_eq!(sections(&asha.get("/").await), expected, "{hours} hours later");
        }
        let mut otto = town.browser_of(&town.otto).await;
        let line = "aside li p";
        assert_eq!(texts(&otto.get("/").await, line), ["Final · 5 of 5 tickets assigned"]);
    }

    async fn three_hundred_open_events_are_twelve_and_a_link(town: Town) {
        many(&town, 300, "open", &[]).await;
        let mut asha = town.browser_of(&town.asha).await;
        let page = asha.get("/").await;
        assert_eq!(sections(&page)[0].1.len(), 12);
        assert_eq!(texts(&page, "section[aria-label='Open for requests'] > p a[href='/events']"), ["See all 300 events"]);
        let bytes = weight(&asha, "/").await;
        assert!(bytes <= BUDGET, "{bytes}");
    }

    async fn twelve_need_no_link(town: Town) {
        many(&town, 12, "open", &[&town.asha]).await;
        let page = town.browser_of(&town.asha).await.get("/").await;
        let waiting = "section[aria-label='Waiting for results']";
        let seen = (page.count(&format!("{waiting} h3")), page.count(&format!("{waiting} > p a")));
        assert_eq!(seen, (12, 0));
    }

    async fn where_nothing_is_yet_one_next_thing_is_offered(town: Town) {
        for (who, next) in [(&town.asha, &[][..]), (&town.otto, &["New event"])] {
            let page = town.browser_of(who).await.get("/").await;
            assert_eq!(texts(&page, ".empty .button"), next, "{}", who.name);
            assert_eq!(page.count("main .button"), next.len(), "{}: only there", who.name);
        }
        town.match_day().await;
        let page = town.browser_of(&town.otto).await.get("/").await;
        assert_eq!((page.count(".empty"), page.count("main a[href='/events/new']")), (0, 1));
    }

    async fn an_admins_first_steps_tick_themselves_off(town: Town) {
        town.empty().await;
        set_up::make_admin(&town.site, &person_form("Dana", Role::Admin)).await.unwrap();
        let dana = town.actor("Dana").await;
        let page = town.browser_of(&dana).await.get("/").await;
        assert!(page.text().contains("1 of 4 done"));
        assert_eq!(texts(&page, ".steps .done b"), ["Create the first admin account"]);
        assert_eq!(attributes(&page, ".steps .gold", "href"), ["/admin/people/import"], "emails may stay off");
        person::add(&town.site, &dana, &person_form("Bram", Role::Member)).await.unwrap();
        let page = town.browser_of(&dana).await.get("/").await;
        assert_eq!((page.text().contains("2 of 4 done"), page.count(".steps .done")), (true, 2));
        assert_eq!(attributes(&page, ".steps .gold", "href"), ["/events/new"]);
        event::create(&town.site, &dana, &event_form("Rovers v United")).await.unwrap();
        assert_eq!(town.browser_of(&dana).await.get("/").await.count(".steps"), 0);
    }

    async fn where_emails_leave_a_test_is_one_of_the_first_steps(town: Town) {
        town.match_day().await;
        let sending = by_ses(&town);
        let mut dana = sending.browser_of(&sending.dana).await;
        let page = dana.get("/").await;
        assert!(page.text().contains("3 of 4 done"), "{}", page.text());
        assert_eq!(texts(&page, ".steps .gold"), ["Send a test email"]);
        dana.post("/api/mail/test", &[]).await;
        assert_eq!(dana.get("/").await.count(".steps"), 1, "it is not sent yet");
        town.post().await;
        assert_eq!(dana.get("/").await.count(".steps"), 0);
    }

    async fn only_admins_are_shown_first_steps(town: Town) {
        for (who, steps) in [(&town.asha, 0), (&town.otto, 0), (&town.dana, 1)] {
            assert_eq!(town.browser_of(who).await.get("/").await.count(".steps"), steps, "{}", who.name);
        }
    }
}
