use std::path::Path;

use axum::{
    Router,
    http::{HeaderValue, Response, StatusCode, header},
    middleware::from_fn,
};
use tower::ServiceBuilder;
use tower_http::{
    services::{ServeDir, ServeFile},
    set_header::SetResponseHeaderLayer,
};

use crate::server::http::body;

/// Files below no folder, under names that stay.
const AT_THE_TOP: [&str; 13] = [
    "favicon.svg",
    "icon-180.png",
    "icon-512.png",
    "icon-maskable-512.png",
    "icons.svg",
    "robots.txt",
    "boot.js",
    "continue.js",
    "forms.js",
    "review.js",
    "check.js",
    "check-worker.js",
    "sw.js",
];

/// Style, script, wasm and icons: `304` and precompressed forms included, cached forever when their name holds a hash.
pub fn routes(site_root: &Path) -> Router {
    let hashed = site_root.join("pkg/manifest.json").exists();
    let cached = |value| SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, for_files_only(value));
    let for_ever = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    let pkg = ServeDir::new(site_root.join("pkg")).precompressed_br().precompressed_gzip();
    let mut router = Router::new().nest_service("/pkg", ServiceBuilder::new().layer(cached(for_ever)).service(pkg));
    for name in AT_THE_TOP {
        let file = ServeFile::new(site_root.join(name));
        // Browsers look for a new service worker themselves; an old one in a cache would keep its old page.
        let kept = if name == "sw.js" { "no-cache" } else { "public, max-age=3600" };
        let service = ServiceBuilder::new().layer(cached(kept)).service(file);
        router = router.route_service(&format!("/{name}"), service);
    }
    router.layer(from_fn(body::none))
}

/// A file is cached, and so is that it has not changed; that there is none is not, since it may come with the next version.
fn for_files_only<B>(value: &'static str) -> impl Fn(&Response<B>) -> Option<HeaderValue> + Clone {
    move |answer| {
        let there = answer.status().is_success() || answer.status() == StatusCode::NOT_MODIFIED;
        there.then_some(HeaderValue::from_static(value))
    }
}
