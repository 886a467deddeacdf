use axum::{
    Router,
    extract::Request,
    middleware::{from_fn, from_fn_with_state},
    routing::{any, post},
};
use leptos_axum::handle_server_fns_with_context;
use server_fn::axum::server_fn_paths;
use tower::ServiceBuilder;

use crate::{
    api, paths,
    server::{
        http::{
            body::{self, Takes},
            border, guard,
            twice::{self, Twice},
        },
        site::Site,
    },
};

/// Server functions, each at its own URL and with a limit of its own. Nothing is read for someone who is not signed in, but
/// where they come in; what else is permitted each function decides itself, and answers a form with words.
pub fn routes(site: &Site, context: impl Fn() + Clone + Send + Sync + 'static) -> Router {
    let call = move |request: Request| handle_server_fns_with_context(context.clone(), request);
    let taken = |path| {
        let most = api::longest_form(path);
        let takes = if api::WITH_FILES.contains(&path) { Takes::files(most) } else { Takes::form(most) };
        from_fn_with_state(takes, body::whole)
    };
    let before = || {
        ServiceBuilder::new()
            .layer(border::cross_site(&site.settings))
            .layer(from_fn_with_state(site.clone(), border::sent_from_our_page))
            .layer(from_fn_with_state(site.clone(), guard::identify))
            .layer(from_fn(guard::garbled))
    };
    let twice = Twice::default();
    let functions = server_fn_paths().fold(Router::new(), |router, (path, _)| {
        let function = post(call.clone()).layer(from_fn_with_state((site.clone(), twice.clone()), twice::once));
        let open = api::FOR_EVERYBODY.contains(&path);
        // A long body is read for whoever is signed in: of the others nobody fills the memory.
        let function = match (open, api::is_longer(path)) {
            (true, _) => function.layer(before()).layer(taken(path)),
            (false, false) => function.layer(from_fn(guard::known_first)).layer(before()).layer(taken(path)),
            (false, true) => function.layer(taken(path)).layer(from_fn(guard::known_first)).layer(before()),
        };
        router.route(path, function)
    });
    // What is no function's passes the same, and is then told that there is none.
    ["", "/", "/{*nothing}"]
        .map(|rest| format!("{}{rest}", paths::API))
        .iter()
        .fold(functions, |router, path| router.route(path, any(call.clone()).layer(before()).layer(taken(path))))
}
