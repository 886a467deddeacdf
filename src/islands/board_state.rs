//! What the board knows: the choice of every row as the page shows it, and which are not saved yet.

use std::collections::{BTreeMap, HashMap};

use web_sys::{Element, HtmlInputElement};

use super::dom::{input, inputs};
use crate::domain::board::OTHER;

/// What is chosen in one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The chosen chip's value; empty: undecided.
    pub amount: String,
    pub other: String,
    pub reason: String,
}

impl Choice {
    /// Reads a row of the page.
    pub fn read(row: &Element) -> Self {
        let typed = |selector| input(row, selector).map(|field| field.value()).unwrap_or_default();
        let amount = input(row, "input[type=radio]:checked").map(|chip| chip.value()).unwrap_or_default();
        Self { amount, other: typed("input[name^='other[']"), reason: typed("input[name^='reason[']") }
    }

    /// Reads a row as the server drew it.
    fn drawn(row: &Element) -> Self {
        let typed = |selector| input(row, selector).map(|field| field.default_value()).unwrap_or_default();
        let chosen = inputs(row, "input[type=radio]").into_iter().find(HtmlInputElement::default_checked);
        let amount = chosen.map(|chip| chip.value()).unwrap_or_default();
        Self { amount, other: typed("input[name^='other[']"), reason: typed("input[name^='reason[']") }
    }

    /// Puts the choice back into a row of the page.
    pub fn write(&self, row: &Element) {
        for chip in inputs(row, "input[type=radio]") {
            chip.set_checked(chip.value() == self.amount);
        }
        for (selector, value) in [("input[name^='other[']", &self.other), ("input[name^='reason[']", &self.reason)] {
            if let Some(field) = input(row, selector) {
                field.set_value(value);
            }
        }
    }

    /// What is given; `None`: undecided, or not typed to the end.
    pub fn given(&self) -> Option<u64> {
        let typed = if self.amount == OTHER { &self.other } else { &self.amount };
        typed.trim().parse().ok()
    }

    /// Whether something is still missing before it can be saved: the other number, or its reason.
    pub fn is_unfinished(&self) -> bool {
        self.amount == OTHER && (self.other.trim().is_empty() || self.reason.trim().is_empty())
    }
}

/// Every row's choice, the sum, and the way back.
#[derive(Debug, Default)]
pub struct State {
    choices: HashMap<String, Choice>,
    unsaved: BTreeMap<String, Choice>,
    past: Vec<(String, Choice)>,
    pub given: u64,
    pub undecided: usize,
}

impl State {
    /// Reads the whole board once. A row that shows something else than the server stores (tapped before this woke, or
    /// typed before a save was refused) is not saved yet.
    ///
    /// `elsewhere` is what is given in rows on other pages, and how many of those are undecided.
    pub fn read(rows: &[Element], elsewhere: (u64, usize)) -> Self {
        let mut state = Self { given: elsewhere.0, undecided: elsewhere.1 + rows.len(), ..Self::default() };
        for row in rows {
            let (key, choice) = (row.id(), Choice::read(row));
            if row.has_attribute("data-unsaved") || choice != Choice::drawn(row) {
                state.unsaved.insert(key.clone(), choice.clone());
            }
            state.put(&key, choice);
        }
        state
    }

    /// Notes what a row shows now. Gives back whether that is new.
    pub fn change(&mut self, key: &str, choice: Choice) -> bool {
        let before = self.choices.get(key).cloned().unwrap_or_default();
        if before == choice {
            return false;
        }
        self.past.push((key.to_owned(), before));
        self.unsaved.insert(key.to_owned(), choice.clone());
        self.put(key, choice);
        true
    }

    /// Takes the latest change back. Gives the row and what it shows again.
    pub fn undo(&mut self) -> Option<(String, Choice)> {
        let (key, before) = self.past.pop()?;
        self.unsaved.insert(key.clone(), before.clone());
        self.put(&key, before.clone());
        Some((key, before))
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// The changes that can be saved now; they count as saved until [`State::keep`].
    pub fn take_unsaved(&mut self) -> Vec<(String, Choice)> {
        let (unfinished, ready): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.unsaved).into_iter().partition(|(_, choice)| choice.is_unfinished());
        self.unsaved = unfinished.into_iter().collect();
        ready
    }

    /// Counts what was taken as unsaved again, where the row has not changed since.
    pub fn keep(&mut self, taken: &[(String, Choice)]) {
        for (key, _) in taken {
            if let Some(choice) = self.choices.get(key) {
                self.unsaved.entry(key.clone()).or_insert_with(|| choice.clone());
            }
        }
    }

    fn put(&mut self, key: &str, choice: Choice) {
        let before = self.choices.get(key).and_then(Choice::given);
        let now = choice.given();
        self.given = self.given - before.unwrap_or(0) + now.unwrap_or(0);
        self.undecided = self.undecided + usize::from(before.is_some()) - usize::from(now.is_some());
        self.choices.insert(key.to_owned(), choice);
    }
}
