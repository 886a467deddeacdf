//! What a phone needs to put the site on its first screen.

use axum::{
    Extension, Json, Router,
    http::{HeaderMap, header},
    middleware::from_fn,
    response::IntoResponse,
    routing::get,
};
use serde_json::json;

use crate::{
    paths,
    server::{http::body, site::Site},
};

pub fn routes() -> Router {
    Router::new().route(paths::WEB_MANIFEST, get(manifest)).layer(from_fn(body::none))
}

/// The web application manifest (W3C, Web Application Manifest), in the language of the browser. It holds nothing of anyone's.
async fn manifest(Extension(site): Extension<Site>, headers: HeaderMap) -> impl IntoResponse {
    let accepts = headers.get(header::ACCEPT_LANGUAGE).and_then(|accepts| accepts.to_str().ok());
    let language = catalog::of_browser(accepts.unwrap_or_default());
    let name = &site.settings.app_name;
    let icon = |src: &str, sizes: &str, purpose: &str| json!({ "src": src, "sizes": sizes, "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "id": "/",
        "name": name,
        "short_name": name,
        "description": catalog::said_in(language, catalog::frame::description),
        "lang": language.tag(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#fdfaf4",
        "theme_color": "#1a2029",
        "icons": [
            icon("/icon-512.png", "512x512", "any"),
            icon("/icon-maskable-512.png", "512x512", "maskable"),
            { "src": "/favicon.svg", "sizes": "any", "type": "image/svg+xml" },
        ],
    });
    let headers = [
        (header::CONTENT_TYPE, "application/manifest+json"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
        (header::VARY, "accept-language"),
    ];
    (headers, Json(manifest))
}
