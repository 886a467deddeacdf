use alloc::{string::String, vec, vec::Vec};

use crate::{
    DrawNumber, Format, Hash, Order, Position, Randomness, Request, RequestList, Rule, Seed,
    fill::{Progress, Watch, fill},
    opens,
    place::{limit_by_lot, order},
    reason::{Reason, Trace},
};

/// The longest public input, in bytes.
pub const MAX_PUBLIC_INPUT: usize = 1_000;

/// What the public added after the close: at most [`MAX_PUBLIC_INPUT`] bytes, no control characters. May be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicInput(String);

/// Why a text is no public input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublicInputError {
    /// Holds how many bytes it has.
    #[error("has {0} bytes, at most {MAX_PUBLIC_INPUT} are accepted")]
    TooLong(usize),
    /// Holds the character.
    #[error("holds the control character {0:?}")]
    Control(char),
}

impl PublicInput {
    /// Reads what the public added.
    ///
    /// # Errors
    /// Names what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, PublicInputError> {
        if text.len() > MAX_PUBLIC_INPUT {
            return Err(PublicInputError::TooLong(text.len()));
        }
        match text.chars().find(|c| c.is_control()) {
            Some(control) => Err(PublicInputError::Control(control)),
            None => Ok(Self(text.into())),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Everything that decides a draw. The code opens the commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draw {
    list: RequestList,
    rule: Rule,
    commitment: Hash,
    number: DrawNumber,
    code: Hash,
    randomness: Randomness,
}

/// The code does not belong to this draw of the chain that ends in the commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("code: hashed {number} times it gives {leads_to}, not the commitment {commitment}")]
pub struct DoesNotOpen {
    /// The draw.
    pub number: DrawNumber,
    /// Where hashing the code leads.
    pub leads_to: Hash,
    /// Where it should lead.
    pub commitment: Hash,
}

/// What a draw gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// [`RequestList::digest`].
    pub digest: Hash,
    /// [`RequestList::season_digest`], where the rule uses the season (format 2).
    pub season_digest: Option<Hash>,
    /// [`RequestList::ranks_digest`], where the rule uses ranks (format 2).
    pub ranks_digest: Option<Hash>,
    /// Places in the list of those who were drawn, first to last; pinned ones are left out.
    pub order: Vec<u32>,
    /// What each gets, by place in the list, pinned ones too.
    pub allocated: Vec<u32>,
    /// Tickets nobody could take.
    pub left: u32,
}

/// A part of the computation, to tell how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The digest of the list.
    Digest,
    /// Everyone's position.
    Places,
    /// Giving out.
    Fill,
}

impl Draw {
    /// Puts a draw together.
    ///
    /// # Errors
    /// A code that does not open the commitment.
    pub fn new(
        list: RequestList,
        rule: Rule,
        (commitment, number, code): (Hash, DrawNumber, Hash),
        randomness: impl Into<Randomness>,
    ) -> Result<Self, DoesNotOpen> {
        if !opens(code, number, commitment) {
            return Err(DoesNotOpen { number, leads_to: code.hashed(number.get()), commitment });
        }
        Ok(Self { list, rule, commitment, number, code, randomness: randomness.into() })
    }

    /// The requests.
    #[must_use]
    pub fn list(&self) -> &RequestList {
        &self.list
    }

    /// How they are drawn.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// What was published before the first request.
    #[must_use]
    pub fn commitment(&self) -> Hash {
        self.commitment
    }

    /// Which draw this is.
    #[must_use]
    pub fn number(&self) -> DrawNumber {
        self.number
    }

    /// What it reveals.
    #[must_use]
    pub fn code(&self) -> Hash {
        self.code
    }

    /// What went in from outside.
    #[must_use]
    pub fn randomness(&self) -> &Randomness {
        &self.randomness
    }

    /// Computes the result.
    #[must_use]
    pub fn run(&self) -> Outcome {
        self.run_watched(&mut ())
    }

    /// As [`Draw::run`], telling how far it is.
    pub fn run_watched(&self, progress: &mut dyn Progress) -> Outcome {
        self.run_with(|_| (), progress).0
    }

