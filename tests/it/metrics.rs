//! Figures for programs that watch the site: read by a rule of this file, and with nobody in them.
#![expect(clippy::float_cmp, reason = "what is counted is whole")]

use std::collections::{BTreeMap, BTreeSet};

use axum::{
    body::{Body, to_bytes},
    http::{Request, header},
};
use chrono::TimeDelta;
use ticket_pool::router::metrics_router;
use tower::ServiceExt;

use crate::harness::Town;

/// What a line says: the name, the labels, the value.
type Figure = (String, BTreeMap<String, String>, f64);

/// Reads a page of figures as its format is described (<https://prometheus.io/docs/instrumenting/exposition_formats/>), strictly:
/// each name is declared with a kind before its first line, and no line stands twice.
fn read(text: &str) -> Vec<Figure> {
    assert!(text.ends_with('\n'));
    let (mut kinds, mut seen, mut figures) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, kind) = rest.split_once(' ').unwrap();
            assert!(["counter", "gauge", "histogram"].contains(&kind), "{line}");
            assert!(kinds.insert(name.to_owned(), kind.to_owned()).is_none(), "{line}");
            continue;
        }
        if line.starts_with("# HELP ") {
            continue;
        }
        let (name, labels, value) = parts(line);
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        assert!(name.chars().all(plain) && !name.starts_with(|c: char| c.is_ascii_digit()), "{line}");
        let declared = |end: &str| kinds.get(name.strip_suffix(end)?).filter(|kind| *kind == "histogram");
        let known =
            kinds.contains_key(&name) || ["_bucket", "_sum", "_count"].iter().any(|end| declared(end).is_some());
        assert!(known, "no kind: {line}");
        assert!(seen.insert((name.clone(), labels.clone())), "twice: {line}");
        figures.push((name, labels, value));
    }
    figures
}

fn parts(line: &str) -> Figure {
    let (head, value) = line.rsplit_once(' ').unwrap();
    let value = value.parse().unwrap_or_else(|_| panic!("no number: {line}"));
    let Some((name, rest)) = head.split_once('{') else { return (head.to_owned(), BTreeMap::new(), value) };
    let mut labels = BTreeMap::new();
    let mut rest = rest.strip_suffix('}').unwrap();
    while !rest.is_empty() {
        let (label, after) = rest.split_once("=\"").unwrap();
        let (text, after) = after.split_once('"').unwrap();
        assert!(labels.insert(label.to_owned(), text.to_owned()).is_none(), "{line}");
        rest = after.strip_prefix(',').unwrap_or(after);
    }
    (name.to_owned(), labels, value)
}

