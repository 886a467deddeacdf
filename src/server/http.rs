//! The border to the web: one router, its layers in order.

pub mod assets;
mod border;
mod client;
mod cookies;
mod files;
mod guard;
pub mod headers;
mod health;
mod install;
pub mod reply;
mod reports;
mod visit;

use std::{sync::Arc, time::Duration};

use axum::{
    Extension, Router,
    middleware::{from_fn, from_fn_with_state},
    routing::{get, post},
};
use leptos::{config::LeptosOptions, context::provide_context};
use leptos_axum::{LeptosRoutes, generate_route_list};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    csrf::{CsrfLayer, ProtectionError},
    timeout::TimeoutLayer,
    trace::TraceLayer,
};

use self::assets::Assets;
pub use self::visit::{Visit, Visitor, visit};
use super::site::Site;
use crate::{
    app::{App, shell},
    paths,
};

/// The whole site.
///
/// A request passes, from the outside in: headers, panics caught, the trace, the deadline, compression; the host it names,
/// where it comes from, its body. Then health, assets and reports answer at once. Pages and server functions go on through the
/// forgery checks, the session, and the rule that everything not listed as public needs somebody signed in.
pub fn router(site: Site, assets: Assets) -> Router {
    let options = LeptosOptions::builder().output_name("ticket-pool").build();
    let assets = Arc::new(assets);
    let context = {
        let (site, assets) = (site.clone(), Arc::clone(&assets));
        move || {
            provide_context(site.clone());
            provide_context(Arc::clone(&assets));
        }
    };
    let functions = {
        let context = context.clone();
        move |request| leptos_axum::handle_server_fns_with_context(context.clone(), request)
    };
    let everything_else = leptos_axum::render_app_async_with_context(context.clone(), shell);
    let inner = ServiceBuilder::new()
        // What tower-http brings; ours behind it is stricter.
        .layer(CsrfLayer::new().with_rejection_response(|_: ProtectionError| border::not_ours()))
        .layer(from_fn_with_state(site.clone(), border::same_origin))
        .layer(from_fn_with_state(site.clone(), guard::identify))
        .layer(from_fn(guard::signed_in_or_public))
        .layer(from_fn(guard::garbled));
    let pages = Router::new()
        .route("/api/{*function}", axum::routing::any(functions))
        .route("/events/{number}/results.csv", get(files::results_csv))
        .route("/events/{number}/event.ics", get(files::calendar))
        .route("/events/{number}/draws/{file}", get(files::record))
        .route(paths::EVENTS_CSV, get(files::events_csv))
        .route(paths::PEOPLE_CSV, get(files::people_csv))
        .route(paths::AUDIT_CSV, get(files::audit_csv))
        .route(paths::OWN_DATA, get(files::own_data))
        .leptos_routes_with_context(&options, generate_route_list(App), context, shell)
        .fallback(everything_else)
        .layer(inner);
    let outer = ServiceBuilder::new()
        .layer(from_fn_with_state(site.clone(), headers::on_every_answer))
        .layer(CatchPanicLayer::new())
        .layer(TraceLayer::new_for_http().make_span_with(guard::span))
        .layer(TimeoutLayer::with_status_code(http::StatusCode::REQUEST_TIMEOUT, Duration::from_secs(15)))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(site.clone(), border::our_host))
        .layer(from_fn_with_state(site.clone(), client::find_out))
        .layer(from_fn(border::whole_body));
    Router::new()
        .route(paths::HEALTHZ, get(health::healthz))
        .route(paths::READYZ, get(health::readyz))
        .route(paths::WEB_MANIFEST, get(install::manifest))
        .route(paths::SECURITY_TXT, get(reports::security_txt))
        .route(paths::CSP_REPORT, post(reports::csp_report))
        .merge(assets::routes(&site.settings.site_root))
        .merge(pages)
        .layer(Extension(site))
        .layer(outer)
        .with_state(options)
}
