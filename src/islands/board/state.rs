//! What the board knows: the sums, what was chosen since the page was drawn, and what of it is not saved yet.

use std::collections::{BTreeMap, HashMap};

use web_sys::{Element, HtmlInputElement};

use crate::{
    domain::board::OTHER,
    islands::dom::{all, input, inputs},
};

/// What is chosen in one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowChoice {
    /// The chosen chip's value; empty: undecided.
    pub amount: String,
    pub other: String,
    pub reason: String,
    /// Whether the reason is for no number yet.
    pub reason_alone: bool,
    /// Whether somebody else decided the row since: it goes only with the whole form, or once it is touched.
    pub held: bool,
}

impl RowChoice {
    /// Reads a row of the page.
    pub fn read(row: &Element) -> Self {
        let typed = |selector| input(row, selector).map(|field| field.value()).unwrap_or_default();
        let amount = input(row, "input[type=radio]:checked").map(|chip| chip.value()).unwrap_or_default();
        let reason = input(row, "input[name^='reason[']");
        let new = reason.as_ref().is_some_and(|field| {
            let typed = field.value();
            !typed.trim().is_empty() && typed != field.default_value()
        });
        let is_drawn = row.get_attribute("data-drawn").is_some_and(|drawn| drawn == amount);
        let reason_alone = new && (amount.is_empty() || is_drawn);
        let reason = reason.map(|field| field.value()).unwrap_or_default();
        Self { amount, other: typed("input[name^='other[']"), reason, reason_alone, held: false }
    }

    /// Reads a row as the server drew it.
    fn drawn(row: &Element) -> Self {
        let typed = |selector| input(row, selector).map(|field| field.default_value()).unwrap_or_default();
        let chosen = inputs(row, "input[type=radio]").into_iter().find(HtmlInputElement::default_checked);
        let amount = chosen.map(|chip| chip.value()).unwrap_or_default();
        let (other, reason) = (typed("input[name^='other[']"), typed("input[name^='reason[']"));
        Self { amount, other, reason, reason_alone: false, held: false }
    }

    /// Chooses "other…" for a row where a number is typed, or a reason for one: who types means what they type.
    pub fn take_other(row: &Element, field: &Element) {
        let here = field.matches("input[name^='other['], input[name^='reason[']").unwrap_or(false);
        let number = input(row, "input[name^='other[']").filter(|number| here && !number.value().trim().is_empty());
        if let (Some(_), Some(circle)) = (number, input(row, &format!("input[type=radio][value={OTHER}]"))) {
            circle.set_checked(true);
        }
    }

    /// Empties the field for another number where a chip is chosen instead; and that for its reason where the chip was chosen just
    /// now and the reason was for the other number.
    pub fn leave_other(row: &Element, chosen: bool) {
        let chip = input(row, "input[type=radio]:checked").filter(|chip| chip.value() != OTHER);
        let (Some(chip), Some(number)) = (chip, input(row, "input[name^='other[']")) else { return };
        let was_other = !number.value().is_empty();
        number.set_value("");
        let is_over = row.get_attribute("data-drawn").map_or(was_other, |drawn| drawn == chip.value());
        if let Some(reason) = input(row, "input[name^='reason[']").filter(|_| chosen && is_over) {
            reason.set_value("");
        }
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
        self.reason_alone || self.amount == OTHER && (self.other.trim().is_empty() || self.reason.trim().is_empty())
    }
}

/// What was chosen since the page was drawn, the sums, and the way back.
#[derive(Debug, Default)]
pub struct State {
    /// Of the rows that were touched.
    choices: HashMap<String, RowChoice>,
    unsaved: BTreeMap<String, RowChoice>,
    past: Vec<(String, RowChoice)>,
    pub given: u64,
    pub undecided: usize,
}

