//! The mail queue by state, in words.

use super::{BUDGET, attributes, texts, weight};
use crate::harness::Town;
use ticket_pool::domain::ids::EventId;

/// So many results to Asha, each in this state.
async fn results(town: &Town, event: EventId, count: u32, status: &str) {
    let now = "'2026-11-22 12:00:00+00:00'";
    let sql = format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) \
         INSERT INTO outbox (kind, dedupe_key, user_id, event_id, payload, status, created_at, due_at) \
         SELECT 'result', '{status}:' || i, {}, {event}, '{{}}', '{status}', {now}, {now} FROM n",
        town.asha.person
    );
    town.force(&sql).await.unwrap();
}

both! {
    async fn each_tab_holds_the_messages_of_its_state_the_latest_first(town: Town) {
        let number = town.match_day().await;
        town.force("UPDATE outbox SET status = 'sent'").await.unwrap();
        for (count, status) in [(2, "failed"), (1, "waiting"), (1, "sending"), (3, "skipped")] {
            results(&town, number, count, status).await;
        }
        let mut dana = town.browser_of(&town.dana).await;
        for (query, current, states) in [
            ("?show=failed", "Failed 2", vec!["failed"; 2]),
            ("?show=waiting", "Waiting 2", vec!["sending", "waiting"]),
            ("?show=sent", "Sent 4", vec!["sent"; 4]),
        ] {
            let page = dana.get(&format!("/admin/mail{query}")).await;
            assert_eq!(texts(&page, ".tabs a"), ["All 11", "Failed 2", "Waiting 2", "Sent 4"], "{query}");
            assert_eq!(texts(&page, ".tabs a[aria-current=page]"), [current]);
            assert_eq!(texts(&page, "td[data-label=State]"), states, "{query}");
        }
        let all = ["not sent", "not sent", "not sent", "sending", "waiting", "failed", "failed"];
        for query in ["", "?show=all", "?show=skipped", "?show=%3Cscript%3E"] {
            let page = dana.get(&format!("/admin/mail{query}")).await;
            assert_eq!(texts(&page, ".tabs a[aria-current=page]"), ["All 11"], "{query}");
            assert_eq!(texts(&page, "td[data-label=State]")[..7], all, "{query}");
        }
        let page = dana.get("/admin/mail").await;
        assert_eq!(texts(&page, "td[data-label=What]")[0], "Result: Rovers v United");
        assert_eq!(texts(&page, "td[data-label=What]")[10], "Welcome email");
        let states = ["all", "failed", "waiting", "sent"].map(|state| format!("/admin/mail?show={state}"));
        assert_eq!(attributes(&page, ".tabs a", "href"), states);
    }

    async fn an_empty_tab_says_so(town: Town) {
        town.force("DELETE FROM outbox").await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        for show in ["all", "failed", "waiting", "sent"] {
            let page = dana.get(&format!("/admin/mail?show={show}")).await;
            let seen = (page.count(".empty"), page.count("table"));
            assert_eq!(seen, (1, 0), "{show}: {:?}", texts(&page, ".tabs a"));
        }
    }

    async fn two_hundred_are_shown_and_the_rest_is_counted(town: Town) {
        let number = town.match_day().await;
        results(&town, number, 300, "failed").await;
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin/mail?show=failed").await;
        assert_eq!((page.count("tbody tr"), page.count("tbody form")), (200, 200));
        assert!(page.text().contains("The latest 200 of 300 emails are shown."));
        let bytes = weight(&dana, "/admin/mail?show=failed").await;
        assert!(bytes <= BUDGET, "{bytes}");
        assert!(!dana.get("/admin/mail?show=waiting").await.text().contains("are shown."));
    }
}
