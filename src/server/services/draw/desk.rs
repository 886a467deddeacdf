use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

use allocation::{Forecast, Hash, Rule, forecast};
use tokio::sync::Semaphore;

use super::{is_stale, request_list};
use crate::{
    domain::{event::EventStatus, ids::EventId, typed::FieldError},
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            DbErr,
            draws::{self, Drawn},
            events::Event,
            requests::{self, Request},
        },
        services::{Done, Refused, event},
        site::Site,
    },
};

/// How many draws are made up for a comparison, where the list is not large.
const DRAWS: usize = 2_000;
/// Up to this many requests; beyond it fewer draws are made up, so that nobody waits longer.
const FULL_COMPARISON: usize = 500;
/// A comparison keeps one core busy for a moment: one at a time.
static COMPARING: Semaphore = Semaphore::const_new(1);

/// The latest comparisons: the same list says the same, so nobody waits for it twice.
static MADE: Mutex<VecDeque<(Key, Compared)>> = Mutex::new(VecDeque::new());
const MOST_KEPT: usize = 8;

/// What a comparison follows from: the list, and what is pinned in it.
type Key = (Hash, Vec<Option<u32>>);

/// All rules side by side.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The three named ones first, then the others.
    pub forecasts: Vec<Forecast>,
    /// Draws made up for each.
    pub draws: u32,
}

/// One row that putting the draw on the board would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub name: String,
    /// What stands there; `None`: undecided.
    pub now: Option<u32>,
    pub drawn: u32,
}

/// What an organizer decides with.
#[derive(Debug)]
pub struct Desk {
    pub event: Event,
    pub status: EventStatus,
    pub requests: Vec<Request>,
    pub draws: Vec<Drawn>,
    /// Whether the last draw no longer covers the event.
    pub stale: bool,
    /// What putting the last draw on the board would change.
    pub moves: Vec<Move>,
    /// Tickets on the board that nobody has.
    pub left: u64,
    /// What the rules would do: before the first draw, or when asked for.
    pub compared: Option<Compared>,
    /// Why it cannot be drawn as the board stands.
    pub objections: Vec<FieldError>,
}

/// The draw's desk. Four statements. `compare` asks for the comparison also where there is a draw.
pub async fn desk(site: &Site, actor: &Actor, id: EventId, compare: bool) -> Done<Desk> {
    let event = event::find_to_edit(site, actor, id).await?;
    let c = site.db.read();
    let requests = requests::of_event(c, id).await?;
    let draws = draws::of_event(c, id).await?;
    let status = event.status_at(site.now());
    let stale = is_stale(&event, &requests);
    let given: u64 = requests.iter().filter_map(|request| request.allocated).map(u64::from).sum();
    let left = u64::from(event.tickets).saturating_sub(given);
    let moves = requests.iter().filter_map(|request| {
        Some(Move { name: request.name.clone(), now: request.allocated, drawn: request.not_put()? })
    });
    let moves = moves.collect();
    let (list, objections) = match request_list(&event, &requests) {
        Ok(list) => (Some(list), Vec::new()),
        Err(Refused::Refusal(Refusal::Invalid { fields })) => (None, fields),
        Err(other) => return Err(other),
    };
    let wanted = status == EventStatus::Closed && (compare || draws.is_empty() || stale) && !requests.is_empty();
    let compared = match list.filter(|_| wanted) {
        Some(list) => Some(compared(list).await?),
        None => None,
    };
    Ok(Desk { event, status, requests, draws, stale, moves, left, compared, objections })
}

/// Makes the comparison, or takes it from those made. The made-up codes follow from the list, so that the same page says the
/// same twice.
async fn compared(list: allocation::RequestList) -> Result<Compared, DbErr> {
    let busy = |_| DbErr::Custom("the comparison was given up".into());
    let one_at_a_time = COMPARING.acquire().await.map_err(busy)?;
    let key: Key = (list.digest(), list.requests().iter().map(|request| request.pinned).collect());
    if let Some(made) = made().iter().find(|(made, _)| *made == key) {
        return Ok(made.1.clone());
    }
    let count = list.requests().len().max(1);
    let draws = (DRAWS * FULL_COMPARISON / count.max(FULL_COMPARISON)).max(50);
    let draws = u32::try_from(draws).unwrap_or(u32::MAX);
    let others = Rule::all().filter(|rule| !Rule::NAMED.contains(rule));
    let rules: Vec<Rule> = Rule::NAMED.into_iter().chain(others).collect();
    let made_up_from = key.0;
    let computing = tokio::task::spawn_blocking(move || {
        // Held to the end also where the visitor has gone meanwhile.
        let _one_at_a_time = one_at_a_time;
        forecast(&list, &rules, draws, made_up_from)
    });
    let forecasts = computing.await;
    let forecasts = forecasts.map_err(|error| DbErr::Custom(format!("the comparison failed: {error}")))?;
    let compared = Compared { forecasts, draws };
    let mut made = made();
    made.truncate(MOST_KEPT - 1);
    made.push_front((key, compared.clone()));
    Ok(compared)
}

fn made() -> MutexGuard<'static, VecDeque<(Key, Compared)>> {
    MADE.lock().unwrap_or_else(PoisonError::into_inner)
}