async fn figures(town: &Town) -> (String, Vec<Figure>) {
    let request = Request::get("/metrics").body(Body::empty()).unwrap();
    let answer = metrics_router(town.site.clone()).oneshot(request).await.unwrap();
    assert_eq!(answer.status(), 200);
    assert!(answer.headers()[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/plain; version=0.0.4"));
    let text = String::from_utf8(to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap();
    let figures = read(&text);
    (text, figures)
}

/// The value of the one line that has these labels.
#[track_caller]
fn value(figures: &[Figure], name: &str, labels: &[(&str, &str)]) -> f64 {
    let labels: BTreeMap<_, _> = labels.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let name = format!("ticket_pool_{name}");
    let found: Vec<_> = figures.iter().filter(|figure| figure.0 == name && figure.1 == labels).collect();
    let [(_, _, value)] = found[..] else { panic!("{name} {labels:?}: {figures:#?}") };
    *value
}

fn watched(town: &Town, more: &[(&str, &str)]) -> Town {
    town.with_settings(&[&[("METRICS_LISTEN", "127.0.0.1:9090")], more].concat())
}

both! {
    async fn figures_say_how_the_site_does(town: Town) {
        let town = watched(&town, &[]);
        let number = town.match_day().await;
        let before = figures(&town).await.1;
        let sessions = value(&before, "sessions", &[]);
        let mut asha = town.browser_of(&town.asha).await;
        for _ in 0..3 {
            asha.get(&format!("/events/{number}")).await;
        }
        asha.get("/events/999999").await;
        asha.get("/nothing/here").await;
        let (_, now) = figures(&town).await;
        let route = ("route", "/events/{number}");
        assert_eq!(value(&now, "requests_total", &[route, ("status", "200")]), 3.0);
        assert_eq!(value(&now, "requests_total", &[route, ("status", "404")]), 1.0);
        assert_eq!(value(&now, "request_seconds_count", &[route]), 4.0);
        assert_eq!(value(&now, "request_seconds_bucket", &[route, ("le", "+Inf")]), 4.0);
        let buckets = now.iter().filter(|(name, labels, _)| {
            name == "ticket_pool_request_seconds_bucket" && labels["route"] == "/events/{number}"
        });
        let buckets: Vec<_> = buckets.map(|(_, _, value)| *value).collect();
        assert!(buckets.len() == 12 && buckets.is_sorted(), "{buckets:?}");
        assert_eq!(value(&now, "sessions", &[]), sessions + 1.0);
        assert!(value(&now, "statements_total", &[]) > value(&before, "statements_total", &[]));
        assert!(value(&now, "database_bytes", &[]) > 10_000.0);
        assert!(now.iter().all(|(name, ..)| !name.starts_with("ticket_pool_backup")), "none are made here");
    }

    async fn the_oldest_email_that_waits_is_told_by_its_age(town: Town) {
        let town = watched(&town, &[]);
        town.force("DELETE FROM outbox").await.unwrap();
        let (_, now) = figures(&town).await;
        assert_eq!((value(&now, "queue_length", &[]), value(&now, "queue_oldest_seconds", &[])), (0.0, 0.0));
        town.newcomer("Nia").await;
        town.wait(TimeDelta::seconds(930));
        town.newcomer("Noor").await;
        let (_, now) = figures(&town).await;
        assert_eq!((value(&now, "queue_length", &[]), value(&now, "queue_oldest_seconds", &[])), (2.0, 930.0));
        town.post().await;
        let (_, now) = figures(&town).await;
        assert_eq!((value(&now, "queue_length", &[]), value(&now, "queue_oldest_seconds", &[])), (0.0, 0.0));
        assert_eq!(value(&now, "emails", &[("kind", "welcome"), ("status", "sent")]), 2.0);
        town.force("DELETE FROM outbox").await.unwrap();
        let (_, now) = figures(&town).await;
        assert_eq!(value(&now, "emails_total", &[("kind", "welcome"), ("outcome", "sent")]), 2.0, "it only grows");
    }

    async fn how_old_the_latest_backup_is_is_told(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let town = watched(&town, &[("BACKUP_DIR", folder.path().to_str().unwrap())]);
        assert_eq!(value(&figures(&town).await.1, "backup_late", &[]), 1.0);
        let copy = std::fs::File::create(folder.path().join("tickets-2026-11-22.db")).unwrap();
        copy.set_modified(town.now().into()).unwrap();
        town.wait(TimeDelta::hours(2));
        let (_, now) = figures(&town).await;
        assert_eq!((value(&now, "backup_late", &[]), value(&now, "backup_age_seconds", &[])), (0.0, 7_200.0));
    }

    /// Whatever someone types into an address, a search, or a form.
    async fn nobody_is_in_the_figures(town: Town) {
        let town = watched(&town, &[]);
        town.finalized_match().await;
        let mut asha = town.browser_of(&town.asha).await;
        let mut dana = town.browser_of(&town.dana).await;
        for path in ["/canary-path?canary=query", "/events/canary-id", "/sign-in/link/canary-token", "/pkg/canary.js"] {
            asha.get(path).await;
        }
        for path in ["/admin/people?q=asha%40example.org", "/admin/mail", "/admin/audit"] {
            dana.get(path).await;
        }
        asha.post("/api/sign-in/ask", &[("email", "canary@example.org")]).await;
        asha.post("/api/canary", &[("canary", "canary")]).await;
        let (text, _) = figures(&town).await;
        for name in ["canary", "Asha", "asha", "Bram", "Dana", "Otto", "@", "example.org", "Rovers", "127.0.0.1", "localhost"] {
            assert!(!text.contains(name), "{name}: {text}");
        }
    }

    async fn where_nobody_reads_figures_none_are_kept(town: Town) {
        town.browser_of(&town.asha).await.get("/").await;
        assert!(town.site.observed.requests.answered().is_empty());
        // And the site itself shows none, not even to an admin.
        assert_eq!(town.browser_of(&town.dana).await.get("/metrics").await.status, 404);
    }
}
