//! Comparisons of rules: made one at a time, the latest kept, so that nobody waits for the same one twice.

#[cfg(test)]
mod tests;

use std::{
    collections::VecDeque,
    num::NonZero,
    panic::resume_unwind,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{available_parallelism, scope},
};

use allocation::{Forecast, Hash, RequestList, Rule, forecast};
use tokio::task::{JoinError, spawn_blocking};

/// How many draws are made up for a comparison, where the list is not large.
const DRAWS: usize = 2_000;
/// Up to this many requests; beyond it fewer draws are made up, so that nobody waits longer.
const FULL_COMPARISON: usize = 500;
/// How many comparisons are kept.
const MOST_KEPT: usize = 8;

/// All rules side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The three named ones first, then the others.
    pub forecasts: Vec<Forecast>,
    /// Draws made up for each.
    pub draws: u32,
}

/// The comparisons of one site. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Comparisons {
    /// A comparison keeps all cores busy for a moment: one at a time.
    making: Arc<tokio::sync::Mutex<()>>,
    kept: Arc<Kept>,
}

/// At most [`MOST_KEPT`], the latest first.
type Kept = Mutex<VecDeque<(Key, Compared)>>;

/// What a comparison follows from: the list, and what is pinned in it.
#[derive(Debug, PartialEq, Eq)]
struct Key {
    digest: Hash,
    pinned: Vec<Option<u32>>,
}

impl Comparisons {
    /// Takes the comparison from those kept, or makes it on a thread of its own. Only making it waits for others that are
    /// being made. The made-up codes follow from the list, so that the same list says the same twice.
    ///
    /// # Errors
    /// When it could not be made to the end: the program is stopping, or computing panicked.
    pub async fn of(&self, list: RequestList) -> Result<Compared, JoinError> {
        let pinned = list.requests().iter().map(|request| request.pinned).collect();
        let key = Key { digest: list.digest(), pinned };
        if let Some(compared) = find(&self.kept, &key) {
            return Ok(compared);
        }
        let one_at_a_time = Arc::clone(&self.making).lock_owned().await;
        // Who had the permit before may have made this very one.
        if let Some(compared) = find(&self.kept, &key) {
            return Ok(compared);
        }
        let kept = Arc::clone(&self.kept);
        let making = spawn_blocking(move || {
            // Made to the end and kept also where the visitor has gone meanwhile; kept before the permit goes on.
            let compared = compare(&list, key.digest);
            keep(&kept, key, compared.clone());
            drop(one_at_a_time);
            compared
        });
        making.await
    }
}

fn compare(list: &RequestList, made_up_from: Hash) -> Compared {
    let count = list.requests().len().max(1);
    let draws = (DRAWS * FULL_COMPARISON / count.max(FULL_COMPARISON)).max(50);
    let draws = u32::try_from(draws).unwrap_or(u32::MAX);
    let others = Rule::all().filter(|rule| !Rule::NAMED.contains(rule));
    let rules: Vec<Rule> = Rule::NAMED.into_iter().chain(others).collect();
    Compared { forecasts: on_all_cores(list, &rules, draws, made_up_from), draws }
}

/// Makes up the draws in as many parts as there are cores. What comes out is the same on every machine.
fn on_all_cores(list: &RequestList, rules: &[Rule], draws: u32, made_up_from: Hash) -> Vec<Forecast> {
    let cores = available_parallelism().map_or(1, NonZero::get);
    let share = draws.div_ceil(u32::try_from(cores).unwrap_or(1)).max(1);
    scope(|scope| {
        let parts = (0..draws).step_by(share as usize).map(|from| from..(from + share).min(draws));
        let parts: Vec<_> = parts.map(|part| scope.spawn(|| forecast(list, rules, part, made_up_from))).collect();
        let made = parts.into_iter().map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic)));
        let both = |one: Vec<Forecast>, other: Vec<Forecast>| {
            one.into_iter().zip(&other).map(|(one, other)| one.and(other)).collect()
        };
        made.reduce(both).unwrap_or_default()
    })
}

fn find(kept: &Kept, key: &Key) -> Option<Compared> {
    open(kept).iter().find(|(made, _)| made == key).map(|(_, compared)| compared.clone())
}

fn keep(kept: &Kept, key: Key, compared: Compared) {
    let mut kept = open(kept);
    kept.truncate(MOST_KEPT - 1);
    kept.push_front((key, compared));
}

fn open(kept: &Kept) -> MutexGuard<'_, VecDeque<(Key, Compared)>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
