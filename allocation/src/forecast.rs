//! What a rule would do, before it is chosen: many draws with made-up codes.

use alloc::{vec, vec::Vec};
use core::ops::Range;

use sha2::{Digest, Sha256};

use crate::{
    Fill, Hash, Order, RequestList, Rule, Seed,
    fill::fill,
    place::{limit_by_lot, positions, sorted},
};

/// What a rule did in `draws` made-up draws; sums over all of them, to be divided by `draws`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The rule.
    pub rule: Rule,
    /// How many draws were made up.
    pub draws: u32,
    /// People who got at least one ticket, pinned ones too.
    pub served: u64,
    /// People who got their first choice, pinned ones too.
    pub first_choices: u64,
    /// Tickets nobody could take.
    pub left: u64,
    /// By place in the list: in how many of the draws the request got at least one ticket.
    pub chances: Vec<u32>,
}

/// Makes up draws of `list` and says what each rule did in them. All rules meet the same codes, so that they differ by nothing
/// but themselves. The same `made_up_from` gives the same forecast, in one go or in parts: each draw has a number, and `draws`
/// says which are made up.
#[must_use]
pub fn forecast(list: &RequestList, rules: &[Rule], draws: Range<u32>, made_up_from: Hash) -> Vec<Forecast> {
    let requests = list.requests();
    let numbers = draws;
    let draws = numbers.end.saturating_sub(numbers.start);
    let empty =
        |&rule: &Rule| Forecast { rule, draws, served: 0, first_choices: 0, left: 0, chances: vec![0; requests.len()] };
    let mut forecasts: Vec<Forecast> = rules.iter().map(empty).collect();
    forecasts.sort_by_key(|forecast| forecast.rule);
    let pinned = |forecast: &mut Forecast| {
        for (place, request) in requests.iter().enumerate() {
            let Some(given) = request.pinned else { continue };
            forecast.count(place, given, request.tiers.first_choice(), draws);
        }
    };
    forecasts.iter_mut().for_each(pinned);
    let by_slips = |rule: &Rule| rule.order == Order::Slips;
    let needs_first = rules.iter().any(|rule| !by_slips(rule) || rule.fill == Fill::Limit);
    let needs_best = rules.iter().any(by_slips);
    for draw in numbers {
        let seed = Seed::new(made_up_code(made_up_from, draw), list, "");
        let [first, best] = [(needs_first, false), (needs_best, true)]
            .map(|(needed, all_slips)| if needed { positions(list, all_slips, &seed, &mut ()) } else { Vec::new() });
        for same_order in forecasts.chunk_by_mut(|a, b| a.rule.order == b.rule.order) {
            let rule = same_order[0].rule.order;
            let order = sorted(list, rule, if rule == Order::Slips { &best } else { &first });
            let tiers: Vec<_> = order.iter().map(|&place| &requests[place as usize].tiers).collect();
            let limit = |rank: usize| limit_by_lot(&first[order[rank] as usize]);
            for forecast in same_order {
                let mut given = vec![0; order.len()];
                let left = fill(forecast.rule.fill, &tiers, limit, &mut given, list.to_draw(), &mut ());
                forecast.left += u64::from(left);
                for ((&place, &given), tiers) in order.iter().zip(&given).zip(&tiers) {
                    forecast.count(place as usize, given, tiers.first_choice(), 1);
                }
            }
        }
    }
    forecasts.sort_by_key(|forecast| rules.iter().position(|&rule| rule == forecast.rule));
    forecasts
}

impl Forecast {
    /// With what the same rule did in other draws of the same list.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.draws += other.draws;
        self.served += other.served;
        self.first_choices += other.first_choices;
        self.left += other.left;
        for (chance, more) in self.chances.iter_mut().zip(&other.chances) {
            *chance += more;
        }
        self
    }

    fn count(&mut self, place: usize, given: u32, first_choice: u32, times: u32) {
        if given == 0 {
            return;
        }
        self.served += u64::from(times);
        self.first_choices += u64::from(if given == first_choice { times } else { 0 });
        self.chances[place] += times;
    }
}

/// A code that belongs to no chain.
fn made_up_code(from: Hash, draw: u32) -> Hash {
    let mut hash = Sha256::new();
    hash.update("ticket-pool/made-up/v1\n");
    hash.update(from.0);
    hash.update(draw.to_be_bytes());
    Hash(hash.finalize().into())
}
