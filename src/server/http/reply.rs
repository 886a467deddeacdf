//! Turns every result of a form into an answer: where to go, the draft to keep, the status to show.

mod onward;

use axum::http::{HeaderValue, StatusCode, header};
use leptos::prelude::expect_context;
use leptos_axum::ResponseOptions;
use serde::Serialize;
use server_fn::ServerFnError;

pub use self::onward::Onward;
use super::visit::{Visit, visit};
use crate::{
    error::Refusal,
    paths::{self, ProblemPage},
    reply::Reply,
    server::{
        auth::Actor,
        services::{
            Done, Needs, Refused,
            draft::{self, forms::FormName},
        },
        site::Site,
    },
    words,
};

/// A form in the hands of its server function.
pub struct Form<'a, F> {
    name: FormName<F>,
    page: String,
    typed: &'a F,
    /// A field that does not stand on that page, and the page where it does.
    elsewhere: Option<(&'static str, String)>,
}

impl<F> FormName<F> {
    /// The form as it was sent from this page.
    pub fn on(self, page: impl Into<String>, typed: &F) -> Form<'_, F> {
        Form { name: self, page: page.into(), typed, elsewhere: None }
    }
}

impl<F> Form<'_, F> {
    /// Leads to another page where the first problem is about this field.
    #[must_use]
    pub fn with_field_on(self, field: &'static str, page: String) -> Self {
        Self { elsewhere: Some((field, page)), ..self }
    }

    /// The page to go back to for a reason.
    fn page_for(self, refusal: Option<&Refusal>) -> String {
        let Some(Refusal::Invalid { fields }) = refusal else { return self.page };
        let first = fields.first().map(|one| one.field.as_str());
        self.elsewhere.filter(|(field, _)| first == Some(*field)).map_or(self.page, |(_, page)| page)
    }
}

/// Answers a form of someone who is signed in.
///
/// `act` reads what the form names, calls the one service, and says where the form leads. It does not run for someone
/// who is not signed in, lacks what the form needs, or changes more than a session may: they are refused before anything of
/// the form is read. What is kept of a refused form is kept only for those who have what it needs.
pub async fn answer<F: Serialize>(
    needs: Needs<'_>,
    form: Form<'_, F>,
    act: impl AsyncFnOnce(&Site, &Actor) -> Done<Onward>,
) -> Result<Reply, ServerFnError> {
    let visit = visit();
    let may = needs.met(&visit.site, visit.visitor.actor.as_ref()).await;
    let done = match (visit.actor(), may) {
        (Err(refused), may) => Err((refused, may.is_ok())),
        (Ok(_), Err(refused)) => Err((refused, false)),
        (Ok(actor), Ok(())) => act(&visit.site, actor).await.map_err(|refused| (refused, true)),
    };
    Ok(visit.reply(form, done).await)
}

/// Answers a form that takes no session: the ways in, and the way out.
pub async fn answer_anyone<F: Serialize>(
    needs: Needs<'_>,
    form: Form<'_, F>,
    act: impl AsyncFnOnce(&Visit) -> Done<Onward>,
) -> Result<Reply, ServerFnError> {
    let visit = visit();
    let done = match needs.met(&visit.site, visit.visitor.actor.as_ref()).await {
        Ok(()) => act(&visit).await.map_err(|refused| (refused, true)),
        Err(refused) => Err((refused, false)),
    };
    Ok(visit.reply(form, done).await)
}

impl Visit {
    /// Answers a form.
    ///
    /// Sent by the browser itself, it is led on by a 303: to the next page, or back to its own with everything that
    /// was typed. Sent by an island, it gets the same as JSON with a fitting status.
    /// Beside a reason stands whether the form may be kept.
    async fn reply<F: Serialize>(&self, form: Form<'_, F>, done: Result<Onward, (Refused, bool)>) -> Reply {
        if done.as_ref().is_ok_and(|onward| onward.idle) {
            self.outcome.changes_nothing();
        }
        let reply = match done {
            Ok(mut onward) if onward.keeps => {
                let to = match onward.left.take() {
                    Some(left) => self.keep_as(form, &left, None).await,
                    None => self.keep(form, None).await,
                };
                self.lead(to, onward)
            }
            Ok(onward) => self.lead(form.page, onward),
            Err((refused, keeps)) => self.refuse(form, refused, keeps).await,
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
        reply
    }

    async fn refuse<F: Serialize>(&self, form: Form<'_, F>, refused: Refused, keeps: bool) -> Reply {
        let refusal = refusal(&self.site, refused);
        self.outcome.refused(&refusal);
        let to = match &refusal {
            Refusal::SignedOut if self.visitor.actor.is_none() => paths::SIGN_IN.to_owned(),
            Refusal::Forbidden | Refusal::NotFound => paths::problem(problem_page(&refusal)),
            _ if keeps => self.keep(form, Some(&refusal)).await,
            Refusal::NotNow { .. } => form.page,
            _ => paths::problem(problem_page(&refusal)),
        };
        Reply::Refused { said: said(&refusal), refusal, to }
    }

    /// Keeps what was typed; returns the page that shows it again.
    async fn keep<F: Serialize>(&self, form: Form<'_, F>, refusal: Option<&Refusal>) -> String {
        let typed = form.typed;
        self.keep_as(form, typed, refusal).await
    }

    /// The same with something else in place of what was typed.
    async fn keep_as<F>(&self, form: Form<'_, F>, typed: &impl Serialize, refusal: Option<&Refusal>) -> String {
        let visitor = (self.visitor.actor.as_ref(), &self.visitor.client);
        match draft::keep(&self.site, visitor, form.name, typed, refusal).await {
            Ok(Some(id)) => {
                let page = form.page_for(refusal);
                let joint = if page.contains('?') { '&' } else { '?' };
                format!("{page}{joint}draft={id}")
            }
            Ok(None) => paths::problem(ProblemPage::TooMany),
            Err(error) => {
                tracing::error!(%error, form = form.name.word(), "a form could not be kept");
                paths::problem(ProblemPage::Failed)
            }
        }
    }
}

/// What a visitor is told. A fault is logged here, once, under the reference that the visitor sees.
pub fn refusal(site: &Site, refused: Refused) -> Refusal {
    match refused {
        Refused::Refusal(refusal) => refusal,
        Refused::Fault(fault) => {
            let reference = site.chance.id()[..12].to_owned();
            tracing::error!(%fault, reference, "a service failed");
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

/// The page that tells a refusal.
pub const fn problem_page(refusal: &Refusal) -> ProblemPage {
    match refusal {
        Refusal::Forbidden => ProblemPage::Forbidden,
        Refusal::NotFound => ProblemPage::NotFound,
        Refusal::SignedOut => ProblemPage::SignedOut,
        Refusal::TooMany => ProblemPage::TooMany,
        _ => ProblemPage::Failed,
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
