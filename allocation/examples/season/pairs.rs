//! What a season looks like to everyone, and to each kind of request.

use allocation::Rule;

use crate::{
    figures::{Mean, Ratio},
    head,
    model::{KINDS, Season, World},
    play::{Played, play},
    row,
};

/// What one pair of rules did, over all seasons.
#[derive(Default)]
struct Measured {
    /// The luckiest minus the unluckiest of a season, in tickets.
    spread: Mean,
    /// People who got nothing all season.
    nothing: Mean,
    /// People who got something at an event.
    served: Mean,
    /// Tickets nobody could take at an event.
    left: Mean,
    /// By kind of request: tickets kept, of times asked.
    kinds: [Ratio; KINDS.len()],
}

/// Plays every pair and prints both tables.
pub fn print(seasons: u32) {
    let rules: Vec<Rule> = Rule::all().collect();
    let mut measured: Vec<(String, Measured)> = Vec::new();
    for (rule, pair) in rules.iter().zip(measure(World::Even, &rules, seasons)) {
        measured.push((rule.to_string(), pair));
    }
    for pair in measure(World::SameQuick, &[Rule::FIRST_COME], seasons) {
        measured.push((format!("{}, the same people quick", Rule::FIRST_COME), pair));
    }

    let columns = ["order + fill", "spread", "nothing all season", "people served", "tickets left"];
    head("What a season looks like", &columns.map(str::to_string));
    print_rows(&measured, |pair| [pair.spread, pair.nothing, pair.served, pair.left].map(|m| (m.value(), m.error())));
    let mut columns = vec!["order + fill".to_string()];
    columns.extend(KINDS.iter().map(|(amounts, _)| format!("`{amounts:?}`")));
    head("Tickets per request", &columns);
    print_rows(&measured, |pair| pair.kinds.map(|ratio| (ratio.value(), ratio.error())));
}

fn measure(world: World, rules: &[Rule], seasons: u32) -> Vec<Measured> {
    let mut measured: Vec<Measured> = rules.iter().map(|_| Measured::default()).collect();
    for number in 0..seasons {
        let season = Season::new(world, number);
        for (&rule, measured) in rules.iter().zip(&mut measured) {
            measured.add(&season, &play(&season, rule, |event, person| season.honest(event, person)));
        }
    }
    measured
}

impl Measured {
    fn add(&mut self, season: &Season, played: &[Played]) {
        let kept = |person: usize| played.iter().filter_map(move |event| event.kept[person]);
        let totals: Vec<u32> = (0..season.people.len()).map(|person| kept(person).sum()).collect();
        let (most, least) = totals.iter().fold((0, u32::MAX), |(most, least), &n| (most.max(n), least.min(n)));
        self.spread.add(f64::from(most - least));
        self.nothing.add(totals.iter().map(|&total| f64::from(u8::from(total == 0))).sum());
        for event in played {
            self.served.add(event.kept.iter().map(|kept| f64::from(u8::from(kept.is_some_and(|kept| kept > 0)))).sum());
            self.left.add(f64::from(event.left));
        }
        for (kind, ratio) in self.kinds.iter_mut().enumerate() {
            let people = (0..season.people.len()).filter(|&person| season.people[person].kind == kind);
            let (tickets, asked) = people.flat_map(kept).fold((0, 0), |(sum, count), kept| (sum + kept, count + 1));
            ratio.add(tickets, asked);
        }
    }
}

/// Prints a row a pair, and under them by how much each column may be off.
fn print_rows<const N: usize>(measured: &[(String, Measured)], cells: impl Fn(&Measured) -> [(f64, f64); N]) {
    let mut largest = [0.0_f64; N];
    for (name, pair) in measured {
        let mut line = vec![name.clone()];
        for ((value, error), largest) in cells(pair).into_iter().zip(&mut largest) {
            line.push(format!("{value:.2}"));
            *largest = largest.max(error);
        }
        row(&line);
    }
    let mut line = vec!["*standard error, at most*".to_string()];
    line.extend(largest.map(|error| format!("*{error:.2}*")));
    row(&line);
}
