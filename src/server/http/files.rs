use axum::{
    Extension,
    extract::{Path, Query},
    http::{StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};

use super::{reply, visit::Visitor};
use crate::{
    error::Refusal,
    paths,
    server::{
        services::{self, allocation, audit::SearchForm, event},
        site::Site,
    },
};

/// The record of a draw as a JSON file: `{draw}.json`.
pub async fn record(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path((number, name)): Path<(String, String)>,
) -> Response {
    let draw = name.strip_suffix(".json").and_then(|draw| draw.parse::<i32>().ok());
    let (Some(actor), Ok(number), Some(draw)) = (visitor.actor, number.parse::<i32>(), draw) else {
        return problem(&Refusal::NotFound);
    };
    match services::draw::record(&site, &actor, number, draw).await {
        Ok(record) => file("application/json", &format!("event-{number}-draw-{draw}.json"), record),
        Err(refused) => problem(&reply::refusal(&site, refused)),
    }
}

/// An event as a file for a calendar.
pub async fn calendar(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
) -> Response {
    let (Some(actor), Ok(number)) = (visitor.actor, number.parse::<i32>()) else {
        return problem(&Refusal::NotFound);
    };
    match event::calendar(&site, &actor, number).await {
        Ok(entry) => file("text/calendar; charset=utf-8", &format!("event-{number}.ics"), entry),
        Err(refused) => problem(&reply::refusal(&site, refused)),
    }
}

/// The result of an event as a CSV file.
pub async fn results_csv(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
) -> Response {
    let (Some(actor), Ok(number)) = (visitor.actor, number.parse::<i32>()) else {
        return problem(&Refusal::NotFound);
    };
    match allocation::results_csv(&site, &actor, number).await {
        Ok(csv) => file(CSV, &format!("tickets-{number}.csv"), csv),
        Err(refused) => match reply::refusal(&site, refused) {
            Refusal::NotNow { .. } => Redirect::to(&paths::event(number)).into_response(),
            refusal => problem(&refusal),
        },
    }
}

/// The audit log as a CSV file, narrowed down as its page is.
pub async fn audit_csv(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Query(form): Query<SearchForm>,
    uri: Uri,
) -> Response {
    let done = match &visitor.actor {
        Some(actor) => services::audit::csv(&site, actor, &form).await,
        None => Err(Refusal::SignedOut.into()),
    };
    match done {
        Ok(csv) => file(CSV, "audit.csv", csv),
        Err(refused) => match reply::refusal(&site, refused) {
            // The page names the field.
            Refusal::Invalid { .. } => {
                Redirect::to(&format!("{}?{}", paths::AUDIT, uri.query().unwrap_or_default())).into_response()
            }
            refusal => problem(&refusal),
        },
    }
}

const CSV: &str = "text/csv; charset=utf-8";

/// Something to keep under a name.
fn file(kind: &str, name: &str, body: impl IntoResponse) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &disposition)];
    (StatusCode::OK, headers, body).into_response()
}

/// To the page that says why there is none.
fn problem(refusal: &Refusal) -> Response {
    Redirect::to(&paths::problem(reply::problem_word(refusal))).into_response()
}
