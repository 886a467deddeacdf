//! Forms that other sites have someone's browser send, and every other way to call a server function.

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Method, StatusCode, header, request::Builder},
};
use server_fn::axum::server_fn_paths;
use ticket_pool::{
    api::{Reply, WITH_FILES},
    error::{Obstacle, Refusal},
};

use super::functions::{Call, Form, ONE_EACH, Stage, Who, pairs, reply};
use crate::harness::{Browser, DOMAIN, encoded, form};

/// What a browser says of where a form comes from, when it does not come from a page of ours.
const FROM_ELSEWHERE: [&[(&str, &str)]; 15] = [
    &[],
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("sec-fetch-site", "none")],
    &[("sec-fetch-site", "Same-Origin")],
    &[("sec-fetch-site", "")],
    &[("sec-fetch-site", "cross-site"), ("origin", "http://localhost:5000")],
    &[("sec-fetch-site", "same-site"), ("origin", "http://localhost:5000")],
    &[("sec-fetch-site", "none"), ("origin", "http://localhost:5000")],
    &[("origin", "null")],
    &[("origin", "https://evil.example")],
    &[("origin", "https://localhost:5000")],
    &[("origin", "http://localhost")],
    &[("origin", "http://localhost:5000.evil.example")],
    &[("referer", "http://localhost:5000/account")],
];

/// Kinds of bodies that pages of other sites can send without asking, and others that are no form.
const NO_FORM: [&str; 8] = [
    "",
    "text/plain",
    "text/plain; application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json",
    "application/cbor",
    "application/xml",
    "application/x-www-form-urlencoded-too",
];

/// A request of this browser with further headers, as an island sends it.
fn request(browser: &Browser, method: Method, path: &str, headers: &[(&str, &str)]) -> Builder {
    let mut request = browser.request(method, path);
    request.headers_mut().unwrap().insert(header::ACCEPT, "application/json".parse().unwrap());
    headers.iter().fold(request, |request, &(name, value)| request.header(name, value))
}

/// A form that would be accepted from Dana, who may do everything, and her browser.
async fn ready(stage: &Stage, call: Call) -> (Browser, Form) {
    let mut dana = stage.browser(Who::Dana).await;
    let form = stage.form(call, Who::Dana, &mut dana).await;
    (dana, form)
}

#[test]
fn there_is_a_form_for_every_server_function() {
    let ours: BTreeSet<&str> = ONE_EACH.iter().map(|call| call.path()).collect();
    let there: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path).collect();
    assert_eq!(ours, there);
    assert!(server_fn_paths().all(|(_, method)| method == Method::POST));
}

