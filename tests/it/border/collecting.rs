//! Where everyone creates events, a member who runs one names people exactly, and gets no list of them anywhere.

use axum::http::StatusCode;
use ticket_pool::{
    api::Reply,
    domain::{ids::EventId, person::Role, typed::Problem},
    error::Refusal,
    server::{
        auth::Actor,
        services::{allocation, event, person},
    },
};

use super::functions::reply;
use crate::harness::{Browser, DOMAIN, Town, board, event_form, person_form};

/// The town where everyone creates events, and one of Asha's, closed, for which Bram has asked.
async fn ashas(town: &Town) -> (Town, EventId) {
    let town = town.with_settings(&[("WHO_CREATES", "everyone")]);
    let number = event::create(&town.site, &town.asha, &event_form("Asha's walk")).await.unwrap();
    town.ask(number, &town.bram, &[2]).await.unwrap();
    event::close(&town.site, &town.asha, number).await.unwrap();
    (town, number)
}

/// Sends a form that must change nothing; returns why it was refused.
async fn refused(town: &Town, browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Refusal {
    let before = town.snapshot(&DOMAIN).await;
    let answer = browser.post_for_json(path, fields).await;
    let Reply::Refused { refusal, .. } = reply(&answer) else { panic!("{path} {fields:?}: {}", answer.body) };
    assert_eq!(town.snapshot(&DOMAIN).await, before, "{path} {fields:?}");
    refusal
}

/// Where a page shows someone's request form.
fn leads_to(page: &crate::harness::Answer, number: EventId, who: &Actor) -> bool {
    page.body.contains(&format!("/events/{number}/request-for/{}", who.person))
}

both! {
    async fn a_member_who_runs_an_event_collects_nobodys_address(town: Town) {
        let (town, number) = ashas(&town).await;
        let row = town.request(number, &town.bram).await.id;
        let version = town.event(number).await.board_version;
        allocation::save(&town.site, &town.asha, number, &board(version, &[(row, Some(2))])).await.unwrap();
        event::add_organizer(&town.site, &town.asha, number, "otto@example.org").await.unwrap();
        let mut asha = town.browser_of(&town.asha).await;
        let mut seen = 0;
        for page in [
            "", "/edit", "/organizers", "/request-for", "/request-for?q=o", "/request-for?q=example.org", "/request-for?q=%25",
            "/request-for?q=%40", "/request-for?q=bram%40example.org", "/request-for?q=Dana", "/allocate", "/allocate/draw",
            "/review", "/results", "/results.csv", "/draw",
        ] {
            let answer = asha.get(&format!("/events/{number}{page}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{page}");
            let typed = page.contains("bram%40");
            for who in [&town.dana, &town.otto, &town.olga, &town.bram] {
                let shown = answer.body.contains(&who.email) && !(typed && who.name == "Bram");
                assert!(!shown, "{page} shows {}", who.email);
            }
            assert!(!answer.text().contains("Olga"), "{page} shows that there is Olga");
            assert!(page.contains("Dana") || !answer.text().contains("Dana"), "{page} shows that there is Dana");
            seen += 1;
        }
        assert_eq!(seen, 16);
        for page in ["/admin/people", "/admin/people?q=o", "/admin/people/new", "/admin/audit", "/admin/mail"] {
            assert_eq!(asha.get(page).await.status, StatusCode::FORBIDDEN, "{page}");
        }
        for file in ["/admin/people.csv", "/admin/audit.csv"] {
            let answer = asha.get(file).await;
            assert!(!answer.body.contains('@'), "{file}: {:?}", answer.status);
        }
    }

    async fn who_is_named_exactly_is_found_and_nobody_else(town: Town) {
        let (town, number) = ashas(&town).await;
        let twin = person_form("Olga Twin", Role::Member);
        for email in ["one@example.org", "two@example.org"] {
            let form = ticket_pool::domain::person::PersonForm { email: email.into(), ..twin.clone() };
            person::add(&town.site, &town.dana, &form).await.unwrap();
        }
        let mut asha = town.browser_of(&town.asha).await;
        for (typed, finds) in [
            ("olga%40example.org", true),
            ("%20OLGA%40Example.org%20", true),
            ("Olga", true),
            ("%20Olga%20", true),
            ("Olg", false),
            ("olga%40example.or", false),
            ("%25", false),
            ("Olga%25", false),
            ("Olga%20Twin", false),
            ("_lga", false),
            ("", false),
        ] {
            let page = asha.get(&format!("/events/{number}/request-for?q={typed}")).await;
            assert_eq!(leads_to(&page, number, &town.olga), finds, "{typed}");
            let others = page.body.matches(&format!("/events/{number}/request-for/")).count();
            assert!(others <= 1, "{typed}: {others}");
        }
        // Found, she is asked for; what was typed goes along.
        let (event, olga) = (number.to_string(), town.olga.person.to_string());
        let page = asha.get(&format!("/events/{number}/request-for/{olga}?q=Olga")).await;
        assert_eq!((page.status, page.count("input[name='sought'][value='Olga']")), (StatusCode::OK, 1));
        let form = [("event", &*event), ("person", &*olga), ("sought", "Olga"), ("version", "0"), ("tiers[]", "1")];
        assert_eq!(asha.post("/api/request/save", &form).await.location(), format!("/events/{number}/request-for"));
        // Wrong numbers lead back to the page where she is named.
        let wrong = [("event", &*event), ("person", &*olga), ("sought", "Olga"), ("version", "1"), ("tiers[]", "99")];
        let back = asha.post("/api/request/save", &wrong).await;
        assert!(back.location().starts_with(&format!("/events/{number}/request-for/{olga}?q=Olga&draft=")), "{back:?}");
        assert_eq!(asha.get(back.location()).await.status, StatusCode::OK);
    }

    async fn counting_up_ids_finds_nobody(town: Town) {
        let (town, number) = ashas(&town).await;
        let (event, mut asha) = (number.to_string(), town.browser_of(&town.asha).await);
        let nobody = Refusal::field("person", Problem::NoSuchPerson);
        for who in [&town.dana, &town.otto, &town.olga] {
            let id = who.person.to_string();
            for page in [format!("/events/{number}/request-for/{id}"), format!("/events/{number}/request-for/{id}?q={id}")] {
                let answer = asha.get(&page).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
                assert!(!answer.text().contains(&who.name), "{page}");
            }
            for sought in ["", "x", "bram@example.org", &*id] {
                let form = [("event", &*event), ("person", &*id), ("sought", sought), ("version", "0"), ("tiers[]", "1")];
                assert_eq!(refused(&town, &mut asha, "/api/request/save", &form).await, nobody, "{sought}");
            }
            for path in ["/api/event/organizers/add", "/api/event/organizers/hand-over"] {
                let form = [("event", &*event), ("person", &*id)];
                assert_eq!(refused(&town, &mut asha, path, &form).await, nobody, "{path}");
            }
        }
        // Named exactly, she runs it too; of those who run it the buttons send ids.
        let add = [("event", &*event), ("person", "olga@example.org")];
        assert_eq!(asha.post("/api/event/organizers/add", &add).await.location(), format!("/events/{number}/organizers"));
        let olga = town.olga.person.to_string();
        let form = [("event", &*event), ("person", &*olga)];
        assert_eq!(asha.post("/api/event/organizers/hand-over", &form).await.location(), format!("/events/{number}"));
    }

    async fn organizers_choose_from_the_list_as_before(town: Town) {
        let (town, _) = ashas(&town).await;
        let number = town.closed_match().await;
        let mut otto = town.browser_of(&town.otto).await;
        let page = otto.get(&format!("/events/{number}/request-for")).await;
        assert!(page.text().contains("dana@example.org") && leads_to(&page, number, &town.dana));
        let page = otto.get(&format!("/events/{number}/organizers")).await;
        assert_eq!(page.count("select#person option"), 5, "to choose, Dana, Olga, Asha and Bram");
        assert!(otto.get(&format!("/events/{number}/results.csv")).await.body.contains("bram@example.org"));
    }
}
