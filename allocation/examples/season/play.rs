//! A season under one pair of rules, with real draws: what is kept at one event decides slips and balance at the next.

use allocation::{Draw, Past, PublicInput, Request, RequestList, Rule, Standing, Tiers};

use crate::model::{Event, Season};

/// What someone says to one event.
pub struct Ask {
    /// The amounts they claim.
    pub tiers: Tiers,
    /// Whether they give back what they get, as soon as it is drawn.
    pub gives_back: bool,
}

impl Ask {
    /// To ask and to mean it.
    pub fn meaning(tiers: Tiers) -> Self {
        Self { tiers, gives_back: false }
    }
}

impl Season {
    /// What someone says who means it.
    pub fn honest(&self, event: &Event, person: usize) -> Option<Ask> {
        event.visits[person].wanted.then(|| Ask::meaning(self.people[person].wants.clone()))
    }
}

/// What came out of one event.
pub struct Played {
    /// By person: what they kept; `None` for who did not ask.
    pub kept: Vec<Option<u32>>,
    /// Tickets nobody could take.
    pub left: u32,
}

/// Plays a season, in which everyone says to each event what `says` says.
pub fn play(season: &Season, rule: Rule, says: impl Fn(&Event, usize) -> Option<Ask>) -> Vec<Played> {
    let mut standings = vec![Standing::default(); season.people.len()];
    let mut played = Vec::new();
    for event in &season.events {
        let people = 0..season.people.len();
        let (who, asks): (Vec<usize>, Vec<Ask>) =
            people.filter_map(|person| Some((person, says(event, person)?))).unzip();
        let requests = who.iter().zip(&asks).map(|(&person, ask)| Request {
            label: event.visits[person].label.clone(),
            tiers: ask.tiers.clone(),
            slips: standings[person].slips(),
            balance: standings[person].balance,
            since: event.visits[person].since,
            pinned: None,
        });
        let (allocated, left) = give_out(event, requests.collect(), rule, &asks);
        let first_choices = asks.iter().map(|ask| u64::from(ask.tiers.first_choice())).sum();
        let requesters = asks.iter().map(|_| 1).sum();
        let mut kept = vec![None; season.people.len()];
        for ((&person, ask), &given) in who.iter().zip(&asks).zip(&allocated) {
            let (tickets, smallest) = (event.tickets, ask.tiers.smallest());
            standings[person].add(&Past { tickets, requesters, first_choices, smallest, kept: given });
            kept[person] = Some(given);
        }
        played.push(Played { kept, left });
    }
    played
}

/// Draws, then gives out what is given back.
#[expect(clippy::expect_used, reason = "labels differ, nothing is pinned, and the code is of the event's own chain")]
fn give_out(event: &Event, requests: Vec<Request>, rule: Rule, asks: &[Ask]) -> (Vec<u32>, u32) {
    let list = RequestList::new(event.label.clone(), event.tickets, requests).expect("a list");
    let draw = Draw::new(list, rule, event.opening, PublicInput::default()).expect("a code that opens");
    let outcome = draw.run();
    let (mut allocated, mut left) = (outcome.allocated, outcome.left);
    if asks.iter().any(|ask| ask.gives_back) {
        for (given, _) in allocated.iter_mut().zip(asks).filter(|(_, ask)| ask.gives_back) {
            left += std::mem::take(given);
        }
        left = draw.fill_further(&mut allocated, left, |place| !asks[place].gives_back);
    }
    (allocated, left)
}
