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
            ("?show=failed", "Failed 2", vec!["Failed"; 2]),
            ("?show=waiting", "Waiting to send 2", vec!["Sending", "Waiting to send"]),
            ("?show=sent", "Sent 4", vec!["Sent"; 4]),
            ("?show=unsent", "Not sent 3", vec!["Not sent"; 3]),
        ] {
            let page = dana.get(&format!("/admin/mail{query}")).await;
            assert_eq!(texts(&page, ".tabs:not(.sections) a"), ["All 11", "Failed 2", "Waiting to send 2", "Sent 4", "Not sent 3"], "{query}");
            assert_eq!(texts(&page, ".tabs:not(.sections) a[aria-current=page]"), [current]);
            assert_eq!(texts(&page, "td[data-label=Status]"), states, "{query}");
        }
        let all = ["Not sent", "Not sent", "Not sent", "Sending", "Waiting to send", "Failed", "Failed"];
        for query in ["", "?show=all", "?show=skipped", "?show=%3Cscript%3E"] {
            let page = dana.get(&format!("/admin/mail{query}")).await;
            assert_eq!(texts(&page, ".tabs:not(.sections) a[aria-current=page]"), ["All 11"], "{query}");
            assert_eq!(texts(&page, "td[data-label=Status]")[..7], all, "{query}");
        }
        let page = dana.get("/admin/mail").await;
        assert_eq!(texts(&page, "td[data-label=Email]")[0], "Result: Rovers v United");
        assert_eq!(texts(&page, "td[data-label=Email]")[10], "Welcome email");
        let states = ["all", "failed", "waiting", "sent", "unsent"].map(|state| format!("/admin/mail?show={state}"));
        assert_eq!(attributes(&page, ".tabs:not(.sections) a", "href"), states);
    }

    async fn the_page_of_an_event_counts_what_was_only_printed_as_that(town: Town) {
        let number = town.finalized_match().await;
        town.force("UPDATE outbox SET status = 'sent', provider_id = 'console'").await.unwrap();
        let page = town.browser_of(&town.otto).await.get(&format!("/events/{number}")).await;
        let stats = texts(&page, ".stats .stat");
        assert!(stats.contains(&"2Printed, not sent".to_owned()) && stats.contains(&"0Sent".to_owned()), "{stats:?}");
        assert!(page.text().contains("Email is turned off."), "{}", page.text());
    }

    /// Where email is off, what is written is printed where the program runs: nobody read it.
    async fn what_was_only_printed_is_not_among_what_was_sent(town: Town) {
        town.force("UPDATE outbox SET status = 'sent', provider_id = 'console'").await.unwrap();
        town.force("UPDATE outbox SET provider_id = '0100018f' WHERE id = (SELECT MIN(id) FROM outbox)").await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin/mail?show=unsent").await;
        let printed = town.count("outbox", "provider_id = 'console'").await;
        assert!(texts(&page, ".tabs:not(.sections) a").contains(&"Sent 1".to_owned()), "{:?}", texts(&page, ".tabs:not(.sections) a"));
        assert_eq!(texts(&page, ".tabs:not(.sections) a[aria-current=page]"), [format!("Not sent {printed}")]);
        assert!(texts(&page, "td[data-label=Status]").iter().all(|state| state == "Printed, not sent"));
        assert_eq!(texts(&dana.get("/admin/mail?show=sent").await, "td[data-label=Status]"), ["Sent"]);
        let of_asha = dana.get(&format!("/admin/people/{}", town.asha.person)).await;
        assert!(texts(&of_asha, "td[data-label=Status]").contains(&"Printed, not sent".to_owned()));
    }

    async fn an_empty_tab_says_so(town: Town) {
        town.force("DELETE FROM outbox").await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        for show in ["all", "failed", "waiting", "sent", "unsent"] {
            let page = dana.get(&format!("/admin/mail?show={show}")).await;
            let seen = (page.count(".empty"), page.count("table"));
            assert_eq!(seen, (1, 0), "{show}: {:?}", texts(&page, ".tabs:not(.sections) a"));
        }
    }

    async fn two_hundred_are_shown_and_the_rest_is_counted(town: Town) {
        let number = town.match_day().await;
        results(&town, number, 300, "failed").await;
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin/mail?show=failed").await;
        assert_eq!((page.count("tbody tr"), page.count("tbody form")), (200, 200));
        assert!(page.text().contains("Showing the latest 200 of 300 emails."));
        let bytes = weight(&dana, "/admin/mail?show=failed").await;
        assert!(bytes <= BUDGET, "{bytes}");
        assert!(!dana.get("/admin/mail?show=waiting").await.text().contains("Showing the latest"));
    }
}
