//! What other services post here of their own accord. Who they are is in what they post, never in a cookie or an origin.

use axum::{
    Extension, Router, body::Bytes, http::StatusCode, middleware::from_fn_with_state, response::IntoResponse,
    response::Response, routing::post,
};

use crate::{
    paths,
    server::{
        auth::Client,
        http::{
            body::{self, Takes},
            reply,
        },
        services::bounces::{self, Answer},
        site::Site,
    },
};

/// As Amazon SNS posts: JSON that it calls plain text, of at most 256 KiB.
const SNS: Takes = Takes::posted(&["text/plain", "application/json"], 256 * 1024);

pub fn routes() -> Router {
    Router::new().route(paths::SNS_HOOK, post(sns).layer(from_fn_with_state(SNS, body::whole)))
}

/// What became of emails, told by Amazon SES through SNS.
async fn sns(Extension(site): Extension<Site>, Extension(client): Extension<Client>, body: Bytes) -> Response {
    match bounces::receive(&site, &client, &body).await {
        Ok(Answer::Taken) => StatusCode::NO_CONTENT,
        Ok(Answer::Closed) => StatusCode::NOT_FOUND,
        Ok(Answer::Refused) => StatusCode::FORBIDDEN,
        Ok(Answer::TooMany) => StatusCode::TOO_MANY_REQUESTS,
        Ok(Answer::Later) => StatusCode::SERVICE_UNAVAILABLE,
        Err(refused) => reply::status(&reply::refusal(&site, refused)),
    }
    .into_response()
}
