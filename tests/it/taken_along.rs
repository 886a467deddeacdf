//! Tables taken along: CSV with commas, CSV with semicolons, workbooks.

use std::{io::Cursor, net::SocketAddr};

use axum::{
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Method, StatusCode, header},
    response::Response,
};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use chrono::{NaiveDate, NaiveDateTime};
use scraper::{Html, Selector};
use ticket_pool::{
    domain::{event::EventForm, person::Role},
    server::services::{event, person},
};
use tower::ServiceExt;

use crate::harness::{Browser, Town, event_form, person_form};

/// What the formats are called.
const WORDS: [&str; 3] = ["CSV", "CSV for European Excel (semicolons)", "Excel (.xlsx)"];

/// The four tables, as their CSV.
fn tables(number: impl std::fmt::Display) -> [String; 4] {
    ["/events.csv", "/admin/people.csv", "/admin/audit.csv"]
        .map(str::to_owned)
        .into_iter()
        .chain([format!("/events/{number}/results.csv")])
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

/// A file as it comes, which need not be text.
async fn file(browser: &Browser, town: &Town, path: &str) -> Response {
    let mut request = browser.request(Method::GET, path).body(Body::empty()).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 40_000))));
    town.router().oneshot(request).await.unwrap()
}

async fn bytes(browser: &Browser, town: &Town, path: &str) -> Vec<u8> {
    let answer = file(browser, town, path).await;
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()
}

/// The rows of a workbook, its titles first.
async fn workbook(browser: &Browser, town: &Town, path: &str) -> Vec<Vec<Data>> {
    let file = bytes(browser, town, path).await;
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(file)).unwrap();
    assert_eq!(book.sheet_names().len(), 1);
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    assert!(book.worksheet_formula(&book.sheet_names()[0].clone()).unwrap().is_empty(), "no cell is a formula");
    sheet.rows().map(<[Data]>::to_vec).collect()
}

/// The cells of a CSV file, its titles first.
fn cells(text: &str, separator: u8) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a mark that spreadsheets know");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "every line ends as RFC 4180 says");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(separator).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn text(cell: &Data) -> &str {
    if let Data::String(text) = cell { text } else { panic!("{cell:?} is no text") }
}

