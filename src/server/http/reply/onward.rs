use axum::http::{HeaderName, HeaderValue, header};
use leptos::prelude::expect_context;
use leptos_axum::ResponseOptions;
use serde::Serialize;

use crate::{
    reply::Reply,
    server::{
        auth::Secret,
        http::{cookies::Jar, visit::Visit},
        services::{
            draft::forms::FormName,
            sign_in::{BINDING_LASTS, SESSION_LASTS, SignedIn},
        },
    },
    words::Notice,
};

/// Where a form leads when it was accepted, and what the browser is given on the way.
#[derive(Default)]
pub struct Onward {
    /// The form's own page, if no other is named.
    to: Option<String>,
    notice: Option<Notice>,
    version: Option<i32>,
    session: Session,
    /// Whether the notice is only for a browser that sent the form itself.
    island_says_it: bool,
    /// Whether what was typed is to stand there again.
    pub(super) keeps: bool,
    /// What is to stand there in place of what was typed.
    pub(super) left: Option<serde_json::Value>,
    /// Whether there was nothing to do.
    pub(super) idle: bool,
}

/// What becomes of the browser's session.
#[derive(Default)]
enum Session {
    #[default]
    Stays,
    Begins(SignedIn),
    Ends,
    /// And nobody was ever signed in here, as far as this browser can tell.
    EndsForgotten,
    /// There is none yet: the browser has asked for a sign-in link.
    IsAskedFor(Secret),
}

impl Onward {
    /// To this page.
    pub fn to(page: impl Into<String>) -> Self {
        Self { to: Some(page.into()), ..Self::default() }
    }

    /// To the form's own page, as it stands now.
    pub fn same_page() -> Self {
        Self::default()
    }

    /// Back to the form's own page with everything that was typed: nothing was done and nothing refused, the page shows
    /// what would come of it.
    pub fn back() -> Self {
        Self { keeps: true, ..Self::default() }
    }

    /// Back to the form's own page with what is left of it: the rest was done.
    pub fn leaving<F: Serialize>(_: FormName<F>, left: &F) -> Self {
        Self { keeps: true, left: serde_json::to_value(left).ok(), ..Self::default() }
    }

    /// To the page that someone wanted who is signed in now.
    pub fn signed_in(signed_in: SignedIn) -> Self {
        Self { to: Some(signed_in.next.clone()), session: Session::Begins(signed_in), ..Self::default() }
    }

    /// With a sentence for the top of that page.
    #[must_use]
    pub fn saying(self, notice: Notice) -> Self {
        Self { notice: Some(notice), ..self }
    }

    /// The same for a form whose island says it itself.
    #[must_use]
    pub fn saying_without_island(self, notice: Notice) -> Self {
        Self { island_says_it: true, ..self.saying(notice) }
    }

    /// Nothing was to be done: where the same form was done just now, its answer is given again.
    #[must_use]
    pub fn having_changed_nothing(self) -> Self {
        Self { idle: true, ..self }
    }

    /// With the version that was saved, for an island.
    #[must_use]
    pub fn at_version(self, version: i32) -> Self {
        Self { version: Some(version), ..self }
    }

    /// Ends the session. That someone has signed in here before stays: it is no way in, and without it others could
    /// keep them from asking for a link.
    #[must_use]
    pub fn ending_session(self) -> Self {
        Self { session: Session::Ends, ..self }
    }

    /// Ends the session, and forgets that someone has signed in here before.
    #[must_use]
    pub fn forgetting_everything(self) -> Self {
        Self { session: Session::EndsForgotten, ..self }
    }

    /// Remembers that this browser asked for a sign-in link.
    #[must_use]
    pub fn binding(self, binding: Secret) -> Self {
        Self { session: Session::IsAskedFor(binding), ..self }
    }
}

impl Visit {
    /// Leads on from a form on this page.
    pub(super) fn lead(&self, page: String, onward: Onward) -> Reply {
        match onward.session {
            Session::Stays => {}
            Session::Begins(signed_in) => {
                self.cookie(Jar::Session, signed_in.session.expose(), SESSION_LASTS.num_seconds());
                self.cookie(Jar::Known, signed_in.known.expose(), SESSION_LASTS.num_seconds());
                self.cookie(Jar::Binding, "", 0);
            }
            Session::Ends => self.end_session(),
            Session::EndsForgotten => {
                self.end_session();
                self.cookie(Jar::Known, "", 0);
            }
            Session::IsAskedFor(binding) => {
                self.cookie(Jar::Binding, binding.expose(), BINDING_LASTS.num_seconds());
            }
        }
        if let Some(notice) = onward.notice.filter(|_| self.wants_html || !onward.island_says_it) {
            self.cookie(Jar::Notice, notice.into_str(), 60);
        }
        Reply::Done { to: onward.to.unwrap_or(page), version: onward.version }
    }

    /// Takes the session from the browser, with everything that pages may have stored there.
    fn end_session(&self) {
        self.cookie(Jar::Session, "", 0);
        self.cookie(Jar::Binding, "", 0);
        let options = expect_context::<ResponseOptions>();
        options.insert_header(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"storage\""));
    }

    /// The header by which the browser forgets the notice, once it was shown.
    pub fn without_notice(&self) -> Option<HeaderValue> {
        Jar::Notice.set("", 0, self.site.settings.https())
    }

    /// Sets or (with 0 seconds) takes away a cookie of ours.
    fn cookie(&self, jar: Jar, value: &str, seconds: i64) {
        let options = expect_context::<ResponseOptions>();
        if let Some(cookie) = jar.set(value, seconds, self.site.settings.https()) {
            options.append_header(header::SET_COOKIE, cookie);
        }
    }
}
