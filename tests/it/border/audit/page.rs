//! The page of the log: narrowed down, leafed through, refused.

use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use scraper::{Html, Selector};
use serde_json::json;
use ticket_pool::{
    domain::deed::Deed,
    server::{
        db::audit::{self, Entry},
        services::event,
    },
};

use crate::harness::{Answer, Town, event_form};

/// The cells of a column of the log, from top to bottom.
pub fn column(page: &Answer, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let cells = Selector::parse(&format!("tbody tr {selector}")).unwrap();
    html.select(&cells).map(|cell| cell.text().collect::<String>()).collect()
}

/// What was done, from top to bottom.
pub fn deeds(page: &Answer) -> Vec<String> {
    column(page, "th")
}

/// Notes this many entries at an instant, each with its number among them.
async fn note_many(town: &Town, at: DateTime<Utc>, count: u32) {
    let tx = town.site.db.write_tx().await.unwrap();
    for place in 0..count {
        let entry = Entry::of(Deed::EventEdit).with(json!({ "place": place }));
        audit::note(&tx, at, entry).await.unwrap();
    }
    tx.commit().await.unwrap();
}

both! {
    async fn the_log_is_narrowed_down_by_kind_person_event_and_day(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let (first, second) = (town.match_day().await, town.match_day().await);
        event::close(&town.site, &town.otto, first).await.unwrap();
        town.wait(TimeDelta::days(2));
        event::close(&town.site, &town.otto, second).await.unwrap();
        event::open_again(&town.site, &town.otto, second).await.unwrap();
        let later = ["Reopened requests", "Closed requests"];
        let earlier = ["Closed requests", "Created an event", "Created an event"];
        for (query, expected) in [
            ("kind=event", [&later[..], &earlier].concat()),
            (&*format!("event={second}"), vec!["Reopened requests", "Closed requests", "Created an event"]),
            (&*format!("event={first}&kind=event"), vec!["Closed requests", "Created an event"]),
            ("kind=session", vec!["Signed in"]),
            ("kind=mail", vec![]),
            ("person=asha@example.org", vec!["Added a person"]),
            ("person=ASHA@example.org&kind=person", vec!["Added a person"]),
            ("person=asha@example.org&kind=event", vec![]),
            ("kind=event&from=2026-11-24", later.to_vec()),
            ("kind=event&from=2026-11-23&until=2026-11-23", vec![]),
            ("kind=event&until=2026-11-22", earlier.to_vec()),
            ("kind=event&from=2026-11-22&until=2026-11-24&event=4711", vec![]),
        ] {
            let page = dana.get(&format!("/admin/audit?{query}")).await;
            assert_eq!((page.status, page.count(".error")), (StatusCode::OK, 0), "{query}");
            assert_eq!(deeds(&page), expected, "{query}");
        }
        let page = dana.get("/admin/audit?person=otto@example.org&kind=event").await;
        assert_eq!(deeds(&page).len(), 5, "who did it");
        let by = column(&page, "td[data-label=By]");
        assert!(by.iter().all(|by| by == "Otto"), "{by:?}");
        let page = dana.get("/admin/audit?kind=session").await;
        assert_eq!(column(&page, "td[data-label=By]"), ["Dana192.0.2.1"], "from where");
    }

    async fn a_day_is_a_day_of_the_sites_zone(town: Town) {
        let town = town.with_settings(&[("TIME_ZONE", "Pacific/Auckland")]);
        let mut dana = town.browser_of(&town.dana).await;
        for (day, time) in [(14, "10:59:59.999"), (14, "11:00:00"), (15, "10:59:59.999"), (15, "11:00:00")] {
            note_many(&town, format!("2027-01-{day}T{time}Z").parse().unwrap(), 1).await;
        }
        for (query, count) in [
            ("from=2027-01-15&until=2027-01-15", 2),
            ("kind=event&until=2027-01-14", 1),
            ("kind=event&from=2027-01-15", 3),
            ("from=2027-01-16", 1),
            ("from=2027-01-17", 0),
        ] {
            assert_eq!(deeds(&dana.get(&format!("/admin/audit?{query}")).await).len(), count, "{query}");
        }
    }

    async fn more_than_a_hundred_entries_are_leafed_through(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        note_many(&town, town.now(), 250).await;
        let mut path = "/admin/audit?kind=event".to_owned();
        let mut seen: Vec<u32> = Vec::new();
        for (rows, older) in [(100, 1), (100, 1), (50, 0)] {
            let page = dana.get(&path).await;
            let places = column(&page, "td[data-label=Details]");
            assert_eq!((places.len(), page.count("a[href*='before=']")), (rows, older), "{path}");
            let digits = |place: &String| place.chars().filter(char::is_ascii_digit).collect::<String>();
            seen.extend(places.iter().map(|place| digits(place).parse::<u32>().unwrap()));
            if older == 1 {
                path = older_page(&page);
                assert!(path.starts_with("/admin/audit?kind=event&before="), "{path}");
            }
        }
        assert!(seen.into_iter().eq((0..250).rev()), "the latest first, none twice, none left out");
    }

    async fn what_cannot_be_looked_for_is_named_and_nothing_is_shown(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let kinds = "session, sign-in, person, event, season, request, allocation, draw, after, mail, import";
        for (field, value, says) in [
            ("kind", "persons", format!("“persons” isn’t an option. Choose one of: {kinds}.")),
            ("kind", "<script>alert(1)</script>", format!("“<script>alert(1)</script>” isn’t an option. Choose one of: {kinds}.")),
            ("person", "nowhere", "“nowhere” isn’t a valid email address. It should look like name@example.com.".into()),
            ("person", "eve@example.org", "No one here has the email address eve@example.org.".into()),
            ("event", "x", "“x” isn’t a whole number.".into()),
            ("event", "0", "Enter a number from 1 to 1,000,000,000, not 0.".into()),
            ("event", "-1", "Enter a number from 1 to 1,000,000,000, not -1.".into()),
            ("event", "1000000001", "Enter a number from 1 to 1,000,000,000, not 1000000001.".into()),
            ("from", "2026-02-30", "“2026-02-30” isn’t a date. Use this format: 2026-12-06.".into()),
            ("from", "yesterday", "“yesterday” isn’t a date. Use this format: 2026-12-06.".into()),
            ("until", "22.11.2026", "“22.11.2026” isn’t a date. Use this format: 2026-12-06.".into()),
            ("until", "2200-01-01", "“2200-01-01” isn’t a date. Use this format: 2026-12-06.".into()),
            ("from", "+2026-01-01", "“+2026-01-01” isn’t a date. Use this format: 2026-12-06.".into()),
            ("until", "99999-01-01", "“99999-01-01” isn’t a date. Use this format: 2026-12-06.".into()),
        ] {
            let query = serde_urlencoded::to_string([(field, value)]).unwrap();
            let page = dana.get(&format!("/admin/audit?{query}")).await;
            let wrong = column_of_errors(&page);
            assert_eq!(wrong, [(format!("{field}-error"), says)], "{field}={value}");
            assert_eq!((page.count("tbody tr"), page.count(".empty")), (0, 0), "nothing was looked for: {field}={value}");
            assert_eq!(page.count("a[download]"), 0, "{field}={value}");
            assert!(!page.body.contains("<script>alert"), "{field}={value}");
            if field != "kind" {
                assert!(page.text().lines().any(|line| line == value), "{value} still stands in its field");
            }
        }
        for (before, rows) in [("x", 7), ("99999999999", 7), ("0", 0), ("-1", 0)] {
            let page = dana.get(&format!("/admin/audit?before={before}")).await;
            assert_eq!((page.status, page.count("tbody tr")), (StatusCode::OK, rows), "{before}");
        }
        let page = dana.get("/admin/audit?kind=&person=&event=&from=&until=&before=").await;
        assert!(page.count("tbody tr") >= 6, "empty fields narrow nothing down");
    }

    async fn the_log_is_for_admins(town: Town) {
        for who in [&town.asha, &town.otto] {
            let mut browser = town.browser_of(who).await;
            for query in ["", "?kind=event", "?kind=nonsense"] {
                let page = browser.get(&format!("/admin/audit{query}")).await;
                assert_eq!((page.status, page.count("tbody tr")), (StatusCode::FORBIDDEN, 0), "{} {query}", who.name);
                let file = browser.get(&format!("/admin/audit.csv{query}")).await;
                let told = (file.status, file.location(), file.body.as_str());
                assert_eq!(told, (StatusCode::SEE_OTHER, "/problem/forbidden", ""), "{} {query}", who.name);
            }
        }
        let mut nobody = town.browser();
        assert_eq!(nobody.get("/admin/audit").await.location(), "/sign-in?next=%2Fadmin%2Faudit");
        assert_eq!(nobody.get("/admin/audit.csv").await.location(), "/sign-in?next=%2Fadmin%2Faudit.csv");
    }

    async fn reading_the_log_is_not_noted_and_names_are_those_of_today(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        event::create(&town.site, &town.otto, &event_form("Cup tie")).await.unwrap();
        let before = town.count("audit_log", "1 = 1").await;
        dana.get("/admin/audit").await;
        dana.get("/admin/audit.csv").await;
        assert_eq!(town.count("audit_log", "1 = 1").await, before);
        town.force(&format!("UPDATE users SET name = 'Ottokar' WHERE id = {}", town.otto.person)).await.unwrap();
        let page = dana.get("/admin/audit?kind=event").await;
        assert_eq!(column(&page, "td[data-label=By]"), ["Ottokar"]);
        assert_eq!(column(&page, "td[data-label=Subject]"), ["Cup tie"]);
    }
}

/// Where "Older" leads.
fn older_page(page: &Answer) -> String {
    let html = Html::parse_document(&page.body);
    let older = Selector::parse("a[href*='before=']").unwrap();
    html.select(&older).next().unwrap().value().attr("href").unwrap().to_owned()
}

/// Every reason beside a field: the id it stands under, and what it says.
fn column_of_errors(page: &Answer) -> Vec<(String, String)> {
    let html = Html::parse_document(&page.body);
    let errors = Selector::parse(".error").unwrap();
    let one = |error: scraper::ElementRef<'_>| {
        (error.value().attr("id").unwrap_or_default().to_owned(), error.text().collect::<String>())
    };
    html.select(&errors).map(one).collect()
}
