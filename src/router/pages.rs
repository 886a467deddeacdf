use std::sync::Arc;

use axum::{
    Router,
    extract::{FromRequestParts, RawPathParams, Request},
    http::StatusCode,
    middleware::from_fn,
    response::{IntoResponse, Response},
    routing::get,
};
use hydration_context::SsrSharedContext;
use leptos::prelude::{Owner, ScopedFuture};

use crate::{
    app::{Makes, NOTHING_THERE, PAGES},
    components::refused_page,
    server::{
        http::{Visit, assets::Assets, guard, packed},
        services::Fault,
        site::Site,
    },
};

/// Pages, also with a slash too many, as some programs add one. All that are not for everyone, with whatever is not there, want
/// someone signed in.
pub fn routes(site: &Site, assets: &Arc<Assets>) -> Router {
    let page = |makes: Makes| {
        let (site, assets) = (site.clone(), Arc::clone(assets));
        get(move |request: Request| show((site.clone(), Arc::clone(&assets)), makes, request))
    };
    let pages = PAGES.iter().fold(Router::new(), |router, &(url, makes)| {
        let router = router.route(url, page(makes));
        if url.ends_with('/') { router } else { router.route(&format!("{url}/"), page(makes)) }
    });
    let pages = pages.fallback(page(NOTHING_THERE)).layer(from_fn(guard::signed_in));
    super::looked_at(pages, site).layer(from_fn(super::tail::cut)).layer(from_fn(packed::packed))
}

/// Makes a page and shows it. Views are made within an owner of their own, which ends with the answer, and wake nowhere but in
/// islands.
async fn show((site, assets): (Site, Arc<Assets>), makes: Makes, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let named = RawPathParams::from_request_parts(&mut parts, &()).await.ok();
    let visit = Visit::of(site, assets, &parts, named.as_ref());
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let made = owner.with(|| ScopedFuture::new(makes(visit.clone()))).await;
    let shown = owner.with(|| match made {
        Ok(page) => page.answer(&visit),
        Err(refused) => refused_page(&visit, refused),
    });
    shown.unwrap_or_else(|fault| broken(&fault))
}

fn broken(fault: &Fault) -> Response {
    tracing::error!(%fault, "a page could not be shown");
    (StatusCode::INTERNAL_SERVER_ERROR, "Something broke on our side.\n").into_response()
}
