//! What goes out with every answer, whatever the answer is.

mod cookies;
mod policy;
mod reports;

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{Method, header},
};

use crate::{
    harness::{Answer, Browser, Town, form},
    site_map::{found, places},
};

/// The same on every answer.
const ALWAYS: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", NOTHING_OF_THE_DEVICE),
];

const NOTHING_OF_THE_DEVICE: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
    fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
    picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

/// The content security policy, by directive.
fn policy() -> BTreeMap<String, Vec<String>> {
    let directives = [
        ("default-src", "'none'"),
        ("script-src", "'self' 'wasm-unsafe-eval'"),
        ("style-src", "'self'"),
        ("font-src", "'self'"),
        ("connect-src", "'self'"),
        ("manifest-src", "'self'"),
        ("img-src", "'self' data:"),
        ("form-action", "'self'"),
        ("base-uri", "'none'"),
        ("object-src", "'none'"),
        ("frame-ancestors", "'none'"),
        ("report-uri", "/csp-report"),
    ];
    let sources = |list: &str| list.split(' ').map(str::to_owned).collect();
    directives.into_iter().map(|(name, list)| (name.to_owned(), sources(list))).collect()
}

/// The policy an answer carries, by directive: CSP Level 3, 2.2.1.
fn policy_of(answer: &Answer) -> BTreeMap<String, Vec<String>> {
    let all: Vec<_> = answer.headers.get_all(header::CONTENT_SECURITY_POLICY).iter().collect();
    let [one] = all.as_slice() else { panic!("{} policies", all.len()) };
    let directives: Vec<&str> = one.to_str().unwrap().split(';').map(str::trim).collect();
    let mut policy = BTreeMap::new();
    for directive in directives {
        let mut words = directive.split_ascii_whitespace().map(str::to_owned);
        let before = policy.insert(words.next().unwrap(), words.collect());
        assert!(before.is_none(), "{directive} comes twice");
    }
    policy
}

/// An answer of each kind: what it is, its status, whether it is a page.
async fn every_kind(town: &Town) -> Vec<(String, Answer, u16, bool)> {
    let numbers = found(town).await;
    let (mut nobody, mut asha, mut dana) =
        (town.browser(), town.browser_of(&town.asha).await, town.browser_of(&town.dana).await);
    let mut all = Vec::new();
    // In development only; it has a test of its own.
    for place in places(numbers).into_iter().filter(|place| place.route != "/styleguide") {
        let answer = dana.get(&place.path).await;
        all.push((place.path.clone(), answer, place.status, true));
    }
    let csv = format!("/events/{}/results.csv", numbers.finalized);
    for (path, status, page) in [
        ("/favicon.svg", 200, false),
        ("/robots.txt", 200, false),
        ("/manifest.webmanifest", 200, false),
        ("/sw.js", 200, false),
        ("/pkg/nothing.js", 404, false),
        ("/healthz", 200, false),
        ("/readyz", 200, false),
        ("/.well-known/security.txt", 404, false),
        ("/admin/audit.csv", 200, false),
        ("/events.csv", 200, false),
        (csv.as_str(), 200, false),
        ("/events/4711/draws/1.json", 303, false),
        ("/csp-report", 405, false),
        ("/api/account/rename", 405, false),
        ("/nothing", 404, true),
        ("/events/4711", 404, true),
    ] {
        all.push((path.to_owned(), dana.get(path).await, status, page));
    }
    all.push(("nobody at /".into(), nobody.get("/").await, 303, false));
    all.push(("nobody at /sign-in".into(), nobody.get("/sign-in").await, 200, true));
    all.push(("Asha at /admin/people".into(), asha.get("/admin/people").await, 403, true));
    all.extend(forms(town, &mut asha).await);
    all
}