    /// As [`Draw::run`], with why everyone who was drawn got what they got, first to last. The reasons are noted while the
    /// numbers are given out, so that none can say anything the result does not, and the order is computed once for both.
    #[must_use]
    pub fn run_with_reasons(&self) -> (Outcome, Vec<Reason>) {
        let (outcome, trace) = self.run_with(Trace::new, &mut ());
        let given: Vec<u32> = outcome.order.iter().map(|&place| outcome.allocated[place as usize]).collect();
        let reasons = trace.reasons(&outcome.order, &given);
        (outcome, reasons)
    }

    /// The reasons of [`Draw::run_with_reasons`] alone.
    #[must_use]
    pub fn reasons(&self) -> Vec<Reason> {
        self.run_with_reasons().1
    }

    /// Computes the result; `watch` makes what watches the giving out, from how many are drawn.
    fn run_with<W: Watch>(&self, watch: impl FnOnce(usize) -> W, progress: &mut dyn Progress) -> (Outcome, W) {
        let count = self.list.requests().len();
        progress.at(Step::Digest, 0, count);
        let (list, order_rule) = (&self.list, self.rule.order);
        let digest = list.digest();
        let season_digest = list.season_digest().filter(|_| order_rule.uses_season());
        let ranked = list.format() == Format::Two && order_rule == Order::FirstCome;
        let ranks_digest = ranked.then(|| list.ranks_digest());
        let seed = self.seed();
        let order = order(&self.list, self.rule.order, &seed, progress);
        progress.at(Step::Fill, 0, count);
        let mut watch = watch(order.len());
        let mut given = vec![0; order.len()];
        let left = self.fill(&seed, &order, &mut given, self.list.to_draw(), &mut watch);
        let mut allocated: Vec<u32> = self.list.requests().iter().map(|request| request.pinned.unwrap_or(0)).collect();
        for (&place, &given) in order.iter().zip(&given) {
            allocated[place as usize] = given;
        }
        progress.at(Step::Fill, count, count);
        (Outcome { digest, season_digest, ranks_digest, order, allocated, left }, watch)
    }

    /// The key of the positions.
    fn seed(&self) -> Seed {
        Seed::new(self.code, &self.list, &self.randomness.text())
    }

    /// `order` and `given` are by rank.
    fn fill(&self, seed: &Seed, order: &[u32], given: &mut [u32], left: u32, watch: &mut impl Watch) -> u32 {
        let request = |place: u32| &self.list.requests()[place as usize];
        let tiers: Vec<_> = order.iter().map(|&place| &request(place).tiers).collect();
        let limit = |rank: usize| limit_by_lot(&seed.position(&request(order[rank]).label, 1));
        fill(self.rule.fill, &tiers, limit, given, left, watch)
    }

    /// Everyone who is drawn, first to last, each with the position that their limit by lot follows from.
    pub(crate) fn in_order(&self) -> Vec<(&Request, Position)> {
        let seed = self.seed();
        let order = order(&self.list, self.rule.order, &seed, &mut ());
        let request = |&place: &u32| &self.list.requests()[place as usize];
        order.iter().map(request).map(|request| (request, seed.position(&request.label, 1))).collect()
    }

    /// Gives out tickets that came back or were added, by the same rule in the same order, with the same limits by lot.
    ///
    /// `given` is the allocation as it stands, by place in the list; `may_rise` says who still takes part: not those who
    /// withdrew, gave tickets back or were decided by hand. Returns what is left of `left`.
    pub fn fill_further(&self, given: &mut [u32], left: u32, may_rise: impl Fn(usize) -> bool) -> u32 {
        let seed = self.seed();
        let mut rising = order(&self.list, self.rule.order, &seed, &mut ());
        rising.retain(|&place| may_rise(place as usize));
        let mut theirs: Vec<u32> = rising.iter().map(|&place| given[place as usize]).collect();
        let left = self.fill(&seed, &rising, &mut theirs, left, &mut ());
        for (&place, &now) in rising.iter().zip(&theirs) {
            given[place as usize] = now;
        }
        left
    }
}
