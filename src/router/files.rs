mod wanted;

use axum::{
    Extension, Router,
    extract::{Path, Query},
    http::{StatusCode, Uri, header},
    middleware::from_fn,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use self::wanted::Wanted;
use crate::{
    domain::ids::{EventId, PersonId, SeasonId},
    error::Refusal,
    paths,
    server::{
        auth::Actor,
        db::people::Among,
        http::{Visitor, guard, reply},
        services::{self, Done, allocation, audit::SearchForm, event, person},
        site::Site,
    },
};

/// Files to keep, for whoever is signed in.
pub fn routes(site: &Site) -> Router {
    let files = Router::new()
        .route("/events/{number}/results.csv", get(results))
        .route("/events/{number}/results.xlsx", get(results))
        .route("/events/{number}/door.csv", get(door))
        .route("/events/{number}/door.xlsx", get(door))
        .route("/seasons/{number}/people.csv", get(season_people))
        .route("/seasons/{number}/people.xlsx", get(season_people))
        .route("/events/{number}/event.ics", get(calendar))
        .route("/events/{number}/draws/{file}", get(record))
        .route("/events/{number}/handouts/{file}", get(handout))
        .route("/events/{number}/statements.json", get(statements))
        .route(paths::EVENTS_CSV, get(events))
        .route(paths::EVENTS_XLSX, get(events))
        .route(paths::PEOPLE_CSV, get(people))
        .route(paths::PEOPLE_XLSX, get(people))
        .route(paths::AUDIT_CSV, get(audit))
        .route(paths::AUDIT_XLSX, get(audit))
        .route(paths::OWN_DATA, get(own_data))
        .layer(from_fn(guard::signed_in));
    super::looked_at(files, site)
}

/// Who asks for a file of which event; `None` for a garbled one.
fn asked(visitor: Visitor, number: &str) -> Option<(Actor, EventId)> {
    Some((visitor.actor?, EventId::parse(number)?))
}

/// The record of a draw as a JSON file: `{draw}.json`.
async fn record(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path((number, name)): Path<(String, String)>,
) -> Response {
    let draw = name.strip_suffix(".json").and_then(|draw| draw.parse::<i32>().ok());
    let (Some(actor), Some(event), Some(draw)) = (visitor.actor, EventId::parse(&number), draw) else {
        return problem(&Refusal::NotFound);
    };
    let record = services::draw::record(&site, &actor, event, draw).await;
    file_or_why(&site, record, "application/json", &format!("event-{event}-draw-{draw}.json"))
}

/// What someone was handed out: `{person}.pdf`. Never shown within a page of ours: whoever made it may not be trusted.
async fn handout(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path((number, name)): Path<(String, String)>,
) -> Response {
    let person = name.strip_suffix(".pdf").and_then(PersonId::parse);
    let (Some((actor, event)), Some(person)) = (asked(visitor, &number), person) else {
        return problem(&Refusal::NotFound);
    };
    match services::after::file(&site, &actor, event, person).await {
        Ok((name, content)) => file("application/pdf", &name, content),
        Err(refused) => problem(&reply::refusal(&site, refused)),
    }
}

/// What was stated of an event, as far as the person may read it, as a JSON file.
async fn statements(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
) -> Response {
    let Some((actor, event)) = asked(visitor, &number) else { return problem(&Refusal::NotFound) };
    let stated = services::statements::of_event(&site, &actor, event).await;
    file_or_why(&site, stated, "application/json", &format!("event-{event}-statements.json"))
}

/// An event as a file for a calendar.
async fn calendar(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
) -> Response {
    let Some((actor, event)) = asked(visitor, &number) else { return problem(&Refusal::NotFound) };
    let entry = event::calendar(&site, &actor, event).await;
    file_or_why(&site, entry, "text/calendar; charset=utf-8", &format!("event-{event}.ics"))
}

/// The result of an event.
async fn results(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
    wanted: Wanted,
) -> Response {
    let Some((actor, event)) = asked(visitor, &number) else { return problem(&Refusal::NotFound) };
    let table = allocation::results_table(&site, &actor, event).await;
    wanted.table(&site, &format!("tickets-{event}"), table).unwrap_or_else(|refusal| match refusal {
        Refusal::NotNow { .. } => Redirect::to(&paths::event(event)).into_response(),
        refusal => problem(&refusal),
    })
}

/// The list for the door of an event.
async fn door(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
    wanted: Wanted,
) -> Response {
    let Some((actor, event)) = asked(visitor, &number) else { return problem(&Refusal::NotFound) };
    let table = services::door::door_table(&site, &actor, event).await;
    wanted.table(&site, &format!("door-{event}"), table).unwrap_or_else(|refusal| match refusal {
        Refusal::NotNow { .. } => Redirect::to(&paths::event(event)).into_response(),
        refusal => problem(&refusal),
    })
}

/// Where everyone stands in a season.
async fn season_people(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
    wanted: Wanted,
) -> Response {
    let (Some(actor), Some(season)) = (visitor.actor, SeasonId::parse(&number)) else {
        return problem(&Refusal::NotFound);
    };
    let table = services::season::people_table(&site, &actor, season).await;
    wanted.table(&site, &format!("season-{season}"), table).unwrap_or_else(|refusal| problem(&refusal))
}

/// Which of the people a list shows.
#[derive(Default, Deserialize)]
#[serde(default)]
struct PeopleQuery {
    q: String,
    show: String,
}

/// People, narrowed down as their page is.
async fn people(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<PeopleQuery>,
    wanted: Wanted,
) -> Response {
    let table = match &visitor.actor {
        Some(actor) => person::table(&site, actor, &query.q, Among::read(&query.show)).await,
        None => Err(Refusal::SignedOut.into()),
    };
    wanted.table(&site, "people", table).unwrap_or_else(|refusal| problem(&refusal))
}

/// The audit log, narrowed down as its page is.
async fn audit(
    Extension(site): Extension<Site>,
    Extension(visitor): Extension<Visitor>,
    Query(form): Query<SearchForm>,
    uri: Uri,
    wanted: Wanted,
) -> Response {
    let table = match &visitor.actor {
        Some(actor) => services::audit::table(&site, actor, &form).await,
        None => Err(Refusal::SignedOut.into()),
    };
    wanted.table(&site, "audit", table).unwrap_or_else(|refusal| match refusal {
        // The page names the field.
        Refusal::Invalid { .. } => {
            Redirect::to(&format!("{}?{}", paths::AUDIT, uri.query().unwrap_or_default())).into_response()
        }
        refusal => problem(&refusal),
    })
}

/// All events of 24 months, as the visitor sees them.
async fn events(Extension(site): Extension<Site>, Extension(visitor): Extension<Visitor>, wanted: Wanted) -> Response {
    let table = match &visitor.actor {
        Some(actor) => services::event::history_table(&site, actor).await,
        None => Err(Refusal::SignedOut.into()),
    };
    wanted.table(&site, "events", table).unwrap_or_else(|refusal| problem(&refusal))
}

/// What is stored about whoever asks, as a JSON file.
async fn own_data(Extension(site): Extension<Site>, Extension(visitor): Extension<Visitor>) -> Response {
    let done = match &visitor.actor {
        Some(actor) => services::person::own_data(&site, actor).await,
        None => Err(Refusal::SignedOut.into()),
    };
    file_or_why(&site, done, "application/json", "my-data.json")
}

/// What a service gave, to keep under a name; or the page that says why there is none.
fn file_or_why(site: &Site, done: Done<impl IntoResponse>, kind: &str, name: &str) -> Response {
    match done {
        Ok(body) => file(kind, name, body),
        Err(refused) => problem(&reply::refusal(site, refused)),
    }
}

/// Something to keep under a name (RFC 6266: in letters that everyone reads, and as it is).
fn file(kind: &str, name: &str, body: impl IntoResponse) -> Response {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_graphic() && !"\"\\%".contains(c) { c } else { '_' }).collect();
    let as_it_is =
        (plain != name).then(|| format!("; filename*=UTF-8''{}", utf8_percent_encode(name, NON_ALPHANUMERIC)));
    let disposition = format!("attachment; filename=\"{plain}\"{}", as_it_is.unwrap_or_default());
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &disposition)];
    (StatusCode::OK, headers, body).into_response()
}

/// To the page that says why there is none.
fn problem(refusal: &Refusal) -> Response {
    Redirect::to(&paths::problem(reply::problem_page(refusal))).into_response()
}
