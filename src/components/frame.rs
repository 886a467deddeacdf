use std::{future::Future, sync::Arc};

use axum::http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::Title;

use super::{Banner, Emblem, Tone, escaped::escape};
use crate::{
    error::Refusal,
    paths,
    server::{
        auth::Actor,
        http::{Visit, assets::Assets, reply, visit},
        services::{Done, Refused},
    },
    words,
};

/// One page, ready to be shown.
pub struct Page {
    title: String,
    narrow: bool,
    island: bool,
    script: Option<String>,
    again_in: Option<u32>,
    status: StatusCode,
    body: AnyView,
}

impl Page {
    /// A page with a title (for the browser's tab) and a body.
    pub fn new(title: impl Into<String>, body: impl IntoView) -> Self {
        let (title, body) = (title.into(), body.into_any());
        Self { title, narrow: false, island: false, script: None, again_in: None, status: StatusCode::OK, body }
    }

    /// One column.
    #[must_use]
    pub fn narrow(self) -> Self {
        Self { narrow: true, ..self }
    }

    /// Holds an island: the wasm is loaded.
    #[must_use]
    pub fn with_island(self) -> Self {
        Self { island: true, ..self }
    }

    /// Runs one of our small scripts.
    #[must_use]
    pub fn with_script(self, script: String) -> Self {
        Self { script: Some(script), ..self }
    }

    /// Is loaded again after so many seconds: something is about to happen by itself.
    #[must_use]
    pub fn again_in(self, seconds: u32) -> Self {
        Self { again_in: Some(seconds), ..self }
    }

    /// Answers with another status than 200.
    #[must_use]
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }
}

/// Reads what a page needs, then shows it in the frame: header, banner, body, footer. What is refused becomes a page
/// that says why, with a fitting status.
pub fn page<F, R>(read: F) -> impl IntoView
where
    F: FnOnce(Visit) -> R,
    R: Future<Output = Done<Page>> + Send + 'static,
{
    let visit = visit();
    let assets = expect_context::<Arc<Assets>>();
    let options = expect_context::<ResponseOptions>();
    if visit.notice.is_some() {
        visit.clear_notice();
    }
    let reading = read(visit.clone());
    Suspend::new(async move {
        let page = reading.await.unwrap_or_else(|refused| refused_page(&visit, &options, refused));
        if page.status != StatusCode::OK {
            options.set_status(page.status);
        }
        if let Some(seconds) = page.again_in {
            options.insert_header(header::REFRESH, HeaderValue::from(seconds));
        }
        frame(&visit, &assets, page)
    })
}

fn frame(visit: &Visit, assets: &Assets, page: Page) -> impl IntoView + use<> {
    let app_name = visit.site.settings.app_name.clone();
    let notice = visit.notice.map(words::notice);
    let loader = page.island.then(|| {
        view! { <script type="module" src=assets.boot.clone() data-js=assets.js.clone() data-wasm=assets.wasm.clone()></script> }
    });
    let script = page.script.map(|script| view! { <script defer src=script></script> });
    view! {
        <Title text=escape(&format!("{} · {app_name}", page.title))/>
        <a class="skip" href="#main">"Skip to content"</a>
        {header_strip(visit, app_name)}
        <main id="main" class=page.narrow.then_some("narrow")>
            {notice.map(|text| view! { <Banner tone=Tone::Good text=text/> })}
            {page.body}
        </main>
        <footer class="foot"><a href=paths::ACCESSIBILITY>"Accessibility"</a></footer>
        {loader}
        {script}
    }
}

fn header_strip(visit: &Visit, app_name: String) -> impl IntoView + use<> {
    let path = visit.path.split('?').next().unwrap_or("/").to_owned();
    let links = visit.visitor.actor.as_ref().map(|actor| {
        let link = |(to, label): (&'static str, String)| {
            let also = match to {
                paths::EVENTS => [paths::MANAGE_EVENTS, paths::TRASH],
                paths::PEOPLE => [paths::AUDIT; 2],
                paths::MAIL => [paths::SETTINGS; 2],
                to => [to; 2],
            };
            let here = if to == "/" { path == "/" } else { [to].iter().chain(&also).any(|to| path.starts_with(to)) };
            view! { <a href=to aria-current=here.then_some("page")>{label}</a> }
        };
        let links = nav_links(actor).into_iter().map(link).collect_view();
        view! { <nav aria-label="Main">{links}</nav> }
    });
    view! {
        <header class="top">
            <a class="home" href="/"><Emblem/><b>{app_name}</b></a>
            {links}
        </header>
    }
}

fn nav_links(actor: &Actor) -> Vec<(&'static str, String)> {
    let mut links = vec![(paths::DASHBOARD, "Home".to_owned()), (paths::EVENTS, "Events".to_owned())];
    if actor.is_admin() {
        links.push((paths::PEOPLE, "People".to_owned()));
        links.push((paths::MAIL, "Mail".to_owned()));
    }
    links.push((paths::ACCOUNT, "Account".to_owned()));
    links
}

fn refused_page(visit: &Visit, options: &ResponseOptions, refused: Refused) -> Page {
    let refusal = reply::refusal(&visit.site, refused);
    if refusal == Refusal::SignedOut {
        options.insert_header(
            header::LOCATION,
            HeaderValue::from_str(&paths::sign_in_for(&visit.path)).unwrap_or(HeaderValue::from_static(paths::SIGN_IN)),
        );
        return Page::new("Sign in", ()).with_status(StatusCode::SEE_OTHER);
    }
    refusal_page(&refusal, visit)
}

/// A page that says why something is not there.
pub fn refusal_page(refusal: &Refusal, visit: &Visit) -> Page {
    let title = match refusal {
        Refusal::Forbidden => "Not yours",
        Refusal::NotFound => "Nothing here",
        Refusal::SignedOut => "Sign in",
        Refusal::NotNow { .. } => "Not now",
        Refusal::Garbled => "That could not be read",
        Refusal::TooMany => "A moment, please",
        _ => "Something broke",
    };
    let body = view! {
        <h1>{title}</h1>
        <p class="lead">{words::refusal(refusal)}</p>
        <p><a class="button" href="/">{if visit.visitor.actor.is_some() { "To your events" } else { "Sign in" }}</a></p>
    };
    Page::new(title, body).narrow().with_status(reply::status(refusal))
}
