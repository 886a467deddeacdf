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
        services::{self, allocation, audit::SearchForm},
        site::Site,
    },
};

/// The record of a draw as a JSON file: `{draw}.json`.
pub async fn record(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path((number, file)): Path<(String, String)>,
) -> Response {
    let draw = file.strip_suffix(".json").and_then(|draw| draw.parse::<i32>().ok());
    let (Some(actor), Ok(number), Some(draw)) = (visitor.actor, number.parse::<i32>(), draw) else {
        return Redirect::to(&paths::problem("not-found")).into_response();
    };
    match services::draw::record(&site, &actor, number, draw).await {
        Ok(record) => {
            let disposition = format!("attachment; filename=\"event-{number}-draw-{draw}.json\"");
            let headers = [(header::CONTENT_TYPE, "application/json"), (header::CONTENT_DISPOSITION, &disposition)];
            (StatusCode::OK, headers, record).into_response()
        }
        Err(refused) => {
            Redirect::to(&paths::problem(reply::problem_word(&reply::refusal(&site, refused)))).into_response()
        }
    }
}

/// The result of an event as a CSV file.
pub async fn results_csv(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
) -> Response {
    let (Some(actor), Ok(number)) = (visitor.actor, number.parse::<i32>()) else {
        return Redirect::to(&paths::problem("not-found")).into_response();
    };
    match allocation::results_csv(&site, &actor, number).await {
        Ok(csv) => {
            let disposition = format!("attachment; filename=\"tickets-{number}.csv\"");
            let headers =
                [(header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::CONTENT_DISPOSITION, &disposition)];
            (StatusCode::OK, headers, csv).into_response()
        }
        Err(refused) => match reply::refusal(&site, refused) {
            Refusal::NotNow { .. } => Redirect::to(&paths::event(number)).into_response(),
            refusal => Redirect::to(&paths::problem(reply::problem_word(&refusal))).into_response(),
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
        Ok(csv) => {
            let disposition = "attachment; filename=\"audit.csv\"";
            let headers =
                [(header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::CONTENT_DISPOSITION, disposition)];
            (StatusCode::OK, headers, csv).into_response()
        }
        Err(refused) => match reply::refusal(&site, refused) {
            // The page names the field.
            Refusal::Invalid { .. } => {
                Redirect::to(&format!("{}?{}", paths::AUDIT, uri.query().unwrap_or_default())).into_response()
            }
            refusal => Redirect::to(&paths::problem(reply::problem_word(&refusal))).into_response(),
        },
    }
}
