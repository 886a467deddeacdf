//! The document and its routes.

use std::sync::Arc;

use axum::http::{HeaderValue, header};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::{
    pages, paths,
    server::http::{assets::Assets, headers::content_security_policy},
};

/// The document around every page. What is small and always needed is linked here; the wasm is not.
pub fn shell() -> impl IntoView {
    let assets = expect_context::<Arc<Assets>>();
    let nonce = use_nonce();
    let policy = content_security_policy(nonce.as_deref());
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        expect_context::<ResponseOptions>().insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#1a2029" media="(prefers-color-scheme: light)"/>
                <meta name="theme-color" content="#1d222a" media="(prefers-color-scheme: dark)"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/icon-180.png"/>
                <link rel="manifest" href=paths::WEB_MANIFEST/>
                <link rel="stylesheet" href=assets.css.clone()/>
                <script type="module" src=assets.forms.clone()></script>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// The parts of the site that are for everyone, with all that is asked for below them: a link that was cut off or has a
/// slash too many shows what is wrong with it, instead of the way to sign in with the token in its query. Every other page
/// wants someone signed in.
pub const FOR_EVERYBODY: [&str; 6] =
    [paths::SIGN_IN, paths::SET_UP, paths::UNDO_ADDRESS, paths::PROBLEM, paths::ACCESSIBILITY, paths::OFFLINE];

/// Every page and its URL.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=pages::not_found>
                <Route path=path!("") view=pages::dashboard ssr=SsrMode::Async/>
                <Route path=path!("sign-in") view=pages::sign_in ssr=SsrMode::Async/>
                <Route path=path!("sign-in/check-mail") view=pages::check_mail ssr=SsrMode::Async/>
                <Route path=path!("sign-in/link/:token") view=pages::landing ssr=SsrMode::Async/>
                <Route path=path!("set-up/:token") view=pages::set_up ssr=SsrMode::Async/>
                <Route path=path!("undo-address/:token") view=pages::undo_address ssr=SsrMode::Async/>
                <Route path=path!("account") view=pages::account ssr=SsrMode::Async/>
                <Route path=path!("events") view=pages::history ssr=SsrMode::Async/>
                <Route path=path!("events/new") view=pages::new_event ssr=SsrMode::Async/>
                <Route path=path!("events/:number") view=pages::event ssr=SsrMode::Async/>
                <Route path=path!("events/:number/edit") view=pages::edit_event ssr=SsrMode::Async/>
                <Route path=path!("events/:number/organizers") view=pages::organizers ssr=SsrMode::Async/>
                <Route path=path!("events/:number/request") view=pages::request ssr=SsrMode::Async/>
                <Route path=path!("events/:number/request-for") view=pages::request_for ssr=SsrMode::Async/>
                <Route path=path!("events/:number/request-for/:person") view=pages::request_of ssr=SsrMode::Async/>
                <Route path=path!("events/:number/allocate") view=pages::allocate ssr=SsrMode::Async/>
                <Route path=path!("events/:number/allocate/draw") view=pages::draw_desk ssr=SsrMode::Async/>
                <Route path=path!("events/:number/draw") view=pages::draw ssr=SsrMode::Async/>
                <Route path=path!("events/:number/statements") view=pages::statements ssr=SsrMode::Async/>
                <Route path=path!("events/:number/review") view=pages::review ssr=SsrMode::Async/>
                <Route path=path!("events/:number/results") view=pages::results ssr=SsrMode::Async/>
                <Route path=path!("seasons") view=pages::seasons ssr=SsrMode::Async/>
                <Route path=path!("admin/people") view=pages::people ssr=SsrMode::Async/>
                <Route path=path!("admin/people/new") view=pages::new_person ssr=SsrMode::Async/>
                <Route path=path!("admin/people/import") view=pages::import_people ssr=SsrMode::Async/>
                <Route path=path!("admin/people/:number") view=pages::person ssr=SsrMode::Async/>
                <Route path=path!("admin/mail") view=pages::mail ssr=SsrMode::Async/>
                <Route path=path!("admin/audit") view=pages::audit ssr=SsrMode::Async/>
                <Route path=path!("admin/events") view=pages::manage_events ssr=SsrMode::Async/>
                <Route path=path!("admin/settings") view=pages::settings ssr=SsrMode::Async/>
                <Route path=path!("admin/bin") view=pages::trash ssr=SsrMode::Async/>
                <Route path=path!("accessibility") view=pages::accessibility ssr=SsrMode::Async/>
                <Route path=path!("styleguide") view=pages::styleguide ssr=SsrMode::Async/>
                <Route path=path!("offline") view=pages::offline ssr=SsrMode::Async/>
                <Route path=path!("problem/:word") view=pages::problem ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
}
