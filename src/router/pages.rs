use axum::{Router, middleware::from_fn, routing::get};
use leptos_axum::{generate_route_list, render_app_async_with_context};

use crate::{
    app::{App, FOR_EVERYBODY, shell},
    server::{http::guard, site::Site},
};

/// Pages, in two groups: those for everyone, and all others with whatever is not there, which want someone signed in.
pub fn routes(site: &Site, context: impl Fn() + Clone + Send + Sync + 'static) -> Router {
    let page = render_app_async_with_context(context, shell);
    let for_everybody = FOR_EVERYBODY.into_iter().fold(Router::new(), |router, part| {
        let [slash, below] = ["/", "/{*below}"].map(|rest| format!("{part}{rest}"));
        [part, &slash, &below].into_iter().fold(router, |router, path| router.route(path, get(page.clone())))
    });
    let signed_in = generate_route_list(App)
        .into_iter()
        .filter(|listed| !FOR_EVERYBODY.contains(&part(listed.path())))
        .fold(Router::new(), |router, listed| router.route(listed.path(), get(page.clone())))
        .fallback(page)
        .layer(from_fn(guard::signed_in));
    super::looked_at(for_everybody.merge(signed_in), site)
}

/// The part of the site that a route belongs to: its path up to the second slash.
fn part(route: &str) -> &str {
    match route.match_indices('/').nth(1) {
        Some((second, _)) => &route[..second],
        None => route,
    }
}
