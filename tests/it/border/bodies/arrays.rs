//! Lists without end and fields within fields, in URLs and in forms: answered, and soon.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use server_fn::axum::server_fn_paths;

use super::{FORM, send};
use crate::harness::{DOMAIN, Town};

/// An answer that takes longer keeps others waiting, also in a development build.
const SOON: Duration = Duration::from_secs(5);

/// What someone sends who wants the program to think for long; everything is shorter than any limit.
fn endless(name: &str) -> Vec<(String, String)> {
    let many = |count: usize, field: &dyn Fn(usize) -> String| (0..count).map(field).collect::<Vec<_>>().join("&");
    let forms = [
        ("one name 10,000 times", many(10_000, &|_| "a=1".into())),
        ("a name of ours 8,000 times", many(8_000, &|_| format!("{name}=1")).chars().take(60_000).collect()),
        ("a list of 6,000", many(6_000, &|_| format!("{name}[]=1")).chars().take(60_000).collect()),
        ("4,000 names", many(4_000, &|n| format!("n{n}=1"))),
        ("4,000 keys", many(4_000, &|n| format!("{name}[k{n}]=1")).chars().take(60_000).collect()),
        ("a place far out", format!("{name}[4294967295]=1&{name}[99999999999999999999]=1")),
        ("1,000 deep", format!("{name}{}=1", "[b]".repeat(1_000))),
        ("1,000 deep, encoded", format!("{name}{}=1", "%5Bb%5D".repeat(1_000))),
        ("1,000 brackets opened", format!("{name}{}=1", "[".repeat(1_000))),
        ("1,000 brackets closed", format!("{name}{}=1", "]".repeat(1_000))),
        ("30,000 separators", "&".repeat(30_000)),
        ("30,000 equals signs", format!("{name}{}", "=".repeat(30_000))),
        ("20,000 percent signs", format!("{name}={}", "%".repeat(20_000))),
    ];
    forms.into_iter().map(|(what, form)| (what.to_owned(), form)).collect()
}

/// What is done whatever is sent along.
const READS_NOTHING: [&str; 5] = [
    "/api/account/address/cancel",
    "/api/account/sign-out/all",
    "/api/account/sign-out/others",
    "/api/mail/test",
    "/api/sign-out",
];

/// A field of each function that is read as text, or as a list.
fn field(path: &str) -> &'static str {
    match path {
        "/api/request/save" => "tiers",
        "/api/allocation/save" => "amount",
        "/api/people/sign-out" | "/api/people/send-link" => "person",
        "/api/people/import/look" | "/api/people/import/save" => "columns",
        "/api/mail/resend" | "/api/mail/told" => "message",
        "/api/mail/resend-all" => "reason",
        "/api/mail/alarms" => "on",
        "/api/account/sign-out/one" => "device",
        "/api/sign-in/ask" | "/api/account/address/ask" | "/api/account/address/confirm" => "email",
        "/api/sign-in/code" => "code",
        "/api/sign-in/redeem" | "/api/set-up" => "token",
        "/api/account/rename" | "/api/people/add" | "/api/event/create" => "name",
        _ => "event",
    }
}

/// What was wrong with an answer, if anything.
fn wrong(what: &str, status: StatusCode, began: Instant) -> Option<String> {
    let took = began.elapsed();
    (status.is_server_error() || took > SOON).then(|| format!("{what}: {status} after {took:?}"))
}

async fn pages(town: &Town) -> Vec<String> {
    let number = town.closed_match().await;
    let of_event = ["/request", "/allocate/draw"].map(|page| format!("/events/{number}{page}"));
    let others = [
        "/",
        "/sign-in",
        "/admin/audit",
        "/admin/audit.csv",
        "/admin/events",
        "/admin/mail",
        "/events",
        "/events/new",
        "/nothing",
    ];
    others.map(str::to_owned).into_iter().chain(of_event).collect()
}

both! {
    async fn pages_answer_soon_whatever_their_query_is(town: Town) {
        let (mut dana, pages) = (town.browser_of(&town.dana).await, pages(&town).await);
        let before = town.snapshot(&DOMAIN).await;
        let mut wrongs = Vec::new();
        for page in pages {
            for (what, query) in endless("person") {
                let began = Instant::now();
                let answer = dana.get(&format!("{page}?{query}")).await;
                wrongs.extend(wrong(&format!("{page}, {what}"), answer.status, began));
            }
        }
        assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn functions_answer_soon_whatever_their_form_is(town: Town) {
        let mut wrongs = Vec::new();
        for (path, _) in server_fn_paths().filter(|(path, _)| !READS_NOTHING.contains(path)) {
            // Each in a session of its own, which has room for so many.
            let mut dana = town.browser_of(&town.dana).await;
            let before = town.snapshot(&DOMAIN).await;
            for (what, form) in endless(field(path)) {
                let began = Instant::now();
                let answer = send(&mut dana, path, FORM, form.into_bytes()).await;
                wrongs.extend(wrong(&format!("{path}, {what}"), answer.status, began));
            }
            assert_eq!(town.snapshot(&DOMAIN).await, before, "{path}");
        }
        assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
    }

    async fn a_board_of_ten_thousand_rows_is_read_soon_and_not_saved(town: Town) {
        let number = town.closed_match().await;
        let mut otto = town.browser_of(&town.otto).await;
        let before = town.snapshot(&DOMAIN).await;
        let row = |n: u32| format!("amount[r{n}]=2&reason[r{n}]=because");
        let rows: Vec<String> = (1_000_000..1_010_000).map(row).collect();
        let form = format!("event={number}&version=0&{}", rows.join("&"));
        assert!((400_000..1_000_000).contains(&form.len()), "{}", form.len());
        let began = Instant::now();
        let answer = send(&mut otto, "/api/allocation/save", FORM, form.into_bytes()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{:.200}", answer.body);
        assert_eq!(wrong("a board", answer.status, began), None);
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }
}
