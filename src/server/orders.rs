//! The orders of draws that people looked at lately. A draw never changes, and everyone who got nothing looks at the same
//! one: its record is read and its order computed once, and not for each of them.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use allocation::{Fill, Reason};

use crate::domain::ids::EventId;

/// How many orders are kept.
const MOST_KEPT: usize = 16;
/// An order with more people without tickets is not kept: it would take too much memory.
const LONGEST: usize = 20_000;

/// The order of an event's draw, as far as it is about those who got nothing.
#[derive(Clone, Debug)]
pub struct Order {
    pub event: EventId,
    /// The number of the draw.
    pub draw: u32,
    pub fill: Fill,
    /// How many had a place.
    pub of: usize,
    /// The rank of the last who got any, and whether none were left for those below; where the order says it.
    pub ran_out: Option<(usize, bool)>,
    /// By the label that stands for them in the draw.
    pub without: HashMap<String, Without>,
}

/// Someone whom the draw gave nothing.
#[derive(Clone, Debug)]
pub struct Without {
    pub accepted: Vec<u32>,
    pub why: Reason,
}

/// Those of one site. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Orders(Arc<Mutex<VecDeque<Arc<Order>>>>);

impl Orders {
    /// What is kept of an event: perhaps not of its last draw.
    pub fn of(&self, event: EventId) -> Option<Arc<Order>> {
        self.open().iter().find(|order| order.event == event).map(Arc::clone)
    }

    /// Keeps an order, instead of another of the same event.
    pub fn keep(&self, order: Order) -> Arc<Order> {
        let order = Arc::new(order);
        let mut kept = self.open();
        kept.retain(|other| other.event != order.event);
        if order.without.len() <= LONGEST {
            kept.truncate(MOST_KEPT - 1);
            kept.push_front(Arc::clone(&order));
        }
        order
    }

    fn open(&self) -> MutexGuard<'_, VecDeque<Arc<Order>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
