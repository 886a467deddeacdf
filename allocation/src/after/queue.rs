use alloc::collections::VecDeque;

use crate::Label;

/// Returned tickets that nobody has taken yet, oldest first: whose they were.
#[derive(Clone, Debug, Default)]
pub struct Queue(VecDeque<(Label, u32)>);

impl Queue {
    /// Someone gave some back.
    pub fn push(&mut self, whose: &Label, number: u32) {
        self.0.push_back((whose.clone(), number));
    }

    /// Someone takes some: first what was their own, then the oldest; `passed` hears whose and how many. What is not in here
    /// was never anyone's.
    pub fn take(&mut self, by: &Label, number: u32, mut passed: impl FnMut(&Label, u32)) {
        let mut left = number;
        for (_, own) in self.0.iter_mut().filter(|(whose, _)| whose == by) {
            let taken = left.min(*own);
            *own -= taken;
            left -= taken;
        }
        while let (Some((whose, theirs)), true) = (self.0.front_mut(), left > 0) {
            let taken = left.min(*theirs);
            *theirs -= taken;
            left -= taken;
            if taken > 0 {
                passed(whose, taken);
            }
            if *theirs == 0 {
                self.0.pop_front();
            }
        }
        self.0.retain(|&(_, theirs)| theirs > 0);
    }

    /// There are only so many that nobody has: those that came back last are gone first.
    pub fn shrink(&mut self, most: u32) {
        let mut left = most;
        for (_, theirs) in &mut self.0 {
            *theirs = left.min(*theirs);
            left -= *theirs;
        }
        self.0.retain(|&(_, theirs)| theirs > 0);
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}
