//! A form that comes twice: pressed again before the script was there, or sent again by a proxy that lost the answer.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, response::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex as AsyncMutex;

use super::visit::Visitor;
use crate::{
    domain::ids::SessionId,
    error::{Obstacle, Refusal},
    server::site::Site,
};

/// How long an answer is kept.
const KEPT: TimeDelta = TimeDelta::minutes(1);
/// The longest answer that is kept, in octets. An answer to a form is a few hundred.
const LONGEST: usize = 64 * 1024;

/// A form as it came: the session, and the SHA-256 of its URL, of how it wants to be answered, and of its body.
type Key = (SessionId, [u8; 32]);

/// How a form ended, as far as it matters when it comes again; whoever answers it says so.
#[derive(Clone, Debug, Default)]
pub struct Outcome(Arc<Ended>);

#[derive(Debug, Default)]
struct Ended {
    /// Refused, or done without anything to do.
    refused: AtomicBool,
    /// Whether that may come of its having been done before.
    may_be_done: AtomicBool,
}

impl Outcome {
    /// The form changes nothing, and is no mistake: everything stands as it says.
    pub fn changes_nothing(&self) {
        self.0.refused.store(true, Ordering::Relaxed);
        self.0.may_be_done.store(true, Ordering::Relaxed);
    }

    /// The form is refused.
    pub fn refused(&self, refusal: &Refusal) {
        let may_be_done = match refusal {
            Refusal::Forbidden | Refusal::NotFound | Refusal::Invalid { .. } | Refusal::Conflict { .. } => true,
            Refusal::NotNow { why } => !matches!(why, Obstacle::AskedTooOften | Obstacle::SignInAgain),
            Refusal::SignedOut | Refusal::TooMany | Refusal::Garbled | Refusal::Failed { .. } => false,
        };
        self.0.refused.store(true, Ordering::Relaxed);
        self.0.may_be_done.store(may_be_done, Ordering::Relaxed);
    }

    fn is_done(&self, response: &Response) -> bool {
        let good = [StatusCode::OK, StatusCode::SEE_OTHER].contains(&response.status());
        good && !self.0.refused.load(Ordering::Relaxed)
    }

    fn may_be_done(&self) -> bool {
        self.0.may_be_done.load(Ordering::Relaxed)
    }
}

/// What each session's last form was answered, if it was done.
#[derive(Clone, Debug, Default)]
pub struct Twice(Arc<Answers>);

#[derive(Debug, Default)]
struct Answers {
    /// The forms in hand.
    running: Mutex<HashMap<Key, Arc<AsyncMutex<()>>>>,
    last: Mutex<HashMap<SessionId, Kept>>,
}

#[derive(Clone, Debug)]
struct Kept {
    key: Key,
    at: DateTime<Utc>,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

/// Where the very form that a session has just sent with success comes once more and is refused for what it did itself, or finds
/// nothing to do, the first answer is given again: what is stored is what was sent. Two that come at once are done one after the other.
pub async fn once(State((site, twice)): State<(Site, Twice)>, request: Request, next: Next) -> Response {
    let session =
        request.extensions().get::<Visitor>().and_then(|visitor| visitor.actor.as_ref()).map(|one| one.session);
    let Some(session) = session else { return next.run(request).await };
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else { return StatusCode::BAD_REQUEST.into_response() };
    let key = (session, digest(&parts, &body));
    let turn = twice.0.turn(key);
    let held = turn.lock().await;
    let outcome = Outcome::default();
    let mut request = Request::from_parts(parts, Body::from(body));
    request.extensions_mut().insert(outcome.clone());
    let response = next.run(request).await;
    let response = twice.0.settle(key, (response, &outcome), site.now()).await;
    drop(held);
    twice.0.end(key, &turn);
    response
}

fn digest(parts: &axum::http::request::Parts, body: &[u8]) -> [u8; 32] {
    let accept = parts.headers.get(header::ACCEPT).map(HeaderValue::as_bytes).unwrap_or_default();
    let mut hash = Sha256::new();
    for part in [parts.uri.path().as_bytes(), accept, body] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

impl Answers {
    /// The turn of one form.
    fn turn(&self, key: Key) -> Arc<AsyncMutex<()>> {
        Arc::clone(self.running.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_default())
    }

    /// Forgets it, if nobody waits for it.
    fn end(&self, key: Key, turn: &Arc<AsyncMutex<()>>) {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if Arc::strong_count(turn) <= 2 {
            running.remove(&key);
        }
    }

    /// Keeps an answer that says something was done; gives the one kept where the same form is refused for it, or changes nothing.
    async fn settle(&self, key: Key, (response, outcome): (Response, &Outcome), now: DateTime<Utc>) -> Response {
        if !outcome.is_done(&response) {
            if !outcome.may_be_done() {
                return response;
            }
            let last = self.last.lock().unwrap_or_else(PoisonError::into_inner).get(&key.0).cloned();
            return match last.filter(|last| last.key == key && now - last.at < KEPT) {
                Some(kept) => (kept.status, kept.headers, kept.body).into_response(),
                None => response,
            };
        }
        let (Parts { status, headers, .. }, body) = response.into_parts();
        let Ok(body) = to_bytes(body, LONGEST).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
        let kept = Kept { key, at: now, status, headers: headers.clone(), body: body.clone() };
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.retain(|_, kept| now - kept.at < KEPT);
        last.insert(key.0, kept);
        (status, headers, body).into_response()
    }
}
