//! Turns every result of a form into an answer: where to go, the draft to keep, the status to show.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::expect_context;
use leptos_axum::ResponseOptions;
use serde::Serialize;
use server_fn::ServerFnError;

use super::{
    cookies::Jar,
    visit::{Visit, visit},
};
use crate::{
    error::Refusal,
    paths,
    reply::Reply,
    server::{
        auth::Secret,
        services::{
            Done, Refused, draft,
            sign_in::{BINDING_LASTS, SESSION_LASTS, SignedIn},
        },
        site::Site,
    },
    words,
};

/// A form in the hands of its server function.
pub struct Form<'a, F> {
    /// Its name, under which its page finds what was typed.
    pub name: &'static str,
    /// The page it stands on.
    pub page: String,
    pub typed: &'a F,
}

/// Where a form leads when it was accepted.
pub struct Onward {
    to: String,
    notice: Option<&'static str>,
    version: Option<i32>,
    /// Whether what was typed is to stand there again.
    keeps: bool,
}

impl Onward {
    /// To this page.
    pub fn to(page: impl Into<String>) -> Self {
        Self { to: page.into(), notice: None, version: None, keeps: false }
    }

    /// Back to the form's own page with everything that was typed: nothing was done and nothing refused, the page shows
    /// what would come of it.
    pub fn back() -> Self {
        Self { keeps: true, ..Self::to("") }
    }

    /// With a word for the top of that page ([`crate::words::notice`]).
    #[must_use]
    pub fn saying(self, notice: &'static str) -> Self {
        Self { notice: Some(notice), ..self }
    }

    /// With the version that was saved, for an island.
    #[must_use]
    pub fn at_version(self, version: i32) -> Self {
        Self { version: Some(version), ..self }
    }
}

impl Visit {
    /// Answers a form.
    ///
    /// Sent by the browser itself, it is led on by a 303: to the next page, or back to its own with everything that
    /// was typed. Sent by an island, it gets the same as JSON with a fitting status.
    pub async fn answer<F: Serialize>(&self, form: Form<'_, F>, result: Done<Onward>) -> Result<Reply, ServerFnError> {
        let reply = match result {
            Ok(onward) if onward.keeps => Reply::Done { to: self.keep(form, None).await, version: None },
            Ok(onward) => {
                if let Some(notice) = onward.notice {
                    set_cookie(self, Jar::Notice, notice, 60);
                }
                Reply::Done { to: onward.to, version: onward.version }
            }
            Err(refused) => self.refuse(form, refused).await,
        };
        let options = expect_context::<ResponseOptions>();
        match (self.wants_html, &reply) {
            (true, Reply::Done { to, .. } | Reply::Refused { to, .. }) => {
                options.set_status(StatusCode::SEE_OTHER);
                let location = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static(paths::DASHBOARD));
                options.insert_header(header::LOCATION, location);
            }
            (false, Reply::Refused { refusal, .. }) => options.set_status(status(refusal)),
            (false, Reply::Done { .. }) => {}
        }
        Ok(reply)
    }

    async fn refuse<F: Serialize>(&self, form: Form<'_, F>, refused: Refused) -> Reply {
        let refusal = refusal(&self.site, refused);
        let to = match &refusal {
            Refusal::SignedOut if self.visitor.actor.is_none() => paths::SIGN_IN.to_owned(),
            Refusal::Forbidden | Refusal::NotFound => paths::problem(problem_word(&refusal)),
            _ => self.keep(form, Some(&refusal)).await,
        };
        Reply::Refused { said: said(&refusal), refusal, to }
    }

    /// Keeps what was typed; gives back the page that shows it again.
    async fn keep<F: Serialize>(&self, form: Form<'_, F>, refusal: Option<&Refusal>) -> String {
        let visitor = (self.session_id(), &self.visitor.client);
        match draft::keep(&self.site, visitor, form.name, form.typed, refusal).await {
            Ok(Some(id)) => {
                let joint = if form.page.contains('?') { '&' } else { '?' };
                format!("{}{joint}draft={id}", form.page)
            }
            Ok(None) => paths::problem("too-many"),
            Err(error) => {
                tracing::error!(%error, form = form.name, "a form could not be kept");
                paths::problem("failed")
            }
        }
    }

    /// Sets or (with 0 seconds) takes away a cookie of ours.
    pub(super) fn cookie(&self, jar: Jar, value: &str, seconds: i64) {
        set_cookie(self, jar, value, seconds);
    }

    /// Hands the session to the browser; its binding is spent.
    pub fn begin_session(&self, signed_in: &SignedIn) {
        self.cookie(Jar::Session, signed_in.session.expose(), SESSION_LASTS.num_seconds());
        self.cookie(Jar::Known, signed_in.known.expose(), SESSION_LASTS.num_seconds());
        self.cookie(Jar::Binding, "", 0);
    }

    /// Takes the session from the browser, with everything that pages may have stored there. That somebody has signed in
    /// here before stays: it is no way in, and without it others could keep them from asking for a link.
    pub fn end_session(&self) {
        self.cookie(Jar::Session, "", 0);
        self.cookie(Jar::Binding, "", 0);
        let options = expect_context::<ResponseOptions>();
        options.insert_header(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"storage\""));
    }

    /// Remembers that this browser asked for a sign-in link.
    pub fn bind(&self, binding: &Secret) {
        self.cookie(Jar::Binding, binding.expose(), BINDING_LASTS.num_seconds());
    }

    /// Forgets the notice, once it was shown.
    pub fn clear_notice(&self) {
        self.cookie(Jar::Notice, "", 0);
    }
}

fn set_cookie(visit: &Visit, jar: Jar, value: &str, seconds: i64) {
    let options = expect_context::<ResponseOptions>();
    if let Some(cookie) = jar.set(value, seconds, visit.site.settings.https()) {
        options.append_header(header::SET_COOKIE, cookie);
    }
}

/// What a visitor is told. A fault is logged here, once, under the reference that the visitor sees.
pub fn refusal(site: &Site, refused: Refused) -> Refusal {
    match refused {
        Refused::Refusal(refusal) => refusal,
        Refused::Db(error) => {
            let reference = site.chance.id()[..12].to_owned();
            tracing::error!(%error, reference, "a service failed");
            Refusal::Failed { reference }
        }
    }
}

/// The reason in words: that of the first field, where fields are to blame.
fn said(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Invalid { fields } => fields.first().map(|field| words::problem(&field.problem)).unwrap_or_default(),
        refusal => words::refusal(refusal),
    }
}

/// The word of the page that tells a refusal.
pub const fn problem_word(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Forbidden => "forbidden",
        Refusal::NotFound => "not-found",
        Refusal::SignedOut => "signed-out",
        _ => "failed",
    }
}

/// The status of a refusal.
pub const fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::SignedOut => StatusCode::UNAUTHORIZED,
        Refusal::Forbidden => StatusCode::FORBIDDEN,
        Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::Garbled => StatusCode::BAD_REQUEST,
        Refusal::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Conflict { .. } | Refusal::NotNow { .. } => StatusCode::CONFLICT,
        Refusal::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Failed { .. } => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The request that a server function answers.
pub fn here() -> Visit {
    visit()
}
