use alloc::{collections::BTreeMap, vec::Vec};

use crate::{Draw, Fill, Label, Request, Tiers, fill::fill, place::limit_by_lot};

/// Who is asked in which order: everyone in the draw, as drawn, with their limit by lot.
#[derive(Clone, Debug)]
pub struct Line {
    rule: Fill,
    people: Vec<InLine>,
    /// The largest number each asked for.
    best: BTreeMap<Label, u32>,
}

#[derive(Clone, Debug)]
struct InLine {
    label: Label,
    tiers: Tiers,
    limit: u64,
}

/// What of someone matters to whom tickets are offered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stand {
    /// What they have.
    pub held: u32,
    /// What they did not want to have; nothing up to it is offered again.
    pub refused: u32,
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
        let best = people.iter().map(|one| (one.label.clone(), one.tiers.first_choice())).collect();
        Self { rule: draw.rule().fill, people, best }
    }

    /// The largest number that someone in line asked for.
    pub(super) fn best(&self, label: &Label) -> Option<u32> {
        self.best.get(label).copied()
    }

    /// Who is to have how many more of `left` tickets, by rank: the fill rule over those of whom `stand` says something.
    pub(super) fn raises(&self, left: u32, stand: impl Fn(&Label) -> Option<Stand>) -> Vec<(Label, u32)> {
        let mut rising = Vec::new();
        for one in &self.people {
            let Some(stand) = stand(&one.label) else { continue };
            let floor = stand.held.max(stand.refused);
            let wanted = one.tiers.amounts().iter().copied().filter(|&amount| amount > floor).collect();
            // An amount that was refused is as if they had never named it.
            if let Ok(tiers) = Tiers::descending(wanted) {
                rising.push((one, tiers, stand.held));
            }
        }
        let tiers: Vec<&Tiers> = rising.iter().map(|(_, tiers, _)| tiers).collect();
        let mut given: Vec<u32> = rising.iter().map(|&(_, _, held)| held).collect();
        fill(self.rule, &tiers, |rank| rising[rank].0.limit, &mut given, left, &mut ());
        let more = rising.iter().zip(&given).filter(|((_, _, held), now)| now > &held);
        more.map(|((one, _, held), now)| (one.label.clone(), now - held)).collect()
    }
}