both! {
    async fn a_form_from_elsewhere_does_nothing_and_the_same_from_a_page_of_ours_is_done(town: Town) {
        let stage = Stage::set(&town).await;
        for call in ONE_EACH {
            let (mut dana, fields) = ready(&stage, call).await;
            let before = town.snapshot(&DOMAIN).await;
            for headers in FROM_ELSEWHERE {
                let forged = encoded(call.path(), request(&dana, Method::POST, call.path(), headers), &pairs(&fields));
                let answer = dana.send(forged).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{call:?} {headers:?}");
                let said = "This form was not sent from a page of this site. Open the page and try again.\n";
                assert_eq!(answer.body, said, "{call:?} {headers:?}");
                assert_eq!(answer.headers.get(header::SET_COOKIE), None, "{call:?} {headers:?}");
            }
            assert_eq!(town.snapshot(&DOMAIN).await, before, "{call:?}");
            let own = request(&dana, Method::POST, call.path(), &[("sec-fetch-site", "same-origin")]);
            let answer = dana.send(encoded(call.path(), own, &pairs(&fields))).await;
            match reply(&answer) {
                // Looking saves nothing.
                Reply::Done { .. } if call == Call::LookAtImport => {}
                Reply::Done { .. } => assert_ne!(town.snapshot(&DOMAIN).await, before, "{call:?}"),
                Reply::Refused { refusal, .. } => {
                    assert_eq!((call, refusal), (Call::SetUp, Refusal::NotNow { why: Obstacle::AlreadySetUp }));
                }
            }
        }
    }

    async fn a_body_that_is_no_form_does_nothing(town: Town) {
        let stage = Stage::set(&town).await;
        for call in ONE_EACH {
            let (mut dana, fields) = ready(&stage, call).await;
            let encoded = serde_urlencoded::to_string(&fields).unwrap();
            let before = town.snapshot(&DOMAIN).await;
            for kind in NO_FORM.into_iter().filter(|kind| !(kind.starts_with("multipart") && WITH_FILES.contains(&call.path()))) {
                let mut other = request(&dana, Method::POST, call.path(), &[("sec-fetch-site", "same-origin")]);
                if !kind.is_empty() {
                    other = other.header(header::CONTENT_TYPE, kind);
                }
                let answer = dana.send(other.body(Body::from(encoded.clone())).unwrap()).await;
                let said = (answer.status, answer.body.as_str());
                let takes = if WITH_FILES.contains(&call.path()) { "multipart/form-data" } else { "application/x-www-form-urlencoded" };
                let says = format!("What is sent here is {takes}.\n");
                assert_eq!(said, (StatusCode::UNSUPPORTED_MEDIA_TYPE, says.as_str()), "{call:?} {kind:?}");
            }
            assert_eq!(town.snapshot(&DOMAIN).await, before, "{call:?}");
        }
        let mut asha = town.browser_of(&town.asha).await;
        let named = request(&asha, Method::POST, "/api/account/rename", &[("sec-fetch-site", "same-origin")]);
        let named = named.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded; charset=utf-8");
        assert_eq!(asha.send(named.body(Body::from("name=Asha+Rao")).unwrap()).await.status, StatusCode::OK);
        assert_eq!(town.actor("Asha").await.name, "Asha Rao");
    }

    async fn no_method_but_post_does_anything(town: Town) {
        let stage = Stage::set(&town).await;
        let expected = [
            (Method::GET, StatusCode::METHOD_NOT_ALLOWED),
            (Method::HEAD, StatusCode::METHOD_NOT_ALLOWED),
            (Method::PUT, StatusCode::METHOD_NOT_ALLOWED),
            (Method::DELETE, StatusCode::METHOD_NOT_ALLOWED),
            (Method::PATCH, StatusCode::METHOD_NOT_ALLOWED),
            (Method::OPTIONS, StatusCode::METHOD_NOT_ALLOWED),
            (Method::TRACE, StatusCode::METHOD_NOT_ALLOWED),
        ];
        for call in ONE_EACH {
            let (mut dana, fields) = ready(&stage, call).await;
            let before = town.snapshot(&[&DOMAIN[..], &["form_drafts", "limits"]].concat()).await;
            let in_query = format!("{}?{}", call.path(), serde_urlencoded::to_string(&fields).unwrap());
            for (method, status) in &expected {
                let own = [("origin", "http://localhost:5000"), ("sec-fetch-site", "same-origin")];
                let answer = dana.send(form(request(&dana, method.clone(), &in_query, &own), &pairs(&fields))).await;
                assert_eq!(answer.status, *status, "{method} {call:?}");
                assert_eq!(answer.headers.get(header::SET_COOKIE), None, "{method} {call:?}");
                assert_eq!(answer.headers.get(header::ACCESS_CONTROL_ALLOW_ORIGIN), None, "{method} {call:?}");
            }
            let after = town.snapshot(&[&DOMAIN[..], &["form_drafts", "limits"]].concat()).await;
            assert_eq!(after, before, "{call:?}");
        }
    }

    async fn nothing_is_sent_to_a_page(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let before = town.snapshot(&DOMAIN).await;
        for path in ["/", "/sign-in", "/account", "/admin/people/new", "/favicon.svg", "/healthz", "/nothing"] {
            let own = request(&dana, Method::POST, path, &[("sec-fetch-site", "same-origin")]);
            let answer = dana.send(form(own, &[("name", "Mallory")])).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
            assert_eq!(answer.body, "Nothing is sent to this page.\n", "{path}");
        }
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }
}
