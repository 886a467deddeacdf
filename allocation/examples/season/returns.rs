//! How many of the tickets that are given back in time are used again: offered in the order of the draw, with the open table
//! at the end; and beside it the usual way, one voucher of 48 hours after the other.
//!
//! - `people` says who gives back what and when, who answers, who looks at the open table.
//! - `ours` plays an event with the ledger of the library.
//! - `usual` plays the same event with vouchers.

mod ours;
mod people;
mod usual;

use allocation::{Draw, Exact, Fill, Order, PublicInput, Request, RequestList, Rule, Slips};

use crate::{
    figures::Ratio,
    head,
    model::{Event, Season, World},
    row,
};
pub use people::{Habits, Times};

/// How many tickets were given back, and how many of them somebody else took.
#[derive(Clone, Copy, Default)]
pub struct Back {
    /// Given back in time.
    pub returned: u32,
    /// Of these, taken.
    pub used: u32,
}

/// Plays every event of the seasons in each way and prints the table.
pub fn print(seasons: u32) {
    let columns =
        ["fill, and when tickets come back", "come back, of an event", "ours", "ours, told once", "48 h vouchers"];
    head("What becomes of tickets that come back, in percent used again", &columns.map(str::to_string));
    for fill in [Fill::Turns, Fill::Limit, Fill::Straight] {
        for times in Times::ALL {
            let mut shares = [Ratio::default(); 3];
            let (mut events, mut returned) = (0.0, 0.0);
            for number in 0..seasons {
                let season = Season::new(World::Even, number);
                for (place, event) in (0..).zip(&season.events) {
                    let draw = drawn(&season, event, Rule { order: Order::Equal, fill });
                    let habits = Habits { season: &season, event, number: [number, place], times };
                    let played = [
                        ours::play(&draw, &habits, true),
                        ours::play(&draw, &habits, false),
                        usual::play(&draw, &habits),
                    ];
                    for (share, back) in shares.iter_mut().zip(&played) {
                        share.add(back.used, back.returned);
                    }
                    events += 1.0;
                    returned += f64::from(played[0].returned);
                }
            }
            let shares = shares.map(|share| format!("{:.1} ± {:.1}", 100.0 * share.value(), 100.0 * share.error()));
            row(&[vec![format!("{}, {times}", fill.as_str()), format!("{:.2}", returned / events)], shares.to_vec()]
                .concat());
        }
    }
}

/// What everyone who wants tickets gets. The order is of no matter here: who comes first wants no other amounts.
#[expect(clippy::expect_used, reason = "labels differ, nothing is pinned, and the code is of the event's own chain")]
fn drawn(season: &Season, event: &Event, rule: Rule) -> Draw {
    let wanted = event.visits.iter().zip(&season.people).filter(|(visit, _)| visit.wanted);
    let requests = wanted.map(|(visit, person)| Request {
        label: visit.label.clone(),
        tiers: person.wants.clone(),
        slips: Slips::ONE,
        balance: Exact::default(),
        since: visit.since,
        pinned: None,
    });
    let list = RequestList::new(event.label.clone(), event.tickets, requests.collect()).expect("a list");
    Draw::new(list, rule, event.opening, PublicInput::default()).expect("a code that opens")
}
