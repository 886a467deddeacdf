use axum::{
    Extension,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};

use super::{reply, visit::Visitor};
use crate::{
    error::Refusal,
    paths,
    server::{services::allocation, site::Site},
};

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
