//! What admins come to: its numbers are those of the rows.

use chrono::TimeDelta;
use ticket_pool::{
    domain::person::Role,
    server::services::{dashboard, event},
};

use super::{many, texts};
use crate::harness::{Answer, Town, event_form};

/// A row of the table below a heading, of which the first cell says this.
fn row(page: &Answer, section: &str, first: &str) -> Vec<String> {
    let columns = texts(page, &format!("section[aria-labelledby={section}] .list thead th")).len();
    let cells = texts(page, &format!("section[aria-labelledby={section}] .list tbody tr > *"));
    let found = cells.chunks(columns.max(1)).find(|row| row[0] == first);
    found.unwrap_or_else(|| panic!("{first}: {cells:?}")).to_vec()
}

fn waits(page: &Answer) -> Vec<String> {
    texts(page, "section[aria-labelledby=attention] li > span")
}

/// Has so many emails stand so, written and sent so long ago.
async fn emails(town: &Town, status: &str, count: u32, (written, sent): (TimeDelta, Option<TimeDelta>)) {
    let stamp = |ago: TimeDelta| (town.now() - ago).format("'%Y-%m-%d %H:%M:%S+00:00'").to_string();
    let sent = sent.map_or("NULL".to_owned(), stamp);
    for place in 0..count {
        let sql = format!(
            "INSERT INTO outbox (kind, dedupe_key, user_id, payload, status, created_at, due_at, sent_at, provider_id, reason) \
             VALUES ('result', '{status}:{place}:{written}', {}, '{{}}', '{status}', {at}, {at}, {sent}, 'id', 'Mailbox full')",
            town.asha.person,
            at = stamp(written),
        );
        town.force(&sql).await.unwrap();
    }
}

