//! The log as a file for spreadsheets.

use axum::http::StatusCode;
use ticket_pool::server::services::{event, person};

use super::page::deeds;
use crate::harness::{Answer, event_form};

/// The rows of a file, its header first.
fn rows(file: &Answer) -> Vec<Vec<String>> {
    let text = file.body.strip_prefix('\u{feff}').expect("a mark that spreadsheets know");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

both! {
    async fn the_file_has_the_rows_of_the_page(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let number = town.match_day().await;
        event::close(&town.site, &town.otto, number).await.unwrap();
        for query in ["", "?kind=event", "?kind=person&person=asha@example.org", "?kind=mail", "?from=2026-11-23"] {
            let page = dana.get(&format!("/admin/audit{query}")).await;
            let file = dana.get(&format!("/admin/audit.csv{query}")).await;
            assert_eq!(file.status, StatusCode::OK, "{query}");
            assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
            assert_eq!(file.headers["content-disposition"], "attachment; filename=\"audit.csv\"");
            assert_eq!(file.headers["cache-control"], "no-store");
            let rows = rows(&file);
            let header = ["Number", "Time (UTC)", "What", "Action", "By", "From", "Person", "Event", "Details"];
            assert_eq!(rows[0], header, "{query}");
            let what: Vec<String> = rows[1..].iter().map(|row| row[2].clone()).collect();
            assert_eq!(what, deeds(&page), "{query}");
        }
        let file = dana.get("/admin/audit.csv?kind=event").await;
        let [_, closed, created]: [Vec<String>; 3] = rows(&file).try_into().unwrap();
        let event = format!("{number} Rovers v United");
        let expected = ["2026-11-22 12:00:00", "Closed requests", "event.close", "Otto", "", "", event.as_str()];
        assert_eq!(closed[1..8], expected);
        assert_eq!(created[8], "{\"tickets\":5}");
        let file = dana.get("/admin/audit.csv?kind=session").await;
        assert_eq!(rows(&file)[1][2..7], ["Signed in", "session.start", "Dana", "192.0.2.1", "Dana"]);
    }

    async fn no_cell_is_run_as_a_formula(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        for (who, name) in [(&town.asha, "=1+1"), (&town.bram, "@SUM(A1)"), (&town.olga, "+1"), (&town.otto, "-2+3")] {
            person::rename(&town.site, who, name).await.unwrap();
        }
        event::create(&town.site, &town.otto, &event_form("=HYPERLINK(\"https://evil.example\")")).await.unwrap();
        let file = dana.get("/admin/audit.csv").await;
        let rows = rows(&file);
        for row in &rows {
            for cell in row {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            }
        }
        let by: Vec<&str> = rows[1..6].iter().map(|row| row[4].as_str()).collect();
        assert_eq!(by, ["'-2+3", "'-2+3", "'+1", "'@SUM(A1)", "'=1+1"]);
        assert!(dana.get("/admin/audit").await.text().contains("=1+1"), "the page shows it as it is");
    }

    async fn a_file_that_cannot_be_made_leads_back_to_the_page(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        for query in ["kind=nonsense", "person=nowhere", "event=x", "from=x", "until=x"] {
            let answer = dana.get(&format!("/admin/audit.csv?{query}")).await;
            let page = format!("/admin/audit?{query}");
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, &*page), "{query}");
            assert_eq!(dana.get(&page).await.count(".error"), 1, "the page names the field: {query}");
        }
    }
}
