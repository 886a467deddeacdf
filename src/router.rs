//! Every URL and what answers it. One file a kind: what is of one kind has the same before it.

mod assets;
mod files;
mod functions;
mod health;
mod hooks;
mod install;
mod metrics;
mod pages;
mod reports;
mod tail;
mod unsubscribe;

use std::sync::Arc;

use axum::{
    Extension, Router,
    middleware::{from_fn, from_fn_with_state},
};
use leptos::context::provide_context;
use tower::ServiceBuilder;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, trace::TraceLayer};

pub use self::metrics::metrics_router;
use crate::server::{
    http::{assets::Assets, body, border, client, deadline, guard, headers, measure},
    site::Site,
};

/// The whole site.
///
/// A request passes, from the outside in: headers, panics caught, the trace, the deadline, compression, the length of its
/// URL. Health answers now, since whoever asks for it comes by address. For everything else follow the host that is named,
/// from where the request comes, and what stands before its kind.
pub fn router(site: Site, assets: Assets) -> Router {
    let assets = Arc::new(assets);
    let by_name = ServiceBuilder::new()
        .layer(from_fn_with_state(site.clone(), border::our_host))
        .layer(from_fn_with_state(site.clone(), client::find_out));
    let named = Router::new()
        .merge(assets::routes(&site.settings.site_root))
        .merge(install::routes())
        .merge(reports::routes())
        .merge(hooks::routes())
        .merge(unsubscribe::routes())
        .merge(files::routes(&site))
        .merge(functions::routes(&site, context(&site, &assets)))
        .merge(pages::routes(&site, &assets))
        .layer(by_name);
    let all = ServiceBuilder::new()
        .layer(from_fn_with_state(site.clone(), headers::on_every_answer))
        .layer(CatchPanicLayer::new())
        .layer(TraceLayer::new_for_http().make_span_with(guard::span))
        .layer(from_fn_with_state(site.clone(), measure::answered))
        .layer(from_fn(deadline::in_time))
        .layer(CompressionLayer::new())
        .layer(from_fn(border::short_url));
    Router::new().merge(health::routes()).merge(named).layer(Extension(site)).layer(all)
}

/// What every server function finds.
fn context(site: &Site, assets: &Arc<Assets>) -> impl Fn() + Clone + Send + Sync + 'static + use<> {
    let (site, assets) = (site.clone(), Arc::clone(assets));
    move || {
        provide_context(site.clone());
        provide_context(Arc::clone(&assets));
    }
}

/// Before what people look at, and nothing is sent to: who they are is found out.
fn looked_at(routes: Router, site: &Site) -> Router {
    let before = ServiceBuilder::new()
        .layer(from_fn(body::none))
        .layer(border::cross_site(&site.settings))
        .layer(from_fn(border::looked_at))
        .layer(from_fn_with_state(site.clone(), guard::identify));
    routes.layer(before)
}