both! {
    async fn nothing_needs_anyone_where_nothing_is(town: Town) {
        town.force("DELETE FROM outbox").await.unwrap();
        let page = town.browser_of(&town.dana).await.get("/admin").await;
        assert_eq!(waits(&page), ["Emails are printed where the site runs, not sent."], "as in this town");
        assert_eq!(texts(&page, ".stat b"), ["5", "0", "0"]);
        assert_eq!(texts(&page, "main h2"), ["Needs attention", "Emails", "Sign-ins"]);
        let sends = town.with_settings(&[("MAIL_ENABLED", "true"), ("MAIL_FROM", "tickets@example.org"), ("AWS_REGION", "eu-west-2")]);
        let page = sends.browser_of(&town.dana).await.get("/admin").await;
        assert_eq!(page.count("section[aria-labelledby=attention]"), 0, "{}", page.text());
    }

    async fn what_waits_is_named_with_what_to_do(town: Town) {
        town.force("DELETE FROM outbox").await.unwrap();
        let late = town.closed_match().await;
        town.force("UPDATE outbox SET status = 'sent'").await.unwrap();
        let owned = event::create(&town.site, &town.olga, &event_form("Händel: Messiah")).await.unwrap();
        town.change(&town.olga, Role::Organizer, false).await;
        town.force("DELETE FROM outbox").await.unwrap();
        emails(&town, "failed", 2, (TimeDelta::hours(2), None)).await;
        // Two days after the close nobody is late yet.
        town.wait(TimeDelta::days(2));
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin").await;
        let printed = "Emails are printed where the site runs, not sent.";
        let owns = "Olga is deactivated but owns 1 event without a result.";
        assert_eq!(waits(&page), ["2 emails failed", owns, printed]);
        town.wait(TimeDelta::days(2));
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin").await;
        assert_eq!(waits(&page), ["2 emails failed", owns, "Rovers v United: requests closed 4 days ago, 2 undecided", printed]);
        let links = super::attributes(&page, "section[aria-labelledby=attention] li > a", "href");
        let organizers = format!("/events/{owned}/organizers");
        let board = format!("/events/{late}/allocate");
        assert_eq!(links, ["/admin/mail?show=failed", &organizers, &board, "/admin/settings"]);
        for link in links {
            assert_eq!(dana.get(&link).await.status, 200, "{link}");
        }
    }

    async fn wrong_codes_from_one_network_are_pointed_at(town: Town) {
        for (client, count) in [("192.0.2.1", 9), ("192.0.2.2", 12)] {
            for _ in 0..count {
                let sql = format!(
                    "INSERT INTO audit_log (at, action, details, client) VALUES ('2026-11-22 11:00:00+00:00', \
                     'sign-in.wrong-code', '{{}}', '{client}')"
                );
                town.force(&sql).await.unwrap();
            }
        }
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin").await;
        assert_eq!(waits(&page)[..1], ["12 refused sign-ins from one network in 24 hours 192.0.2.2"]);
        assert_eq!(row(&page, "sign-ins", "Sun Nov 22")[2], "21");
        town.wait(TimeDelta::days(1));
        let page = town.browser_of(&town.dana).await.get("/admin").await;
        assert_eq!(waits(&page).len(), 1, "a day later it is over");
    }

    async fn emails_are_counted_by_day_and_only_when_they_left(town: Town) {
        town.force("DELETE FROM outbox").await.unwrap();
        emails(&town, "sent", 5, (TimeDelta::minutes(10), Some(TimeDelta::minutes(9)))).await;
        emails(&town, "sent", 4, (TimeDelta::days(3), Some(TimeDelta::days(3) - TimeDelta::seconds(7)))).await;
        emails(&town, "failed", 1, (TimeDelta::hours(1), None)).await;
        emails(&town, "failed", 2, (TimeDelta::days(20), None)).await;
        emails(&town, "waiting", 3, (TimeDelta::hours(3), None)).await;
        let seen = dashboard::look(&town.site, &town.dana).await.unwrap().counts;
        assert_eq!((seen.sent, seen.failed, seen.wait), (5, 1, Some(60)));
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin").await;
        assert_eq!(row(&page, "emails", "Sun Nov 22")[1..], ["5", "1"]);
        assert_eq!(row(&page, "emails", "Thu Nov 19")[1..], ["4", "0"]);
        assert_eq!(row(&page, "emails", "Mon Nov 9")[1..], ["0", "0"], "14 days");
        let label = super::attributes(&page, "section[aria-labelledby=emails] svg[role=img]", "aria-label");
        assert_eq!(label, ["In 14 days, 9 emails were sent, and 1 failed."]);
        assert!(page.text().contains("Half of them left within 60 seconds."), "{}", page.text());
        assert!(page.text().contains("To Asha: Mailbox full"));
        // What was only printed was not sent.
        town.force("UPDATE outbox SET provider_id = 'console' WHERE status = 'sent'").await.unwrap();
        let seen = dashboard::look(&town.site, &town.dana).await.unwrap().counts;
        assert_eq!((seen.sent, seen.wait), (0, None));
    }

    async fn demand_and_answers_are_those_of_the_events(town: Town) {
        let open = town.match_day().await;
        town.ask(open, &town.asha, &[4, 2]).await.unwrap();
        town.wait(TimeDelta::days(1));
        town.ask(open, &town.bram, &[3]).await.unwrap();
        let page = town.browser_of(&town.dana).await.get("/admin").await;
        assert_eq!(row(&page, "demand", "Rovers v United")[2..], ["5", "7", "2"]);
        assert!(texts(&page, "section[aria-labelledby=demand] .rows").concat().ends_with("1.4×"));
        assert_eq!(row(&page, "answers", "Rovers v United")[2..], ["2", "5"]);
        // 1.75 is nearer to 1.8.
        town.force("UPDATE events SET tickets = 4").await.unwrap();
        let closer = town.browser_of(&town.dana).await.get("/admin").await;
        assert!(texts(&closer, "section[aria-labelledby=demand] .rows").concat().ends_with("1.8×"));
        let path = super::attributes(&page, "section[aria-labelledby=answers] path.stroke", "d");
        // From November 22 to December 4: two of five by the second day.
        assert_eq!(path, ["M0 40H0V32H16V24"]);
        assert_eq!(texts(&page, ".stat b")[..2], ["5", "2"]);
    }

    async fn many_events_and_people_stay_quick_and_light(town: Town) {
        many(&town, 300, "open", &[&town.asha, &town.bram]).await;
        many(&town, 300, "finalized", &[&town.asha, &town.bram]).await;
        let dana = town.browser_of(&town.dana).await;
        let bytes = super::weight(&dana, "/admin").await;
        assert!(bytes <= super::BUDGET, "{bytes}");
        let page = town.browser_of(&town.dana).await.get("/admin").await;
        assert!(page.body.len() < 64_000, "{}", page.body.len());
        assert_eq!(texts(&page, "section[aria-labelledby=demand] .rows > li").len(), 24);
        let season = texts(&page, "section[aria-labelledby=fairness] .list tbody th");
        assert_eq!(season, ["General"]);
    }

    async fn the_page_of_admins_is_for_admins(town: Town) {
        for who in [&town.asha, &town.otto] {
            assert_eq!(town.browser_of(who).await.get("/admin").await.status, 403, "{}", who.name);
            assert!(dashboard::look(&town.site, who).await.is_err());
        }
    }
}
