//! What browsers report, and what others may know about the safety of the site.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use ticket_pool::server::{
    config::{Settings, Source},
    db::counters,
};

use crate::harness::{Answer, Browser, DOMAIN};

const KIND: &str = "application/csp-report";

/// Sends a report as browsers do: with cookies, from anywhere, and with no page to show.
async fn report(browser: &mut Browser, kind: &str, body: &str) -> Answer {
    let request = browser.request(Method::POST, "/csp-report").header(header::ORIGIN, "null");
    let request = request.header("sec-fetch-site", "cross-site");
    let request = if kind.is_empty() { request } else { request.header(header::CONTENT_TYPE, kind) };
    browser.send(request.body(Body::from(body.to_owned())).unwrap()).await
}

/// What browsers say was blocked.
fn blocked(directive: &str) -> String {
    let report = serde_json::json!({ "csp-report": {
        "document-uri": "http://localhost:5000/events/1", "referrer": "", "blocked-uri": "https://evil.example/x.js",
        "effective-directive": directive, "violated-directive": "default-src", "disposition": "enforce",
    }});
    report.to_string()
}

both! {
    async fn reports_are_counted_by_directive(town: Town) {
        let mut browser = town.browser();
        for (kind, body) in [
            (KIND, blocked("script-src-elem")),
            ("application/json", blocked("script-src-elem")),
            ("application/csp-report; charset=utf-8", blocked("img-src")),
            (KIND, blocked("made-up-src")),
            (KIND, blocked("script-src-elem'; DROP TABLE counters; --")),
            (KIND, r#"{"csp-report":{"violated-directive":"style-src 'self'"}}"#.to_owned()),
            (KIND, r#"{"csp-report":{}}"#.to_owned()),
        ] {
            let answer = report(&mut browser, kind, &body).await;
            assert_eq!((answer.status, answer.body.as_str()), (StatusCode::NO_CONTENT, ""), "{kind} {body}");
        }
        let counted = counters::of_last_week(town.site.db.read(), town.now()).await.unwrap();
        let expected = [("img-src", 1), ("other", 3), ("script-src-elem", 2), ("style-src", 1)];
        assert_eq!(counted, expected.map(|(directive, count)| (format!("csp {directive}"), count)));
        town.wait(chrono::TimeDelta::days(7));
        assert!(counters::of_last_week(town.site.db.read(), town.now()).await.unwrap().is_empty());
    }

    async fn what_is_no_report_is_not_counted(town: Town) {
        let mut browser = town.browser();
        let nested = r#"{"csp-report":{"effective-directive":5}}"#;
        for body in ["", "x", "{}", "[]", "null", "5", r#"{"csp-report":5}"#, nested, "\0\u{ff}"] {
            assert_eq!(report(&mut browser, KIND, body).await.status, StatusCode::BAD_REQUEST, "{body:?}");
        }
        for kind in ["", "text/plain", "application/x-www-form-urlencoded", "application/reports+json", "text/json"] {
            let answer = report(&mut browser, kind, &blocked("img-src")).await;
            let says = "What is sent here is application/csp-report or application/json.\n";
            assert_eq!((answer.status, answer.body.as_str()), (StatusCode::UNSUPPORTED_MEDIA_TYPE, says), "{kind:?}");
        }
        assert_eq!(browser.get("/csp-report").await.status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!((town.count("counters", "1 = 1").await, town.count("limits", "1 = 1").await), (0, 0));
    }

    async fn of_one_client_twenty_at_once_are_counted_and_then_one_a_minute(town: Town) {
        let sum = async || {
            let counted = counters::of_last_week(town.site.db.read(), town.now()).await.unwrap();
            counted.iter().map(|(_, count)| *count).sum::<u64>()
        };
        let mut one = town.browser_at("192.0.2.7");
        for _ in 0..25 {
            assert_eq!(report(&mut one, KIND, &blocked("img-src")).await.status, StatusCode::NO_CONTENT);
        }
        assert_eq!(sum().await, 20);
        report(&mut town.browser_at("192.0.2.8"), KIND, &blocked("img-src")).await;
        assert_eq!(sum().await, 21, "another client");
        town.wait(chrono::TimeDelta::minutes(1));
        for _ in 0..5 {
            report(&mut one, KIND, &blocked("img-src")).await;
        }
        assert_eq!(sum().await, 22);
    }

    async fn a_report_is_the_same_with_and_without_a_session(town: Town) {
        let before = town.snapshot(&DOMAIN).await;
        let mut nobody = town.browser();
        let without = report(&mut nobody, KIND, &blocked("img-src")).await;
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        let mut asha = town.browser_of(&town.asha).await;
        let before = (town.snapshot(&DOMAIN).await, town.count("limits", "1 = 1").await);
        let with = report(&mut asha, KIND, &blocked("img-src")).await;
        assert_eq!((with.status, with.headers, with.body), (without.status, without.headers, without.body));
        assert_eq!(before.1, 1, "that of the reports from this client");
        assert_eq!((town.snapshot(&DOMAIN).await, town.count("limits", "1 = 1").await), before);
        asha.post("/api/account/rename", &[("name", "Asha Rao")]).await;
        assert_eq!(town.count("limits", "1 = 1").await, 2, "a form counts as a change of the session");
    }

    async fn security_txt_says_where_to_report_if_the_admin_does(town: Town) {
        for (contact, shown) in [
            ("security@example.org", "mailto:security@example.org"),
            ("mailto:security@example.org", "mailto:security@example.org"),
            ("https://example.org/report", "https://example.org/report"),
            ("https://exämple.org/größer", "https://xn--exmple-cua.org/gr%C3%B6%C3%9Fer"),
        ] {
            let town = town.with_settings(&[("SECURITY_CONTACT", contact)]);
            let answer = town.browser().get("/.well-known/security.txt").await;
            assert_eq!(answer.headers["content-type"], "text/plain; charset=utf-8");
            let text = format!(
                "Contact: {shown}\nExpires: 2027-05-21T00:00:00Z\nPreferred-Languages: en\n\
                 Canonical: http://localhost:5000/.well-known/security.txt\n"
            );
            assert_eq!((answer.status, answer.body), (StatusCode::OK, text), "{contact}");
        }
        let without = town.browser().get("/.well-known/security.txt").await;
        assert_eq!((without.status, without.body.as_str()), (StatusCode::NOT_FOUND, ""));
    }
}

#[test]
fn a_contact_that_nobody_could_reach_is_refused_at_the_start() {
    for wrong in [
        "security",
        "security@",
        "http://example.org/report",
        "tel:+441632960000",
        "javascript:alert(1)",
        "security@example.org, https://example.org/report",
        "https://example.org/report\nExpires: 2099-01-01T00:00:00Z",
        "https://example.org/a b",
        "https://",
        "mailto:nobody",
    ] {
        let problems = Settings::read(&Source::of([("SECURITY_CONTACT", wrong)])).unwrap_err();
        let said = "accepted: an email address, or an address that begins with https://";
        assert_eq!(
            problems.to_string(),
            format!("Ticket Pool cannot start with these settings:\n  - SECURITY_CONTACT is “{wrong}”; {said}\n")
        );
    }
    for right in ["", "  ", "security@example.org", "https://example.org/report", "mailto:security@example.org"] {
        assert!(Settings::read(&Source::of([("SECURITY_CONTACT", right)])).is_ok(), "{right:?}");
    }
}
