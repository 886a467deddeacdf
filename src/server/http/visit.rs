use std::sync::Arc;

use axum::{extract::RawPathParams, http::request::Parts};
use chrono::{DateTime, Utc};
use leptos::prelude::{use_context, with_context};
use serde::de::DeserializeOwned;

use super::{assets::Assets, cookies::Jar, twice::Outcome};
use crate::{
    domain::{ids::SessionId, schedule::Zone},
    error::Refusal,
    server::{
        auth::{Actor, Client, Known, Secret},
        services::{
            Done,
            audit::SearchForm,
            draft::{self, AnyDraft, Draft, forms::FormName},
            sign_in::Browser,
            spreadsheet::Format,
        },
        site::Site,
    },
    words::Notice,
};

/// Who sent a request, as found out once by the session layer.
#[derive(Clone, Debug, Default)]
pub struct Visitor {
    pub actor: Option<Actor>,
    pub session: Option<Secret>,
    pub binding: Option<Secret>,
    pub known: Option<Known>,
    pub client: Client,
    /// Whether this session changes more than it may: nothing is changed then.
    pub hasty: bool,
}

/// One request, as pages and server functions see it.
#[derive(Clone)]
pub struct Visit {
    pub site: Site,
    pub assets: Arc<Assets>,
    pub visitor: Visitor,
    /// The parts of the path that the route names, decoded.
    named: Vec<(String, String)>,
    /// Path and query.
    pub path: String,
    /// What was just done.
    pub notice: Option<Notice>,
    /// In which format this browser took a table along last.
    pub table: Option<Format>,
    /// Whether a form was posted by the browser itself, rather than by an island.
    pub wants_html: bool,
    /// What the browser calls itself.
    pub device: String,
    draft: Option<String>,
    /// How the form ends that this is about.
    pub outcome: Outcome,
    /// One instant for the whole page.
    pub now: DateTime<Utc>,
}

/// The request that a server function answers.
///
/// # Panics
/// Outside of one: server functions run only within.
#[expect(clippy::expect_used, reason = "the router provides all three to every server function")]
pub fn visit() -> Visit {
    let site = use_context::<Site>().expect("a site in context");
    let assets = use_context::<Arc<Assets>>().expect("the assets in context");
    with_context::<Parts, _>(|parts| Visit::of(site, assets, parts, None)).expect("a request in context")
}

impl Visit {
    /// The request with these parts.
    pub fn of(site: Site, assets: Arc<Assets>, parts: &Parts, named: Option<&RawPathParams>) -> Self {
        let https = site.settings.https();
        let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("");
        let query = parts.uri.query().unwrap_or("");
        let draft = query.split('&').find_map(|pair| pair.strip_prefix("draft=")).map(ToOwned::to_owned);
        let named = named.into_iter().flatten().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self {
            visitor: parts.extensions.get::<Visitor>().cloned().unwrap_or_default(),
            path: parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
            notice: Jar::Notice.read(&parts.headers, https).and_then(|word| word.parse().ok()),
            table: Jar::Table.read(&parts.headers, https).and_then(|word| word.parse().ok()),
            wants_html: header("accept").contains("text/html"),
            device: header("user-agent").to_owned(),
            draft,
            outcome: parts.extensions.get::<Outcome>().cloned().unwrap_or_default(),
            now: site.now(),
            named,
            assets,
            site,
        }
    }

    /// A part of the URL's path.
    pub fn param(&self, name: &str) -> String {
        self.named.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// What a part of the URL's path names. Garbled text names nothing: the page is "not found".
    ///
    /// # Errors
    /// Text that is none of these.
    pub fn id<Id>(&self, name: &str, parse: impl Fn(&str) -> Option<Id>) -> Result<Id, Refusal> {
        parse(&self.param(name)).ok_or(Refusal::NotFound)
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// Nobody is; or they change more than a session may.
    pub fn actor(&self) -> Done<&Actor> {
        let actor = self.visitor.actor.as_ref().ok_or(Refusal::SignedOut)?;
        if self.visitor.hasty { Err(Refusal::TooMany.into()) } else { Ok(actor) }
    }

    /// The zone in which times that belong to no event are shown to whoever is here.
    pub fn zone(&self) -> Zone {
        let of_site = self.site.settings.time_zone;
        self.visitor.actor.as_ref().map_or(of_site, |actor| actor.zone_or(of_site))
    }

    /// The zone of whoever is here, if they have said where they are.
    pub fn own_zone(&self) -> Option<Zone> {
        self.visitor.actor.as_ref().and_then(|actor| actor.zone)
    }

    /// What this browser brings along to sign in.
    pub fn browser(&self) -> Browser {
        let Visitor { session, binding, known, client, .. } = self.visitor.clone();
        Browser { binding, session, known, device: self.device.clone(), client }
    }

    /// The session, to which drafts are bound.
    pub fn session_id(&self) -> Option<SessionId> {
        self.visitor.actor.as_ref().map(|actor| actor.session)
    }

    /// What was typed into this form before it was refused, if the page's URL says so.
    pub async fn draft<F: DeserializeOwned>(&self, form: FormName<F>) -> Done<Option<Draft<F>>> {
        Ok(self.any_draft().await?.and_then(|draft| draft.of(form)))
    }

    /// The same for a page with several forms, read once.
    pub async fn any_draft(&self) -> Done<Option<AnyDraft>> {
        match &self.draft {
            Some(id) => draft::find(&self.site, self.session_id(), id).await,
            None => Ok(None),
        }
    }

    /// The same for a form that can be looked at before it is saved: nothing need have been refused.
    pub async fn looked_at<F: DeserializeOwned>(&self, form: FormName<F>) -> Done<Option<Draft<F, Option<Refusal>>>> {
        Ok(self.any_draft().await?.and_then(|draft| draft.of(form)))
    }

    /// What the query looks for in the audit log.
    pub fn audit_search(&self) -> SearchForm {
        let field = |name| self.query(name).unwrap_or_default();
        SearchForm {
            kind: field("kind"),
            person: field("person"),
            event: field("event"),
            from: field("from"),
            until: field("until"),
            before: field("before"),
        }
    }

    /// A value of the query, decoded.
    pub fn query(&self, name: &str) -> Option<String> {
        let query = self.path.split_once('?')?.1;
        serde_urlencoded::from_str::<Vec<(String, String)>>(query)
            .ok()?
            .into_iter()
            .find_map(|(key, value)| (key == name).then_some(value))
    }
}
