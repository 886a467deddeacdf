//! One tap in an email program that turns emails off (RFC 8058): a POST to the address of the link at an email's foot, without
//! cookie, origin, or redirect. What is not that form changes nothing, and neither does looking at the page.

use axum::{
    Extension, Router,
    body::Bytes,
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::post,
};

use crate::{
    paths,
    server::{
        http::{
            body::{self, Takes},
            reply,
        },
        services::choices,
        site::Site,
    },
};

/// What email programs send: RFC 8058 wants the one, and permits the other.
const ONE_TAP: Takes = Takes::posted(&["multipart/form-data", "application/x-www-form-urlencoded"], 4 * 1024);
const FIELD: &str = "List-Unsubscribe";
const VALUE: &str = "One-Click";

pub fn routes() -> Router {
    let one_tap = post(stop).layer(from_fn_with_state(ONE_TAP, body::whole));
    Router::new().route(&format!("{}/{{token}}", paths::EMAILS), one_tap)
}

async fn stop(
    Extension(site): Extension<Site>,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !is_one_tap(&headers, &body) {
        return (StatusCode::BAD_REQUEST, "Nothing was changed. Open this address in a browser.\n").into_response();
    }
    match choices::stop(&site, &token).await {
        Ok(true) => (StatusCode::OK, "These emails are turned off.\n").into_response(),
        Ok(false) => (StatusCode::NOT_FOUND, "Nobody stands behind this link. Nothing was changed.\n").into_response(),
        Err(refused) => reply::status(&reply::refusal(&site, refused)).into_response(),
    }
}

/// Whether a body is the form of RFC 8058, section 3.1, in one of its two shapes: this field with this value, and nothing else.
fn is_one_tap(headers: &HeaderMap, body: &[u8]) -> bool {
    let Ok(body) = std::str::from_utf8(body) else { return false };
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let Some(boundary) = boundary(kind) else {
        return body.trim_end() == format!("{FIELD}={VALUE}");
    };
    let (body, between) = (body.replace("\r\n", "\n"), format!("--{boundary}"));
    let mut parts = body.split(&between).skip(1);
    let (Some(part), Some(end), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    let Some((head, value)) = part.split_once("\n\n") else { return false };
    let named = head.split([';', '\n']).any(|word| word.trim() == format!("name=\"{FIELD}\""));
    named && value.trim_end() == VALUE && end.trim_end() == "--"
}

/// The boundary of a body of several parts; `None`: it is of another kind.
fn boundary(kind: &str) -> Option<&str> {
    let (media, parameters) = kind.split_once(';')?;
    let named = parameters.split(';').find_map(|one| one.trim().strip_prefix("boundary="))?;
    let boundary = named.trim_matches('"');
    (media.trim().eq_ignore_ascii_case("multipart/form-data") && !boundary.is_empty()).then_some(boundary)
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header};

    use super::is_one_tap;

    fn taken(kind: &'static str, body: &str) -> bool {
        let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(kind))]);
        is_one_tap(&headers, body.as_bytes())
    }

    #[test]
    fn only_the_form_of_the_standard_is_one_tap() {
        let (form, parts) = ("application/x-www-form-urlencoded", "multipart/form-data; boundary=\"--abc\"");
        let part =
            "----abc\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n----abc--\r\n";
        assert!(taken(form, "List-Unsubscribe=One-Click") && taken(form, "List-Unsubscribe=One-Click\r\n"));
        assert!(taken(parts, part));
        for odd in ["", "List-Unsubscribe", "List-Unsubscribe=", "list-unsubscribe=one-click", "List-Unsubscribe=Yes"] {
            assert!(!taken(form, odd) && !taken(parts, odd), "{odd}");
        }
        for odd in ["x=1&List-Unsubscribe=One-Click", "List-Unsubscribe=One-Click&x=1", part] {
            assert!(!taken(form, odd), "{odd}");
        }
        for odd in [part.replace("One-Click", "No"), part.replace("List-Uns", "X-Uns"), part.replace("abc--", "abc")] {
            assert!(!taken(parts, &odd), "{odd}");
        }
        assert!(!taken("multipart/form-data", part));
    }
}
