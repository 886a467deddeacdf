//! What others may know about the safety of this site, and what browsers report of it.

use axum::{
    Extension, Json, Router,
    body::Bytes,
    http::{StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use chrono::TimeDelta;
use serde::Deserialize;
use serde_json::json;

use crate::{
    paths,
    server::{
        auth::Client,
        http::{
            body::{self, Takes},
            reply,
        },
        services::{csp, statements},
        site::Site,
    },
};

/// What a browser sends of its own accord, with cookies or without, from whatever page: it is never anyone's word.
const REPORT: Takes = Takes::posted(&["application/csp-report", "application/json"], 16 * 1024);

pub fn routes() -> Router {
    let reports = post(csp_report).layer(from_fn_with_state(REPORT, body::whole));
    let contact = get(security_txt).layer(from_fn(body::none));
    let head = get(head).layer(from_fn(body::none));
    Router::new().route(paths::CSP_REPORT, reports).route(paths::SECURITY_TXT, contact).route(paths::HEAD, head)
}

#[derive(Deserialize)]
struct Report {
    #[serde(rename = "csp-report")]
    report: Blocked,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Blocked {
    #[serde(default)]
    effective_directive: String,
    #[serde(default)]
    violated_directive: String,
}

/// Counts what the content security policy blocked somewhere. Only the directive is looked at; the rest of a report is
/// whatever someone sends.
async fn csp_report(Extension(site): Extension<Site>, Extension(client): Extension<Client>, body: Bytes) -> StatusCode {
    let Ok(Report { report }) = serde_json::from_slice(&body) else { return StatusCode::BAD_REQUEST };
    let named =
        if report.effective_directive.is_empty() { report.violated_directive } else { report.effective_directive };
    let directive = named.split(' ').next().unwrap_or_default();
    match csp::count(&site, &client, directive).await {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(error) => {
            tracing::error!(%error, "a report could not be counted");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

/// The end of the chain of statements and the key behind it, without anyone's name: whoever notes it now and then sees later
/// whether what the site said in between was changed.
async fn head(Extension(site): Extension<Site>) -> Response {
    let head = match statements::head(&site).await {
        Ok(head) => head,
        Err(refused) => {
            let refusal = reply::refusal(&site, refused);
            return reply::status(&refusal).into_response();
        }
    };
    let Some((key, _)) = &head.key else { return StatusCode::NOT_FOUND.into_response() };
    let told = json!({
        "format": "ticket-pool/head/1", "site": site.settings.app_url, "key": key.to_string(),
        "number": head.number, "link": head.link.to_string(),
    });
    ([(header::CACHE_CONTROL, "no-store")], Json(told)).into_response()
}

/// How to report a vulnerability of this site (RFC 9116), if the admin says so.
async fn security_txt(Extension(site): Extension<Site>) -> Response {
    let Some(contact) = &site.settings.security_contact else { return StatusCode::NOT_FOUND.into_response() };
    let expires = (site.now() + TimeDelta::days(180)).format("%Y-%m-%dT00:00:00Z");
    let canonical = site.settings.link(paths::SECURITY_TXT);
    let text = format!("Contact: {contact}\nExpires: {expires}\nPreferred-Languages: en\nCanonical: {canonical}\n");
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