impl State {
    /// Looks for what differs from what the server stores: a row tapped before this woke, or typed before a save was
    /// refused. Only these are read: on a slow phone reading sixty rows would keep a tap waiting.
    ///
    /// `stored` is what is given, and how many are undecided, of the whole board, as the server stores it.
    pub fn read(root: &Element, stored: (u64, usize)) -> Self {
        let mut state = Self { given: stored.0, undecided: stored.1, ..Self::default() };
        for row in all(root, "li[data-unsaved]") {
            state.differs(&row, row.get_attribute("data-unsaved").and_then(|given| given.parse().ok()));
        }
        let tapped = all(root, "input[type=radio]:checked:not(:default)");
        let typed = inputs(root, "input:is([name^='other['], [name^='reason['])").into_iter();
        let typed = typed.filter(|field| field.value() != field.default_value()).map(Element::from);
        for field in tapped.into_iter().chain(typed) {
            let Some(row) = field.closest("li[id]").ok().flatten() else { continue };
            RowChoice::take_other(&row, &field);
            if !state.choices.contains_key(&row.id()) {
                state.differs(&row, RowChoice::drawn(&row).given());
            }
        }
        state
    }

    /// Notes a row that shows something else than is stored.
    fn differs(&mut self, row: &Element, stored: Option<u64>) {
        let held = row.has_attribute("data-theirs");
        self.put(&row.id(), stored, RowChoice { held, ..RowChoice::read(row) });
    }

    /// Notes what a row shows now. Returns whether that is new.
    pub fn change(&mut self, row: &Element) -> bool {
        let (key, choice) = (row.id(), RowChoice::read(row));
        let before = self.choices.get(&key).cloned().unwrap_or_else(|| RowChoice::drawn(row));
        if before == choice {
            return false;
        }
        self.put(&key, before.given(), choice);
        self.past.push((key, before));
        true
    }

    /// Takes the latest change back. Gives the row and what it shows again.
    pub fn undo(&mut self) -> Option<(String, RowChoice)> {
        let (key, choice) = self.past.pop()?;
        let now = self.choices.get(&key).and_then(RowChoice::given);
        self.put(&key, now, choice.clone());
        Some((key, choice))
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether everything that was chosen is stored, or on its way there.
    pub fn is_stored(&self) -> bool {
        self.unsaved.is_empty()
    }

    /// Whether something waits for its number or its reason.
    pub fn is_unfinished(&self) -> bool {
        self.unsaved.values().any(RowChoice::is_unfinished)
    }

    /// Whether something waits for a tap, since somebody else decided it, too.
    pub fn is_held(&self) -> bool {
        self.unsaved.values().any(|choice| choice.held)
    }

    /// The changes that can be saved now; they count as saved until [`State::keep`].
    pub fn take_unsaved(&mut self) -> Vec<(String, RowChoice)> {
        let (unfinished, ready): (Vec<_>, Vec<_>) = std::mem::take(&mut self.unsaved)
            .into_iter()
            .partition(|(_, choice)| choice.held || choice.is_unfinished());
        self.unsaved = unfinished.into_iter().collect();
        ready
    }

    /// Counts what was taken as unsaved again, where the row has not changed since.
    pub fn keep(&mut self, taken: &[(String, RowChoice)]) {
        for (key, _) in taken {
            if let Some(choice) = self.choices.get(key) {
                self.unsaved.entry(key.clone()).or_insert_with(|| choice.clone());
            }
        }
    }

    /// Notes a choice that is not saved, and counts it instead of what was given before.
    fn put(&mut self, key: &str, before: Option<u64>, choice: RowChoice) {
        let now = choice.given();
        self.given = (self.given + now.unwrap_or(0)).saturating_sub(before.unwrap_or(0));
        self.undecided = (self.undecided + usize::from(now.is_none())).saturating_sub(usize::from(before.is_none()));
        self.unsaved.insert(key.to_owned(), choice.clone());
        self.choices.insert(key.to_owned(), choice);
    }
}
