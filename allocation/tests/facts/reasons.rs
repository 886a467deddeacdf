//! Reasons, held against a second computation that follows the words of the rules and writes down every attempt.

use allocation::{Draw, Fill, Missed, Reason, Rule, Seed, Tiers};
use proptest::prelude::*;

use super::lists::{drawn, list, next_larger, secret};

/// One moment of a draw: someone is considered for a number.
struct Attempt {
    rank: usize,
    to: u32,
    left: u32,
    allowed: bool,
}

/// Gives out with pencil and paper.
struct Paper<'a> {
    tiers: Vec<&'a Tiers>,
    limits: Vec<u64>,
    has: Vec<u32>,
    left: u32,
    attempts: Vec<Attempt>,
}

impl Paper<'_> {
    fn attempt(&mut self, rank: usize, to: u32) -> bool {
        if to <= self.has[rank] || !self.tiers[rank].amounts().contains(&to) {
            return false;
        }
        let takes = to - self.has[rank];
        let allowed = takes <= self.left;
        self.attempts.push(Attempt { rank, to, left: self.left, allowed });
        if allowed {
            self.has[rank] = to;
            self.left -= takes;
        }
        allowed
    }

    fn straight(&mut self, limited: bool) {
        for rank in 0..self.tiers.len() {
            let (tiers, has) = (self.tiers[rank], self.has[rank]);
            let within = |&amount: &u32| !limited || u64::from(amount) <= self.limits[rank];
            let fits = |amount: &u32| *amount > has && amount - has <= self.left && within(amount);
            if let Some(fits) = tiers.amounts().iter().copied().find(fits) {
                self.attempt(rank, fits);
            }
            let within = |&amount: &u32| !limited || u64::from(amount) <= self.limits[rank];
            if let Some(more) = next_larger(tiers, self.has[rank]).filter(within) {
                self.attempt(rank, more);
            }
        }
    }

    fn limit(&mut self) {
        self.straight(true);
        self.straight(false);
    }

    fn turns(&mut self) {
        for rank in 0..self.tiers.len() {
            self.attempt(rank, self.tiers[rank].smallest());
        }
        self.rising();
    }

    fn rising(&mut self) {
        for amount in 1..=8 {
            for rank in 0..self.tiers.len() {
                self.attempt(rank, amount);
            }
        }
    }

    fn most_people(&mut self) {
        for smallest in 1..=8 {
            for rank in 0..self.tiers.len() {
                if self.tiers[rank].smallest() == smallest {
                    self.attempt(rank, smallest);
                }
            }
        }
        self.rising();
    }

    fn of(draw: &Draw) -> Paper<'_> {
        let requests = draw.list().requests();
        let pinned: u32 = requests.iter().filter_map(|request| request.pinned).sum();
        let tiers: Vec<&Tiers> = draw.run().order.iter().map(|&place| &requests[place as usize].tiers).collect();
        let has = vec![0; tiers.len()];
        let seed = Seed::new(draw.code(), draw.list(), &draw.randomness().text());
        let limit = |&place: &u32| {
            let position = seed.position(&requests[place as usize].label, 1);
            let ending = position[28..].iter().fold(0, |number, &byte| number << 8 | u64::from(byte));
            (1_u64 << 32) / (ending + 1)
        };
        let limits = draw.run().order.iter().map(limit).collect();
        let mut paper = Paper { tiers, limits, has, left: draw.list().tickets() - pinned, attempts: Vec::new() };
        match draw.rule().fill {
            Fill::Straight => paper.straight(false),
            Fill::Turns => paper.turns(),
            Fill::Rising => paper.rising(),
            Fill::MostPeople => paper.most_people(),
            Fill::Limit => paper.limit(),
        }
        paper
    }

    fn reason(&self, rule: Fill, rank: usize, place: u32) -> Reason {
        let given = self.has[rank];
        let theirs = || self.attempts.iter().filter(|attempt| attempt.rank == rank);
        let when_given = theirs().find(|attempt| attempt.allowed && attempt.to == given);
        let missed = next_larger(self.tiers[rank], given).map(|amount| {
            let first = theirs().find(|attempt| !attempt.allowed && attempt.to == amount).unwrap();
            Missed { amount, left: first.left }
        });
        let limit = (rule == Fill::Limit).then(|| self.limits[rank]);
        let when_given = when_given.map(|attempt| attempt.left);
        Reason { place, rank: rank + 1, given, when_given, limit, missed }
    }
}

proptest! {
    #[test]
    fn goran_reads_the_reason_that_pencil_and_paper_give(list in list(), secret in secret()) {
        for rule in Rule::all() {
            let draw = drawn(&list, rule, secret);
            let (paper, outcome) = (Paper::of(&draw), draw.run());
            prop_assert_eq!(outcome.left, paper.left, "{}", rule);
            let expected: Vec<Reason> =
                outcome.order.iter().enumerate().map(|(rank, &place)| paper.reason(rule.fill, rank, place)).collect();
            prop_assert_eq!(draw.reasons(), expected, "{}", rule);
        }
    }

    #[test]
    fn one_run_gives_the_result_and_its_reasons(list in list(), secret in secret()) {
        for rule in Rule::all() {
            let draw = drawn(&list, rule, secret);
            let (outcome, reasons) = draw.run_with_reasons();
            prop_assert_eq!(&outcome, &draw.run(), "{}", rule);
            let paper = Paper::of(&draw);
            let expected: Vec<Reason> =
                outcome.order.iter().enumerate().map(|(rank, &place)| paper.reason(rule.fill, rank, place)).collect();
            prop_assert_eq!(reasons, expected, "{}", rule);
        }
    }

    #[test]
    fn a_reason_says_what_the_result_says(list in list(), secret in secret()) {
        for rule in Rule::all() {
            let draw = drawn(&list, rule, secret);
            let (outcome, reasons) = (draw.run(), draw.reasons());
            prop_assert_eq!(reasons.iter().map(|reason| reason.place).collect::<Vec<_>>(), outcome.order);
            for (rank, reason) in (1..).zip(reasons) {
                prop_assert_eq!((reason.rank, reason.given), (rank, outcome.allocated[reason.place as usize]));
                prop_assert_eq!(reason.when_given.is_some(), reason.given > 0);
                let tiers = &list.requests()[reason.place as usize].tiers;
                prop_assert_eq!(reason.missed.map(|missed| missed.amount), next_larger(tiers, reason.given));
                if let Some(Missed { amount, left }) = reason.missed {
                    prop_assert!(left < amount - reason.given, "{}: {:?}", rule, reason);
                }
            }
        }
    }

    /// What each found there is the tickets minus what those before got: readers can add it up themselves.
    #[test]
    fn under_straight_hana_found_what_those_before_her_left(list in list(), secret in secret()) {
        for rule in Rule::all().filter(|rule| rule.fill == Fill::Straight) {
            let draw = drawn(&list, rule, secret);
            let mut left = list.to_draw();
            for reason in draw.reasons() {
                prop_assert!(reason.when_given.is_none_or(|found| found == left && found >= reason.given));
                left -= reason.given;
                prop_assert!(reason.missed.is_none_or(|missed| missed.left == left));
            }
            prop_assert_eq!(left, draw.run().left);
        }
    }
}
