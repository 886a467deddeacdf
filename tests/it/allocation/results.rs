use ticket_pool::{
    domain::{
        ids::EventId,
        person::{PersonForm, Role},
    },
    server::services::{allocation, person, request, spreadsheet::Format},
};

use crate::harness::{Town, person_form, wish};

/// Adds someone of any name and lets them ask, with any note.
async fn asks(town: &Town, number: EventId, name: &str, note: &str) {
    let email = format!("p{}@example.org", town.count("users", "1 = 1").await);
    let form = PersonForm { name: name.into(), email, ..person_form("x", Role::Member) };
    let who = person::add(&town.site, &town.dana, &form).await.unwrap();
    let mut wish = wish(&[2, 1], 0);
    wish.note = note.into();
    request::save(&town.site, &town.otto, number, who, &wish).await.unwrap();
}

both! {
    async fn the_result_is_a_file_that_no_spreadsheet_runs(town: Town) {
        let number = town.match_day().await;
        asks(&town, number, "=HYPERLINK(\"http://evil.example\",\"x\")", "+1").await;
        asks(&town, number, "Zoë \"Zed\", Jr.", "two\nlines; and, commas").await;
        asks(&town, number, "@SUM(A1)", "-1").await;
        asks(&town, number, "ליאור 🎟", "\u{202e}gnirts").await;
        ticket_pool::server::services::event::close(&town.site, &town.otto, number).await.unwrap();
        let table = allocation::results_table(&town.site, &town.otto, number).await.unwrap();
        let csv = table.write(Format::Commas, town.site.now()).unwrap();
        assert!(csv.starts_with(&[0xEF, 0xBB, 0xBF]));
        let mut reader = csv::Reader::from_reader(&csv[3..]);
        assert_eq!(reader.headers().unwrap(), ["Name", "Email", "Requested", "Assigned", "Reason", "Note"].as_slice());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 4);
        for row in &rows {
            for cell in row {
                let first = cell.trim_start().chars().next().unwrap_or('x');
                assert!(!"=+-@\t\r".contains(first), "{cell:?}");
            }
        }
        let of = |name: &str| rows.iter().find(|row| row[0].contains(name)).unwrap();
        assert_eq!(&of("Zed")[0], "Zoë \"Zed\", Jr.");
        assert_eq!(&of("Zed")[5], "two\nlines; and, commas");
        assert_eq!(&of("HYPERLINK")[0], "'=HYPERLINK(\"http://evil.example\",\"x\")");
        assert_eq!((&of("SUM")[2], &of("SUM")[3]), ("2, or 1", ""));
        assert_eq!(&of("ליאור")[0], "ליאור 🎟");
    }

    async fn the_file_comes_over_http_to_those_who_run_the_event(town: Town) {
        let number = town.finalized_match().await;
        let path = format!("/events/{number}/results.csv");
        let file = town.browser_of(&town.otto).await.get(&path).await;
        assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
        assert_eq!(file.headers["content-disposition"], format!("attachment; filename=\"tickets-{number}.csv\""));
        assert_eq!(file.headers["cache-control"], "no-store");
        assert!(file.body.contains("Asha,asha@example.org,\"4, or 2\",2,,\r\n"), "{}", file.body);
        assert_eq!(town.browser_of(&town.asha).await.get(&path).await.location(), "/problem/forbidden");
        assert!(town.browser().get(&path).await.location().starts_with("/sign-in?next="));
        for nothing in ["/events/4711/results.csv", "/events/x/results.csv"] {
            assert_eq!(town.browser_of(&town.otto).await.get(nothing).await.location(), "/problem/not-found");
        }
    }

    async fn the_list_for_paper_says_whether_it_is_final(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let mut otto = town.browser_of(&town.otto).await;
        let path = format!("/events/{number}/results");
        assert!(otto.get(&path).await.text().contains("Draft: not final yet"));
        town.finalize(number, allocation::Telling::Nobody).await.unwrap();
        let page = otto.get(&path).await.text();
        assert!(!page.contains("Draft: not final yet") && page.contains("5 of 5 assigned"), "{page}");
    }
}