/// Answers to forms, accepted and not.
async fn forms(town: &Town, asha: &mut Browser) -> Vec<(String, Answer, u16, bool)> {
    let path = "/api/account/rename";
    let ours = town.site.settings.app_url.clone();
    let mut all = vec![
        ("303".into(), asha.post(path, &[("name", "Asha Rao")]).await, 303, false),
        ("JSON".into(), asha.post_for_json(path, &[("name", "Asha")]).await, 200, false),
        ("JSON, refused".into(), asha.post_for_json(path, &[("name", "")]).await, 422, false),
    ];
    let kind = (header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let post = |asha: &Browser| asha.request(Method::POST, path).header(kind.0.clone(), kind.1);
    let evil = form(asha.request(Method::POST, path).header(header::ORIGIN, "https://evil.example"), &[("name", "x")]);
    let put = asha.request(Method::PUT, path).header(header::ORIGIN, &ours).body(Body::empty()).unwrap();
    let long = post(asha).header(header::ORIGIN, &ours).body(Body::from(vec![b'x'; 70_000])).unwrap();
    let text = asha.request(Method::POST, path).header(header::CONTENT_TYPE, "text/plain");
    let text = text.header(header::ORIGIN, &ours).body(Body::from("name=x")).unwrap();
    let mut elsewhere = asha.request(Method::GET, "/").body(Body::empty()).unwrap();
    elsewhere.headers_mut().insert(header::HOST, "evil.example".parse().unwrap());
    for (request, status) in [(evil, 403), (put, 405), (long, 413), (text, 415), (elsewhere, 421)] {
        all.push((status.to_string(), asha.send(request).await, status, false));
    }
    all
}

/// What is wrong with the headers of an answer.
fn wrongs((what, answer, status, page): &(String, Answer, u16, bool), https: bool) -> Vec<String> {
    let mut wrongs = Vec::new();
    let mut check = |name: &str, expected: Option<&str>| {
        let seen: Vec<_> = answer.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect();
        if seen != expected.into_iter().collect::<Vec<_>>() {
            wrongs.push(format!("{what}: {name} is {seen:?}"));
        }
    };
    for (name, value) in ALWAYS {
        check(name, Some(value));
    }
    check("strict-transport-security", https.then_some("max-age=63072000; includeSubDomains"));
    check("access-control-allow-origin", None);
    check("server", None);
    check("x-powered-by", None);
    let kept = match what.as_str() {
        "/favicon.svg" | "/robots.txt" | "/manifest.webmanifest" => "public, max-age=3600",
        "/sw.js" => "no-cache",
        _ => "no-store",
    };
    check("cache-control", Some(kept));
    if answer.status.as_u16() != *status {
        wrongs.push(format!("{what}: {} instead of {status}", answer.status));
    }
    if answer.body.starts_with("<!DOCTYPE html>") != *page || policy_of(answer) != policy() {
        wrongs.push(format!("{what}: the policy is {:?}", policy_of(answer)));
    }
    wrongs
}

both! {
    async fn every_kind_of_answer_carries_the_headers(town: Town) {
        let served = [("LEPTOS_SITE_ROOT", "public")];
        let town = town.with_settings(&served);
        let all = every_kind(&town).await;
        let found: Vec<String> = all.iter().flat_map(|one| wrongs(one, false)).collect();
        assert!(found.is_empty(), "{} wrongs:\n{}", found.len(), found.join("\n"));
        assert!(all.len() > 55, "{} answers", all.len());
    }

    async fn on_https_browsers_are_told_to_stay_there_for_two_years(town: Town) {
        let served = [("LEPTOS_SITE_ROOT", "public"), ("MAIL_ENABLED", "true")];
        let town = town.with_settings(&[&served[..], &[("APP_URL", "https://tickets.example.org")]].concat());
        let found: Vec<String> = every_kind(&town).await.iter().flat_map(|one| wrongs(one, true)).collect();
        assert!(found.is_empty(), "{} wrongs:\n{}", found.len(), found.join("\n"));
    }
}
