//! Working the board without a mouse: digits choose, arrows move, Enter goes to the next undecided row, End to the bar.

use web_sys::{Element, HtmlInputElement, KeyboardEvent};

use crate::islands::dom::{focus, input, inputs};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Choose(u32),
    Step(isize),
    NextUndecided,
    Bar,
}

/// Does what the key asks for. Returns the row whose choice changed by it.
pub fn press(event: &KeyboardEvent, rows: &[Element], from: &Element) -> Option<Element> {
    let typing = from.matches("input:not([type=radio]), summary, button").unwrap_or(false);
    if typing || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let wish = wish(&event.key())?;
    let here = rows.iter().position(|row| row.contains(Some(from)))?;
    event.prevent_default();
    match wish {
        Wish::Choose(amount) => {
            let row = &rows[here];
            let chip = inputs(row, "input[type=radio]").into_iter().find(|chip| chip.value() == amount.to_string())?;
            chip.set_checked(true);
            focus(&chip);
            Some(row.clone())
        }
        Wish::Step(by) => {
            let there = here.saturating_add_signed(by).min(rows.len() - 1);
            enter(&rows[there]);
            None
        }
        Wish::Bar => {
            if let Some(bar) =
                from.closest("form").ok().flatten().and_then(|form| form.query_selector("#bar").ok().flatten())
            {
                focus(&bar);
            }
            None
        }
        Wish::NextUndecided => {
            let after = rows[here + 1..].iter().chain(&rows[..here]);
            if let Some(row) = after.clone().find(|row| chosen(row).is_none_or(|chip| chip.value().is_empty())) {
                enter(row);
            }
            None
        }
    }
}

fn wish(key: &str) -> Option<Wish> {
    match key {
        "ArrowDown" => Some(Wish::Step(1)),
        "ArrowUp" => Some(Wish::Step(-1)),
        "Enter" => Some(Wish::NextUndecided),
        "End" => Some(Wish::Bar),
        digit => digit.parse().ok().filter(|_| digit.len() == 1).map(Wish::Choose),
    }
}

fn chosen(row: &Element) -> Option<HtmlInputElement> {
    input(row, "input[type=radio]:checked")
}

/// Moves the focus to the row's chosen chip, or to its first.
fn enter(row: &Element) {
    if let Some(chip) = chosen(row).or_else(|| input(row, "input[type=radio]")) {
        focus(&chip);
    }
}
