//! Working the board without a mouse: digits choose, arrows move, Enter goes to the next undecided row, End to the bar.
//!
//! A number of two digits is typed as everywhere: 1, then 0, means 10 where the row has it.

use web_sys::{Element, HtmlInputElement, KeyboardEvent};

use crate::islands::dom::{focus, input, inputs};

/// How long after a digit the next one belongs to the same number, in milliseconds, where the first alone chose something.
const TOGETHER: f64 = 1500.0;

/// The digits typed last that another may follow: in which row, which, and until when they count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Begun {
    row: String,
    digits: String,
    until: f64,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Digit(char),
    Step(isize),
    NextUndecided,
    Bar,
}

/// Does what the key asks for at `now`, by the browser's clock. Returns the row whose choice changed by it.
pub fn press(
    event: &KeyboardEvent,
    rows: &[Element],
    from: &Element,
    (begun, now): (&mut Begun, f64),
) -> Option<Element> {
    let typing = from.matches("input:not([type=radio]), summary, button").unwrap_or(false);
    if typing || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let wish = wish(&event.key())?;
    let here = rows.iter().position(|row| row.contains(Some(from)))?;
    event.prevent_default();
    if !matches!(wish, Wish::Digit(_)) {
        *begun = Begun::default();
    }
    match wish {
        Wish::Digit(digit) => {
            let row = &rows[here];
            let chips = inputs(row, "input[type=radio]");
            let numbers: Vec<_> = chips.iter().map(HtmlInputElement::value).collect();
            let before = if begun.row == row.id() && now < begun.until { begun.digits.as_str() } else { "" };
            let (place, digits) = meant(&numbers, before, digit);
            // What chose nothing yet waits for the rest, however long that takes.
            let until = if place.is_some() { now + TOGETHER } else { f64::INFINITY };
            *begun = Begun { row: row.id(), digits, until };
            let chip = &chips[place?];
            chip.set_checked(true);
            focus(chip);
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
        key => key.parse().ok().filter(char::is_ascii_digit).map(Wish::Digit),
    }
}

/// Which of a row's numbers a digit means after those typed `before`, if one, and the digits that count from now on: together
/// where a number is, or begins, like that, else the digit alone.
fn meant(numbers: &[String], before: &str, digit: char) -> (Option<usize>, String) {
    let together = format!("{before}{digit}");
    let begins = numbers.iter().any(|number| number.starts_with(&together));
    let digits = if begins { together } else { digit.to_string() };
    (numbers.iter().position(|number| *number == digits), digits)
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

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn two_digits_are_one_number_where_the_row_has_it() {
        let numbers = |all: &[&str]| all.iter().map(|&one| one.to_owned()).collect::<Vec<_>>();
        let typed = |all: &[&str], keys: &str| {
            let numbers = numbers(all);
            let (place, _) =
                keys.chars().fold((None, String::new()), |(_, before), digit| meant(&numbers, &before, digit));
            place.map(|place| all[place].to_owned())
        };
        assert_eq!(typed(&["10", "6", "0", ""], "10").as_deref(), Some("10"));
        assert_eq!(typed(&["10", "6", "0", ""], "1"), None);
        assert_eq!(typed(&["12", "10", "2", "1", "0", ""], "12").as_deref(), Some("12"));
        assert_eq!(typed(&["10", "1", "0", ""], "1").as_deref(), Some("1"));
        assert_eq!(typed(&["4", "2", "0", ""], "42").as_deref(), Some("2"), "the second corrects the first");
        assert_eq!(typed(&["4", "1", "0", ""], "10").as_deref(), Some("0"));
        assert_eq!(typed(&["120", "10", "0", ""], "120").as_deref(), Some("120"));
        assert_eq!(typed(&["10", "6", "0", ""], "610").as_deref(), Some("10"));
        assert_eq!(typed(&["10", "6", "0", ""], "7"), None);
    }
}
