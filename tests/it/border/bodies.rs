//! How long, how deep and how slow a body may be.

mod arrays;
mod wire;

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use server_fn::axum::server_fn_paths;
use ticket_pool::api::{LONGER_FORMS, Reply, WITH_FILES};

use super::functions::reply;
use crate::harness::{Answer, Browser, DOMAIN, Town};

const FORM: &str = "application/x-www-form-urlencoded";
const WITH_FILE: &str = "multipart/form-data; boundary=x";

/// How many octets an endpoint takes.
fn most(path: &str) -> usize {
    match path {
        "/csp-report" => 16_384,
        "/api/after/hand-out" => 30 * 1_048_576,
        "/api/allocation/save" | "/api/people/import/look" | "/api/people/import/save" => 1_048_576,
        "/api/guests/save" => 262_144,
        "/api/event/create" | "/api/event/edit" => 131_072,
        _ => 65_536,
    }
}

/// Sends a body as it is, as an island does.
async fn send(browser: &mut Browser, path: &str, kind: &str, body: Vec<u8>) -> Answer {
    let mut request = browser.request(Method::POST, path).header(header::ORIGIN, "http://localhost:5000");
    request.headers_mut().unwrap().insert(header::ACCEPT, "application/json".parse().unwrap());
    browser.send(request.header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap()).await
}

/// A form, filled up to so many octets by a field that nobody reads.
fn filled(form: &str, octets: usize) -> Vec<u8> {
    let filler = "x".repeat(octets - form.len() - "&filler=".len());
    format!("{form}&filler={filler}").into_bytes()
}

/// A report, filled up to so many octets by spaces.
fn filled_report(octets: usize) -> Vec<u8> {
    let report = r#"{"csp-report":{"effective-directive":"img-src"}}"#;
    format!("{report}{}", " ".repeat(octets - report.len())).into_bytes()
}

fn too_long(answer: &Answer, most: usize) -> bool {
    let said = format!("At most {most} bytes are taken here; nothing was saved.\n");
    (answer.status, answer.body.as_str()) == (StatusCode::PAYLOAD_TOO_LARGE, said.as_str())
}

/// An event of Otto's that is closed, and the form that gives Asha 2.
async fn board(town: &Town) -> String {
    let number = town.closed_match().await;
    let version = town.event(number).await.board_version;
    format!("event={number}&version={version}&amount%5Br{}%5D=2", town.request(number, &town.asha).await.id)
}

/// The longer limits stand in a table of their own, beside the functions: one that nobody calls would limit nothing.
#[test]
fn every_longer_form_is_that_of_a_function_that_is_there() {
    let there: Vec<&str> = server_fn_paths().map(|(path, _)| path).collect();
    let longer: Vec<&str> = there.iter().copied().filter(|path| most(path) > 65_536).collect();
    assert_eq!(longer.len(), LONGER_FORMS.len());
    for (path, octets) in LONGER_FORMS {
        assert!(there.contains(&path), "{path} is no function");
        assert_eq!(octets, most(path), "{path}");
    }
}

both! {
    async fn a_form_of_exactly_the_limit_is_accepted_and_one_octet_more_is_not(town: Town) {
        let mut otto = town.browser_of(&town.otto).await;
        let details = "starts=2026-12-06T15:00&zone=Europe/London&closes=2026-12-04T18:00&tickets=5&limit=4";
        let open = town.match_day().await;
        let forms = [
            ("/api/account/rename", "name=Otto+Otter".to_owned()),
            ("/api/event/create", format!("name=Cup+tie&{details}")),
            ("/api/event/edit", format!("event={open}&version=0&name=Rovers+v+Wanderers&{details}")),
            ("/api/allocation/save", board(&town).await),
        ];
        for (path, form) in forms {
            let before = town.snapshot(&DOMAIN).await;
            let more = send(&mut otto, path, FORM, filled(&form, most(path) + 1)).await;
            assert!(too_long(&more, most(path)), "{path}: {} {}", more.status, more.body);
            assert_eq!(town.snapshot(&DOMAIN).await, before, "{path}");
            let exactly = send(&mut otto, path, FORM, filled(&form, most(path))).await;
            assert!(matches!(reply(&exactly), Reply::Done { .. }), "{path}: {}", exactly.body);
            assert_ne!(town.snapshot(&DOMAIN).await, before, "{path}");
        }
        assert_eq!(town.actor("Otto").await.name, "Otto Otter");
        assert_eq!(town.event(open).await.name, "Rovers v Wanderers");
    }

    async fn every_function_takes_what_its_route_says_and_no_more(town: Town) {
        let (mut nobody, mut dana) = (town.browser(), town.browser_of(&town.dana).await);
        let before = town.snapshot(&DOMAIN).await;
        for (path, _) in server_fn_paths() {
            let longer = LONGER_FORMS.iter().any(|(longer, _)| *longer == path);
            if longer {
                let unread = send(&mut nobody, path, FORM, filled("name=x", 5_000_000)).await;
                assert_eq!(unread.status, StatusCode::UNAUTHORIZED, "{path}");
            }
            let sender = if longer { &mut dana } else { &mut nobody };
            let kind = if WITH_FILES.contains(&path) { WITH_FILE } else { FORM };
            let more = send(sender, path, kind, filled("name=x", most(path) + 1)).await;
            assert!(too_long(&more, most(path)), "{path}: {} {}", more.status, more.body);
            let far_more = send(sender, path, kind, filled("name=x", most(path) + 5_000_000)).await;
            assert!(too_long(&far_more, most(path)), "{path}: {} {}", far_more.status, far_more.body);
            let exactly = send(sender, path, kind, filled("name=x", most(path))).await;
            assert!(!exactly.status.is_server_error(), "{path}: {}", exactly.status);
            // What has no parts is no form with files, and one text is no list of names.
            if kind == WITH_FILE || path == "/api/guests/save" {
                assert_eq!(exactly.status, StatusCode::BAD_REQUEST, "{path}: {}", exactly.body);
            } else {
                reply(&exactly);
            }
        }
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn a_report_is_at_most_16_kibibytes(town: Town) {
        let mut browser = town.browser();
        let kind = "application/csp-report";
        let more = send(&mut browser, "/csp-report", kind, filled_report(16_385)).await;
        assert!(too_long(&more, 16_384), "{} {}", more.status, more.body);
        assert_eq!(town.count("counters", "1 = 1").await, 0);
        let exactly = send(&mut browser, "/csp-report", kind, filled_report(16_384)).await;
        assert_eq!(exactly.status, StatusCode::NO_CONTENT);
        assert_eq!(town.count("counters", "name = 'csp img-src' AND count = 1").await, 1);
    }
}
