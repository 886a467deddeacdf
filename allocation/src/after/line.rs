use alloc::{borrow::Cow, collections::BTreeMap, vec, vec::Vec};

use crate::{Draw, Fill, Label, Request, Tiers, fill::fill, place::limit_by_lot};

/// Who is asked in which order: everyone in the draw, as drawn, with their limit by lot.
#[derive(Clone, Debug)]
pub struct Line {
    rule: Fill,
    people: Vec<InLine>,
    ranks: BTreeMap<Label, usize>,
}

#[derive(Clone, Debug)]
struct InLine {
    label: Label,
    tiers: Tiers,
    limit: u64,
}

/// What of someone in line matters to whom tickets are offered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stand {
    /// What they have.
    pub held: u32,
    /// What they have with what is offered to them.
    pub with_offer: u32,
    /// What they did not want to have; nothing up to it is offered again.
    pub refused: u32,
    /// Nothing is offered to them by itself.
    pub out: bool,
}

impl Stand {
    /// Whether anything may be offered to them now.
    fn waits(&self) -> bool {
        !self.out && self.with_offer == self.held
    }
}

impl InLine {
    /// Of the amounts they asked for, the ones that may still be offered once they have what is offered: an amount that was
    /// refused is as if they had never named it.
    fn wanted(&self, stand: &Stand) -> &[u32] {
        let floor = stand.with_offer.max(stand.refused);
        let amounts = self.tiers.amounts();
        if stand.out { &[] } else { &amounts[..amounts.partition_point(|&amount| amount > floor)] }
    }
}

impl Line {
    /// The line of a draw. Whoever was decided by hand before it is not in it.
    #[must_use]
    pub fn of(draw: &Draw) -> Self {
        let one = |(request, first): (&Request, _)| InLine {
            label: request.label.clone(),
            tiers: request.tiers.clone(),
            limit: limit_by_lot(&first),
        };
        let people: Vec<InLine> = draw.in_order().into_iter().map(one).collect();
        let ranks = people.iter().enumerate().map(|(rank, one)| (one.label.clone(), rank)).collect();
        Self { rule: draw.rule().fill, people, ranks }
    }

    /// Everyone without anything, by rank.
    pub(super) fn all_waiting(&self) -> Vec<Stand> {
        vec![Stand { held: 0, with_offer: 0, refused: 0, out: false }; self.people.len()]
    }

    /// Which place someone has, from 0.
    pub(super) fn rank(&self, label: &Label) -> Option<usize> {
        self.ranks.get(label).copied()
    }

    /// The largest number that someone in line asked for.
    pub(super) fn best(&self, label: &Label) -> Option<u32> {
        self.rank(label).map(|rank| self.people[rank].tiers.first_choice())
    }

    /// Whether anyone would take more, if only there were enough. `stands` is by rank.
    pub(super) fn wants_more(&self, stands: &[Stand]) -> bool {
        self.people.iter().zip(stands).any(|(one, stand)| !one.wanted(stand).is_empty())
    }

    /// Who is to have how many more of `left` tickets, by rank: the fill rule over those who wait. `stands` is by rank.
    pub(super) fn raises(&self, left: u32, stands: &[Stand]) -> Vec<(Label, u32)> {
        let mut rising = Vec::new();
        for (one, stand) in self.people.iter().zip(stands).filter(|(_, stand)| stand.waits()) {
            let wanted = one.wanted(stand);
            // Whoever cannot use what is there now cannot use what is there later, which is less.
            if wanted.last().is_none_or(|&smallest| smallest - stand.held > left) {
                continue;
            }
            let tiers = if stand.refused <= stand.held {
                Cow::Borrowed(&one.tiers)
            } else if let Ok(tiers) = Tiers::descending(wanted.to_vec()) {
                Cow::Owned(tiers)
            } else {
                continue;
            };
            rising.push((one, tiers, stand.held));
        }
        let tiers: Vec<&Tiers> = rising.iter().map(|(_, tiers, _)| &**tiers).collect();
        let mut given: Vec<u32> = rising.iter().map(|&(_, _, held)| held).collect();
        fill(self.rule, &tiers, |rank| rising[rank].0.limit, &mut given, left, &mut ());
        let more = rising.iter().zip(&given).filter(|((_, _, held), now)| now > &held);
        more.map(|((one, _, held), now)| (one.label.clone(), now - held)).collect()
    }
}
