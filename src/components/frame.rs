use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use catalog::{admin, frame as say, refusals};
use leptos::prelude::*;

use super::{Banner, Tone};
use crate::{
    error::Refusal,
    paths,
    server::{
        auth::Actor,
        http::{Visit, assets::Assets, reply},
        services::{Fault, Refused},
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

    /// The page as a whole document, in the frame that all have: header, notice, body, footer. The wasm is linked only where
    /// there is an island to wake.
    ///
    /// # Errors
    /// The template's fault.
    pub fn answer(self, visit: &Visit) -> Result<Response, Fault> {
        let notice = visit.notice.map(|notice| words::notice(notice, visit.site.settings.mail.transport.sends()));
        let notice = notice.map(|text| view! { <Banner tone=Tone::Good text=text/> });
        let is_admin = visit.visitor.actor.as_ref().is_some_and(Actor::is_admin);
        let unwritable = is_admin.then(|| visit.site.unwritable.borrow().clone()).flatten();
        let unwritable = unwritable.map(|why| view! { <Banner tone=Tone::Bad text=words::unwritable(&why)/> });
        let alarms = if is_admin { visit.site.observed.alarms.borrow().clone() } else { Vec::new() };
        let alarms = alarms.into_iter().map(|alarm| {
            let (what, to) = (words::alarm(alarm.cause, alarm.number), words::where_to_mend(alarm.cause));
            view! { <Banner tone=Tone::Bad text=what link=(to, catalog::alarm::open())/> }
        });
        let alarms: Vec<_> = alarms.collect();
        let document = Document {
            title: &self.title,
            app_name: &visit.site.settings.app_name,
            language: catalog::current().tag(),
            assets: &visit.assets,
            links: visit.visitor.actor.as_ref().map(|actor| links(actor, &visit.path)).unwrap_or_default(),
            sections: if is_admin { sections(&visit.path) } else { Vec::new() },
            narrow: self.narrow,
            notices: (unwritable, alarms, notice).to_html(),
            body: self.body.to_html(),
            island: self.island,
            script: self.script,
        };
        let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
        let mut response = (self.status, html, document.render()?).into_response();
        let headers = response.headers_mut();
        if let Some(seconds) = self.again_in {
            headers.insert(header::REFRESH, HeaderValue::from(seconds));
        }
        if let Some(shown) = visit.notice.and_then(|_| visit.without_notice()) {
            headers.append(header::SET_COOKIE, shown);
        }
        Ok(response)
    }
}

/// What stands around every page. Its parts that never change are the template's text.
#[derive(Template)]
#[template(path = "page.html")]
struct Document<'a> {
    title: &'a str,
    app_name: &'a str,
    /// Its tag.
    language: &'static str,
    assets: &'a Assets,
    links: Vec<Link>,
    /// The ways between the pages of admins, on these.
    sections: Vec<Link>,
    narrow: bool,
    /// HTML.
    notices: String,
    /// HTML.
    body: String,
    island: bool,
    script: Option<String>,
}

struct Link {
    to: &'static str,
    label: &'static str,
    here: bool,
}

/// Whether a path is one of these parts of the site.
fn below(path: &str, parts: &[&str]) -> bool {
    let path = path.split('?').next().unwrap_or("/");
    let is_in = |part: &&str| path.strip_prefix(*part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    parts.iter().any(is_in)
}

/// The ways to the parts of the site, for whoever is signed in and looks at this path.
fn links(actor: &Actor, path: &str) -> Vec<Link> {
    let link = |to, label, here| Link { to, label, here };
    let home = path.split('?').next() == Some(paths::DASHBOARD);
    let mut links = vec![
        link(paths::DASHBOARD, say::home(), home),
        link(paths::EVENTS, say::events(), below(path, &[paths::EVENTS])),
    ];
    if actor.is_admin() {
        links.push(link(paths::ADMIN, say::admin(), below(path, &[paths::ADMIN])));
    }
    links.push(link(paths::ACCOUNT, say::account(), below(path, &[paths::ACCOUNT])));
    links
}

/// The ways between the pages of admins; none on other pages.
fn sections(path: &str) -> Vec<Link> {
    if !below(path, &[paths::ADMIN]) {
        return Vec::new();
    }
    let link = |to: &'static str, label, also: &[&str]| Link { to, label, here: below(path, &[&[to], also].concat()) };
    vec![
        link(paths::PEOPLE, admin::people(), &[]),
        link(paths::MANAGE_EVENTS, admin::events(), &[paths::TRASH]),
        link(paths::MAIL, admin::email(), &[]),
        link(paths::AUDIT, admin::log(), &[]),
        link(paths::SETTINGS, admin::settings(), &[]),
    ]
}

/// What is shown instead of a page that was refused: why, or the way to sign in.
///
/// # Errors
/// The template's fault.
pub fn refused_page(visit: &Visit, refused: Refused) -> Result<Response, Fault> {
    let refusal = reply::refusal(&visit.site, refused);
    let mut response = refusal_page(&refusal, visit).answer(visit)?;
    if refusal == Refusal::SignedOut {
        *response.status_mut() = StatusCode::SEE_OTHER;
        let to = HeaderValue::from_str(&paths::sign_in_for(&visit.path));
        response.headers_mut().insert(header::LOCATION, to.unwrap_or(HeaderValue::from_static(paths::SIGN_IN)));
    }
    Ok(response)
}

/// A page that says why something is not there.
pub fn refusal_page(refusal: &Refusal, visit: &Visit) -> Page {
    let title = match refusal {
        Refusal::Forbidden => refusals::title_forbidden(),
        Refusal::NotFound => refusals::title_not_found(),
        Refusal::SignedOut => refusals::title_signed_out(),
        Refusal::NotNow { .. } => refusals::title_not_now(),
        Refusal::Garbled => refusals::title_garbled(),
        Refusal::TooMany => refusals::title_too_many(),
        _ => refusals::title_failed(),
    };
    let body = view! {
        <h1>{title}</h1>
        <p class="lead">{words::refusal(refusal)}</p>
        <p><a class="button" href="/">{if visit.visitor.actor.is_some() { refusals::home() } else { refusals::sign_in() }}</a></p>
    };
    Page::new(title, body).narrow().with_status(reply::status(refusal))
}
