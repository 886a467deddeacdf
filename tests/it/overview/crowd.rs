//! Ten thousand people: lists are leafed through or searched, and no page is heavy.

use ticket_pool::server::services::{event, person, request};

use super::{BUDGET, texts, weight};
use crate::harness::{Town, wish};

async fn crowd(town: &Town) {
    let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) \
         INSERT INTO users (public_id, name, email, role, status, version, created_at) \
         SELECT 'many' || i, 'Many' || i, 'many' || i || '@example.org', 'organizer', 'active', 0, \
         '2026-11-22 12:00:00+00:00' FROM n WHERE i > 0 ON CONFLICT DO NOTHING";
    town.force(sql).await.unwrap();
}

both! {
    async fn no_page_is_heavy_with_ten_thousand_people(town: Town) {
        crowd(&town).await;
        let number = town.match_day().await;
        let dana = town.browser_of(&town.dana).await;
        for path in [
            "/admin/people".to_owned(),
            "/admin/people?page=100".to_owned(),
            "/admin/people?page=1000000000".to_owned(),
            "/admin/people?q=many&show=organizer&page=3".to_owned(),
            format!("/events/{number}/request-for"),
            format!("/events/{number}/request-for?q=many"),
            format!("/events/{number}/organizers"),
        ] {
            let bytes = weight(&dana, &path).await;
            assert!(bytes <= BUDGET, "{path}: {bytes}");
        }
    }

    async fn everyone_is_on_one_page_and_one_only(town: Town) {
        crowd(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin/people").await;
        assert_eq!(page.count("ul.people li"), 100);
        assert_eq!(texts(&page, "nav[aria-label=Pages] .num"), ["Page 1 of 101"]);
        let last = dana.get("/admin/people?page=1000000000").await;
        assert_eq!((last.count("ul.people li"), texts(&last, "nav[aria-label=Pages] .num")), (5, vec!["Page 101 of 101".to_owned()]));
        let found = dana.get("/admin/people?q=many777&show=organizer").await;
        assert_eq!(texts(&found, "ul.people b").len(), 11, "777, and 7770 to 7779");
        assert_eq!(found.count("nav[aria-label=Pages]"), 0);
        let second = dana.get("/admin/people?q=many&show=organizer&page=2").await;
        let links = super::attributes(&second, "nav[aria-label=Pages] a", "href");
        assert_eq!(links, ["/admin/people?q=many&show=organizer", "/admin/people?q=many&show=organizer&page=3"]);
        let mut seen = std::collections::HashSet::new();
        for page in [1, 2, 50, 101] {
            let found = person::list(&town.site, &town.dana, ("", ticket_pool::server::db::people::Among::Everybody), page).await;
            for person in found.unwrap().people {
                assert!(seen.insert(person.id), "{}", person.name);
            }
        }
    }

    async fn one_of_ten_thousand_is_found_by_searching(town: Town) {
        crowd(&town).await;
        let number = town.match_day().await;
        let chosen = request::people_to_ask_for(&town.site, &town.dana, number, "").await.unwrap();
        assert_eq!((chosen.people.len(), chosen.more), (100, true));
        let chosen = request::people_to_ask_for(&town.site, &town.dana, number, "MANY777").await.unwrap();
        assert_eq!((chosen.people.len(), chosen.more), (11, false));
        let many = town.actor("Many777").await;
        request::save(&town.site, &town.dana, number, many.person, &wish(&[2], 0)).await.unwrap();
        let chosen = request::people_to_ask_for(&town.site, &town.dana, number, "many777@").await.unwrap();
        let named: Vec<_> = chosen.people.iter().map(|(person, asked)| (person.name.as_str(), *asked)).collect();
        assert_eq!(named, [("Many777", true)]);
        // Too many for a list: named exactly, also by who may list people.
        let (_, _, others) = event::list_organizers(&town.site, &town.dana, number).await.unwrap();
        assert!(others.is_none());
        event::add_organizer(&town.site, &town.dana, number, "many777@example.org").await.unwrap();
        let (_, running, _) = event::list_organizers(&town.site, &town.dana, number).await.unwrap();
        assert!(running.iter().any(|one| one.id == many.person));
    }
}
