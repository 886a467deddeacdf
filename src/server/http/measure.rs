//! How many requests there are, and how long their answers take.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
};

use crate::server::site::Site;

/// Notes each answer under the pattern of its route, where someone reads the figures.
pub async fn answered(State(site): State<Site>, request: Request, next: Next) -> Response {
    if site.settings.metrics_listen.is_none() {
        return next.run(request).await;
    }
    let route = request.extensions().get::<MatchedPath>().cloned();
    let begun = Instant::now();
    let response = next.run(request).await;
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    site.observed.requests.note(route, response.status().as_u16(), begun.elapsed());
    response
}
