use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Extension, Router, extract::State, http::StatusCode, middleware::from_fn, routing::get};
use tokio::sync::Mutex;

use crate::{
    paths,
    server::{db::Unkept, http::body, site::Site},
};

/// How long an answer of the database holds: whoever asks more often costs no writing.
const HOLDS: Duration = Duration::from_secs(2);

const UNWRITABLE: &str = "nothing can be written to the database";
const ELSEWHERE: &str = "the file of the database was moved, removed, or replaced: what is saved now is lost";

/// When it was last tried to write, and why it could not be.
type Tried = Arc<Mutex<Option<(Instant, Option<&'static str>)>>>;

/// Whether the program is well, for programs that ask.
pub fn routes() -> Router {
    let ready = get(readyz).with_state(Tried::default());
    Router::new().route(paths::HEALTHZ, get(healthz)).route(paths::READYZ, ready).layer(from_fn(body::none))
}

/// The process is alive.
async fn healthz() -> &'static str {
    "ok\n"
}

/// Something can be written to the database. What needs an admin is said too, and is no reason not to be ready: another instance
/// would be no better.
async fn readyz(State(tried): State<Tried>, Extension(site): Extension<Site>) -> (StatusCode, String) {
    let mut tried = tried.lock().await;
    let why_not = match *tried {
        Some((at, why_not)) if at.elapsed() < HOLDS => why_not,
        before => {
            let wrote = site.db.try_to_write(site.now()).await;
            let why_not = wrote.as_ref().err().map(|error| match error {
                Unkept::Elsewhere(_) => ELSEWHERE,
                Unkept::Db(_) => UNWRITABLE,
            });
            // Whoever asks every few seconds need not fill the log with the same.
            if let Err(error) = &wrote
                && before.and_then(|(_, before)| before) != why_not
            {
                tracing::error!(%error, "{UNWRITABLE}");
            }
            *tried = Some((Instant::now(), why_not));
            why_not
        }
    };
    match why_not {
        None => (StatusCode::OK, format!("ready\n{}", needs(&site))),
        Some(why) => (StatusCode::SERVICE_UNAVAILABLE, format!("{why}\n{}", needs(&site))),
    }
}

/// What needs an admin, each with its number; nothing where nothing does.
fn needs(site: &Site) -> String {
    let alarms = site.observed.alarms.borrow();
    let said: Vec<_> = alarms.iter().map(|alarm| format!("{} {}", alarm.cause.as_str(), alarm.number)).collect();
    if said.is_empty() { String::new() } else { format!("needs an admin: {}\n", said.join(", ")) }
}
