//! All events of 24 months as a file for spreadsheets.

use axum::http::StatusCode;
use ticket_pool::{domain::event::EventForm, server::services::event};

use super::many;
use crate::harness::{Answer, event_form};

/// The rows of a file without its header.
fn rows(file: &Answer) -> Vec<Vec<String>> {
    let text = file.body.strip_prefix('\u{feff}').expect("a mark that spreadsheets know");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = [
        "Date",
        "Event",
        "Season",
        "Status",
        "Tickets",
        "People",
        "Requested",
        "Assigned",
        "Your request",
        "Your result",
    ];
    assert_eq!(reader.headers().unwrap(), header.as_slice());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

both! {
    async fn the_file_says_what_the_page_says_and_no_more(town: Town) {
        town.finalized_match().await;
        let drafted = town.closed_match().await;
        town.give(drafted, &[(&town.asha, Some(4)), (&town.bram, Some(1))]).await.unwrap();
        let form = EventForm { shows_before: "own".into(), ..event_form("Board dinner") };
        let own = event::create(&town.site, &town.otto, &form).await.unwrap();
        town.ask(own, &town.bram, &[1]).await.unwrap();
        let file = town.browser_of(&town.asha).await.get("/events.csv").await;
        assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
        assert_eq!(file.headers["content-disposition"], "attachment; filename=\"events.csv\"");
        assert_eq!(file.headers["cache-control"], "no-store");
        let ashas = [
            ["2026-12-06", "Board dinner", "General", "Open", "5", "", "", "", "", ""],
            ["2026-12-06", "Rovers v United", "General", "Closed", "5", "2", "7", "", "4, or 2", ""],
            ["2026-12-06", "Rovers v United", "General", "Final", "5", "2", "7", "5", "4, or 2", "2"],
        ];
        assert_eq!(rows(&file), ashas);
        let ottos = rows(&town.browser_of(&town.otto).await.get("/events.csv").await);
        assert_eq!(ottos[0][5..], ["1", "1", "0", "", ""], "whoever runs it sees its numbers");
        assert_eq!(ottos[1][7], "5", "and the draft");
    }

    async fn no_cell_of_it_is_run_as_a_formula(town: Town) {
        for name in ["=HYPERLINK(\"https://evil.example\")", "+1", "-2+3", "@SUM(A1)"] {
            let form = EventForm { new_season: name.into(), ..event_form(name) };
            event::create(&town.site, &town.otto, &form).await.unwrap();
        }
        let rows = rows(&town.browser_of(&town.asha).await.get("/events.csv").await);
        assert_eq!(rows.len(), 4);
        for row in rows {
            assert!(row[1].starts_with('\'') && row[2].starts_with('\''), "{row:?}");
            for cell in row {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            }
        }
    }

    async fn the_file_holds_every_page_and_is_for_the_signed_in(town: Town) {
        many(&town, 300, "finalized", &[&town.asha]).await;
        let mut asha = town.browser_of(&town.asha).await;
        assert_eq!(asha.get("/events").await.count("a[href='/events.csv'][download]"), 1);
        assert_eq!(rows(&asha.get("/events.csv").await).len(), 300);
        let nobody = town.browser().get("/events.csv").await;
        assert_eq!((nobody.status, nobody.location()), (StatusCode::SEE_OTHER, "/sign-in?next=%2Fevents.csv"));
    }
}