both! {
    async fn every_table_is_the_same_in_every_format(town: Town) {
        let number = town.finalized_match().await;
        let mut dana = town.browser_of(&town.dana).await;
        for path in tables(number) {
            let commas = dana.get(&path).await;
            let semicolons = dana.get(&format!("{path}?separator=semicolon")).await;
            let rows = cells(&commas.body, b',');
            assert!(rows.len() > 1 && rows[0].len() > 3, "{path}");
            assert_eq!(cells(&semicolons.body, b';'), rows, "{path}");
            for csv in [&commas, &semicolons] {
                assert_eq!(csv.headers["content-type"], "text/csv; charset=utf-8");
                assert!(csv.headers["content-disposition"].to_str().unwrap().ends_with(".csv\""));
            }
            let path = path.replace(".csv", ".xlsx");
            let book = workbook(&dana, &town, &path).await;
            assert_eq!(book.len(), rows.len(), "{path}");
            assert_eq!(book[0].iter().map(text).collect::<Vec<_>>(), rows[0], "{path}");
            for (cells, row) in book.iter().zip(&rows) {
                for (cell, text) in cells.iter().zip(row) {
                    match cell {
                        Data::DateTime(at) => assert!(text.starts_with(&at.as_datetime().unwrap().format("%Y-%m-%d").to_string())),
                        Data::Float(number) => assert_eq!(&number.to_string(), text, "{path}"),
                        cell => assert_eq!(&cell.to_string(), text, "{path}"),
                    }
                }
            }
            let answer = file(&dana, &town, &path).await;
            assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            assert!(answer.headers()[header::CONTENT_DISPOSITION].to_str().unwrap().ends_with(".xlsx\""));
            assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-store");
        }
    }

    async fn in_a_workbook_dates_are_dates_numbers_numbers_and_text_is_text(town: Town) {
        for name in ["=HYPERLINK(\"https://evil.example\")", "+1", "-2+3", "@SUM(A1)", "https://evil.example", "007"] {
            event::create(&town.site, &town.otto, &EventForm { new_season: name.into(), ..event_form(name) }).await.unwrap();
            let form = person_form(name, Role::Member);
            let form = ticket_pool::domain::person::PersonForm { email: format!("p{}@example.org", town.count("users", "1 = 1").await), ..form };
            person::add(&town.site, &town.dana, &form).await.unwrap();
        }
        let dana = town.browser_of(&town.dana).await;
        let events = workbook(&dana, &town, "/events.xlsx").await;
        assert_eq!(events.len(), 7);
        for row in &events[1..] {
            let Data::DateTime(day) = row[0] else { panic!("{:?} is no date", row[0]) };
            assert_eq!(day.as_datetime().unwrap().date(), NaiveDate::from_ymd_opt(2026, 12, 6).unwrap());
            assert_eq!(row[4], Data::Float(5.0), "tickets");
            assert_eq!(text(&row[1]), text(&row[2]), "as it was typed, and no guard before it");
        }
        let mut names: Vec<&str> = events[1..].iter().map(|row| text(&row[1])).collect();
        names.sort_unstable();
        assert_eq!(names, ["+1", "-2+3", "007", "=HYPERLINK(\"https://evil.example\")", "@SUM(A1)", "https://evil.example"]);
        let people = workbook(&dana, &town, "/admin/people.xlsx").await;
        assert_eq!(people.iter().flatten().filter(|cell| matches!(cell, Data::String(_))).count(), people.len() * 4);
        let log = workbook(&dana, &town, "/admin/audit.xlsx?kind=event").await;
        assert!(matches!(log[1][0], Data::Float(_)));
        let Data::DateTime(at) = log[1][1] else { panic!("{:?} is no time", log[1][1]) };
        assert_eq!(at.as_datetime().unwrap(), "2026-11-22T12:00:00".parse::<NaiveDateTime>().unwrap());
    }

    async fn the_titles_of_a_workbook_are_bold_and_stay_in_sight(town: Town) {
        town.match_day().await;
        let dana = town.browser_of(&town.dana).await;
        let file = bytes(&dana, &town, "/events.xlsx").await;
        let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
        let mut part = |name: &str| std::io::read_to_string(zip.by_name(name).unwrap()).unwrap();
        let sheet = part("xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"), "{sheet}");
        assert!(sheet.contains("<cols>") && sheet.contains("customWidth"), "{sheet}");
        assert!(part("xl/styles.xml").contains("<b/>"));
        assert!(part("docProps/core.xml").contains("2026-11-22T12:00:00Z"), "it says no other time than the site's");
    }

    async fn the_format_that_was_taken_last_comes_first(town: Town) {
        let number = town.finalized_match().await;
        let mut dana = town.browser_of(&town.dana).await;
        let pages = ["/events".to_owned(), "/admin/people".into(), "/admin/audit".into(), format!("/events/{number}/results")];
        for (path, set, first) in [
            ("/events.csv", false, 0),
            ("/events.csv?separator=semicolon", true, 1),
            ("/admin/people.csv?separator=semicolon", false, 1),
            ("/events.xlsx", true, 2),
            ("/events.csv", true, 0),
        ] {
            let taken = file(&dana, &town, path).await;
            let cookie = taken.headers().get(header::SET_COOKIE).map(|cookie| cookie.to_str().unwrap().to_owned());
            assert_eq!(cookie.is_some(), set, "{path}");
            if let Some(cookie) = cookie {
                let cookie = cookie::Cookie::parse(cookie).unwrap();
                dana.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
            for page in &pages {
                let page = dana.get(page).await;
                let html = Html::parse_document(&page.body);
                let links = Selector::parse("a[download]").unwrap();
                let shown: String = html.select(&links).next().unwrap().text().collect();
                assert_eq!(shown, WORDS[first]);
                assert_eq!(page.count("a[download]"), 3);
            }
        }
    }

    async fn what_a_table_is_refused_for_it_is_refused_in_every_format(town: Town) {
        let number = town.finalized_match().await;
        for path in tables(number) {
            let book = path.replace(".csv", ".xlsx");
            for path in [book, format!("{path}?separator=semicolon")] {
                let nobody = town.browser().get(&path).await;
                assert!(nobody.location().starts_with("/sign-in?next="), "{path}");
                if !path.starts_with("/events.") {
                    assert_eq!(town.browser_of(&town.asha).await.get(&path).await.location(), "/problem/forbidden", "{path}");
                }
            }
        }
        let answer = town.browser_of(&town.dana).await.get("/admin/audit.xlsx?kind=nonsense").await;
        assert_eq!(answer.location(), "/admin/audit?kind=nonsense");
    }

    async fn a_file_with_semicolons_finds_everyone_unchanged(town: Town) {
        person::rename(&town.site, &town.asha, "=SUM(1); x, \"y\"").await.unwrap();
        let file = town.browser_of(&town.dana).await.get("/admin/people.csv?separator=semicolon").await;
        let plan = town.plan(&file.body).await;
        assert_eq!((plan.unchanged, plan.new.len(), plan.changed.len(), plan.wrong.len()), (5, 0, 0, 0), "{}", file.body);
    }
}
