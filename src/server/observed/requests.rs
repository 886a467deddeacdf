use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// The longest of each kind of answer, in milliseconds; one kind more has what takes longer.
pub const WITHIN: [u64; 11] = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];

/// The requests that were answered, by route. A route is a pattern such as `/events/{number}`: nothing of what someone typed.
#[derive(Debug, Default)]
pub struct Requests(Mutex<HashMap<Box<str>, Answered>>);

/// What was answered on one route.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    pub by_status: BTreeMap<u16, u64>,
    /// How many took no longer than each of [`WITHIN`] and longer than the one before; the last: longer than all.
    pub by_time: [u64; WITHIN.len() + 1],
    pub time: Duration,
}

impl Requests {
    /// Notes one.
    pub fn note(&self, route: &str, status: u16, time: Duration) {
        let mut all = self.all();
        let answered = match all.get_mut(route) {
            Some(answered) => answered,
            None => all.entry(route.into()).or_default(),
        };
        *answered.by_status.entry(status).or_default() += 1;
        let within = WITHIN.iter().position(|&most| time <= Duration::from_millis(most)).unwrap_or(WITHIN.len());
        answered.by_time[within] += 1;
        answered.time += time;
    }

    /// All there were since the start, by route.
    pub fn answered(&self) -> BTreeMap<String, Answered> {
        self.all().iter().map(|(route, answered)| (route.to_string(), answered.clone())).collect()
    }

    fn all(&self) -> MutexGuard<'_, HashMap<Box<str>, Answered>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
