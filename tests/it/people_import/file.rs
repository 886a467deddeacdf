//! Everyone as a file, the lists of the page, and the way back in.

use axum::http::StatusCode;
use ticket_pool::{
    domain::person::{PersonForm, Role},
    server::services::person,
};

use crate::harness::{Answer, person_form};

/// The rows of a file, its header first.
fn rows(file: &Answer) -> Vec<Vec<String>> {
    let text = file.body.strip_prefix('\u{feff}').expect("a mark that spreadsheets know");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The names in a file.
fn names(file: &Answer) -> Vec<String> {
    rows(file).into_iter().skip(1).map(|row| row[0].clone()).collect()
}

both! {
    async fn the_file_holds_everyone_with_role_and_access(town: Town) {
        town.change(&town.bram, Role::Member, false).await;
        let mut dana = town.browser_of(&town.dana).await;
        let file = dana.get("/admin/people.csv").await;
        assert_eq!(file.status, StatusCode::OK);
        assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
        assert_eq!(file.headers["content-disposition"], "attachment; filename=\"people.csv\"");
        assert_eq!(file.headers["cache-control"], "no-store");
        let rows = rows(&file);
        assert_eq!(rows[0], ["name", "email", "role", "active"]);
        assert_eq!(rows[1], ["Asha", "asha@example.org", "member", "yes"]);
        assert_eq!(rows[2], ["Bram", "bram@example.org", "member", "no"]);
        assert_eq!(rows[3], ["Dana", "dana@example.org", "admin", "yes"]);
        assert_eq!(rows.len(), 6);
    }

    async fn page_and_file_show_the_same_list(town: Town) {
        town.change(&town.bram, Role::Organizer, false).await;
        let mut dana = town.browser_of(&town.dana).await;
        for (query, expected) in [
            ("", &["Asha", "Bram", "Dana", "Olga", "Otto"][..]),
            ("?show=admin", &["Dana"]),
            ("?show=organizer", &["Bram", "Olga", "Otto"]),
            ("?show=member", &["Asha"]),
            ("?show=inactive", &["Bram"]),
            ("?show=nonsense", &["Asha", "Bram", "Dana", "Olga", "Otto"]),
            ("?q=ol&show=organizer", &["Olga"]),
            ("?q=ol&show=member", &[]),
            ("?q=%25", &[]),
        ] {
            assert_eq!(names(&dana.get(&format!("/admin/people.csv{query}")).await), expected, "{query}");
            let page = dana.get(&format!("/admin/people{query}")).await;
            assert_eq!(page.count("ul.people li"), expected.len(), "{query}");
            assert_eq!(page.count(".tabs:not(.sections) a"), 5);
            assert_eq!(page.count(".tabs:not(.sections) a[aria-current=page]"), 1, "{query}");
        }
        let page = dana.get("/admin/people?q=ol&show=organizer").await;
        assert_eq!(page.count("a[href='/admin/people.csv?q=ol&show=organizer']"), 1, "the file is the same list");
        assert_eq!(page.count(".tabs:not(.sections) a[href='/admin/people?q=ol']"), 1, "another list keeps the search");
        assert_eq!(page.count("input[type=hidden][name=show][value=organizer]"), 1, "another search keeps the list");
    }

    async fn the_file_is_for_admins_only(town: Town) {
        for who in [&town.asha, &town.otto] {
            let answer = town.browser_of(who).await.get("/admin/people.csv").await;
            assert_eq!(answer.location(), "/problem/forbidden", "{}", who.name);
        }
        let answer = town.browser().get("/admin/people.csv").await;
        assert!(answer.location().starts_with("/sign-in?"), "{}", answer.location());
    }

    async fn a_file_that_is_brought_back_finds_everyone_unchanged(town: Town) {
        let odd = ["=SUM(1)", "'=SUM(1)", "\"Bram\", \u{5e9}\u{5dc} 🎟; x", "''+44"];
        for (who, name) in [&town.asha, &town.bram, &town.olga, &town.otto].into_iter().zip(odd) {
            person::rename(&town.site, who, name).await.unwrap();
        }
        let plus = PersonForm { email: "+plus@example.org".into(), ..person_form("Plus", Role::Organizer) };
        person::add(&town.site, &town.dana, &plus).await.unwrap();
        let file = town.browser_of(&town.dana).await.get("/admin/people.csv").await;
        assert!(file.body.contains("'=SUM(1)") && file.body.contains("'+plus@example.org"), "{}", file.body);
        // As it is, and as a spreadsheet gives it back by copy and paste.
        let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let pasted = rows(&file).iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t") + "\r\n").collect();
        for text in [file.body, pasted] {
            let plan = town.plan(&text).await;
            assert_eq!((plan.unchanged, plan.new.len(), plan.changed.len(), plan.wrong.len()), (6, 0, 0, 0), "{text}");
            assert_eq!(plan.ignored, Vec::<String>::new());
        }
    }
}
