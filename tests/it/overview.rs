//! What people see of many events, many people and many emails at once.

mod admin;
mod crowd;
mod dashboard;
mod duplicate;
mod history;
mod history_file;
mod mails;
mod manage;
mod missed;
mod ownerless;
mod person;
mod reasons;
mod said;

use std::{fmt::Write, net::SocketAddr};

use axum::{
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Method, header},
};
use chrono::TimeDelta;
use scraper::{ElementRef, Html, Selector};
use ticket_pool::server::{auth::Actor, services::recount};
use tower::ServiceExt;

use crate::harness::{Answer, Browser, Town};

/// What a page may weigh, compressed.
const BUDGET: usize = 20_000;

/// What stands in each element that a selector finds, its spaces made single.
pub fn texts(page: &Answer, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let text = |found: ElementRef<'_>| {
        let text: String = found.text().collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    html.select(&Selector::parse(selector).unwrap()).map(text).collect()
}

/// An attribute of each element that a selector finds.
pub fn attributes(page: &Answer, selector: &str, name: &str) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let value = |found: ElementRef<'_>| found.value().attr(name).unwrap_or_default().to_owned();
    html.select(&Selector::parse(selector).unwrap()).map(value).collect()
}

/// How many bytes a page is, as a browser gets it.
async fn weight(browser: &Browser, path: &str) -> usize {
    let request = browser.request(Method::GET, path).header(header::ACCEPT_ENCODING, "br");
    let mut request = request.body(Body::empty()).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(browser.address, 40_000)));
    let response = browser.town.router().oneshot(request).await.unwrap();
    assert_eq!(response.headers()[header::CONTENT_ENCODING], "br", "{path}");
    to_bytes(response.into_body(), usize::MAX).await.unwrap().len()
}

/// So many events of Otto's in this state, a day apart: open ones from tomorrow on, others backwards from yesterday.
/// Everyone of `asking` wants 2 for each; of the finalized ones every third gave them nothing.
async fn many(town: &Town, count: i32, status: &str, asking: &[&Actor]) {
    let (otto, now) = (town.otto.person, town.now());
    let stamp = |days: i64| (now + TimeDelta::days(days)).format("'%Y-%m-%d %H:%M:%S+00:00'").to_string();
    let here = stamp(0);
    let mut rows = String::new();
    for i in 1..=count {
        let at = stamp(if status == "open" { i.into() } else { -i64::from(i) });
        let comma = if i == 1 { "" } else { "," };
        let revision = i32::from(status == "finalized");
        let (name, tickets) = (format!("Rovers v Club {}", i * 7_919 % 10_007), 5 + i * 31 % 90);
        write!(
            rows,
            "{comma}('{status}{i}', 1, {otto}, '{name}', {at}, 'Europe/London', {tickets}, 4, '', 'numbers', 'names', \
             '{status}', '', {here}, {here}, {revision})"
        )
        .unwrap();
    }
    let mut steps = vec![format!(
        "INSERT INTO events (public_id, pool_id, owner_id, name, starts_at, zone, tickets, request_limit, notes, \
         shows_before, shows_after, status, winners_line, created_at, finalized_at, revision) VALUES {rows}"
    )];
    for who in asking {
        steps.push(format!(
            "INSERT INTO requests (event_id, user_id, note, since, reason, created_at, updated_at, told_at, told, allocated) \
             SELECT e.id, {}, '', {here}, '', {here}, {here}, {here}, \
             CASE WHEN e.status = 'finalized' THEN CASE WHEN e.id % 3 = 0 THEN 0 ELSE 2 END END, \
             CASE WHEN e.status = 'finalized' THEN CASE WHEN e.id % 3 = 0 THEN 0 ELSE 2 END END \
             FROM events e WHERE e.public_id LIKE '{status}%'",
            who.person
        ));
    }
    steps.push(
        "INSERT INTO request_tiers (request_id, amount) SELECT id, 2 FROM requests WHERE id > 0 ON CONFLICT DO NOTHING"
            .to_owned(),
    );
    for sql in steps {
        town.force(&sql).await.unwrap_or_else(|error| panic!("{error}: {sql:.300}"));
    }
    recount::run(&town.site).await.unwrap();
}
