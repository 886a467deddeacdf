use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Extension, Router, extract::State, http::StatusCode, middleware::from_fn, routing::get};
use tokio::sync::Mutex;

use crate::{
    paths,
    server::{http::body, site::Site},
};

/// How long an answer of the database holds: whoever asks more often costs no writing.
const HOLDS: Duration = Duration::from_secs(2);

/// When it was last tried to write, and whether it could be.
type Tried = Arc<Mutex<Option<(Instant, bool)>>>;

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
    let well = match *tried {
        Some((at, well)) if at.elapsed() < HOLDS => well,
        _ => {
            let wrote = site.db.try_to_write(site.now()).await;
            if let Err(error) = &wrote {
                tracing::error!(%error, "nothing can be written to the database");
            }
            *tried = Some((Instant::now(), wrote.is_ok()));
            wrote.is_ok()
        }
    };
    if well {
        (StatusCode::OK, format!("ready\n{}", needs(&site)))
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, format!("nothing can be written to the database\n{}", needs(&site)))
    }
}

/// What needs an admin, each with its number; nothing where nothing does.
fn needs(site: &Site) -> String {
    let alarms = site.observed.alarms.borrow();
    let said: Vec<_> = alarms.iter().map(|alarm| format!("{} {}", alarm.cause.as_str(), alarm.number)).collect();
    if said.is_empty() { String::new() } else { format!("needs an admin: {}\n", said.join(", ")) }
}
