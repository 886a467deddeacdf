//! Who uses one of someone's tickets: a name, and what is to be known of them at the door.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    person::MAX_NAME,
    typed::{FieldError, Fields, Problem, line, optional_line},
};

/// The longest note, in characters.
pub const MAX_NOTE: usize = 100;

/// Someone who uses a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    pub name: String,
    /// Such as "vegetarian"; empty: nothing.
    pub note: String,
}

/// Names as they are typed: maps from a ticket ([`key`]) to what was typed for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GuestForm {
    pub name: BTreeMap<String, String>,
    pub note: BTreeMap<String, String>,
    /// What stood there when the form was made, as a mark; empty: nothing is said of it.
    pub shown: String,
}

/// The key of a ticket, from 1, in the form's fields: `name[t1]`. Not a bare number: form decoding takes `name[1]` for a list.
pub fn key(position: u32) -> String {
    format!("t{position}")
}

impl GuestForm {
    /// What is kept, as if it were typed.
    pub fn of(guests: &BTreeMap<u32, Guest>) -> Self {
        let lines = || guests.iter().map(|(&position, guest)| (key(position), guest));
        Self {
            name: lines().map(|(key, guest)| (key, guest.name.clone())).collect(),
            note: lines().map(|(key, guest)| (key, guest.note.clone())).collect(),
            shown: String::new(),
        }
    }

    /// What is typed for a ticket: name and note.
    pub fn at(&self, position: u32) -> (&str, &str) {
        let key = key(position);
        (text(&self.name, &key), text(&self.note, &key))
    }

    /// The tickets beyond the first `held` for which something is typed.
    pub fn beyond(&self, held: u32) -> BTreeSet<u32> {
        let typed = self.name.iter().chain(&self.note).filter(|(_, typed)| !typed.trim().is_empty());
        typed.filter_map(|(key, _)| position(key)).filter(|&position| position > held).collect()
    }

    /// Reads every line for someone who has `held` tickets: each ticket with a name. Lines with nothing in them are left out.
    /// Problems are named after the line: `name[t2]`, `note[t2]`.
    ///
    /// # Errors
    /// A line beyond the tickets; a note without a name; what is no name, or no single line.
    pub fn parse(&self, held: u32) -> Result<BTreeMap<u32, Guest>, Vec<FieldError>> {
        let mut fields = Fields::default();
        let mut guests = BTreeMap::new();
        let keys: BTreeSet<&String> = self.name.keys().chain(self.note.keys()).collect();
        for key in keys {
            let (name, note) = (text(&self.name, key), text(&self.note, key));
            // What looks empty is empty.
            let nothing = [name, note].iter().all(|typed| optional_line(typed, 0) == Ok(String::new()));
            if nothing {
                continue;
            }
            let field = format!("name[{key}]");
            let Some(position) = position(key).filter(|position| (1..=held).contains(position)) else {
                fields.refuse(&field, Problem::BeyondTickets { tickets: held });
                continue;
            };
            let name = fields.take(&field, line(name, MAX_NAME));
            let note = fields.take(&format!("note[{key}]"), optional_line(note, MAX_NOTE));
            if let (Some(name), Some(note)) = (name, note) {
                guests.insert(position, Guest { name, note });
            }
        }
        fields.finish(Some(guests))
    }
}

fn text<'a>(typed: &'a BTreeMap<String, String>, key: &str) -> &'a str {
    typed.get(key).map_or("", String::as_str)
}

/// The ticket that a key is of, if it is one.
fn position(of: &str) -> Option<u32> {
    of.strip_prefix('t')?.parse().ok().filter(|&position| key(position) == of)
}

#[cfg(test)]
mod tests {
    use super::{Guest, GuestForm, Problem};
    use crate::domain::typed::FieldError;

    fn form(lines: &[(&str, &str, &str)]) -> GuestForm {
        let column =
            |of: fn(&(&str, &str, &str)) -> String| lines.iter().map(|line| (line.0.to_owned(), of(line))).collect();
        GuestForm {
            name: column(|line| line.1.to_owned()),
            note: column(|line| line.2.to_owned()),
            shown: String::new(),
        }
    }

    fn refused(lines: &[(&str, &str, &str)]) -> Vec<(String, Problem)> {
        let errors = form(lines).parse(2).unwrap_err();
        errors.into_iter().map(|FieldError { field, problem }| (field, problem)).collect()
    }

    #[test]
    fn each_ticket_has_a_name_and_empty_lines_are_left_out() {
        let typed = form(&[("t1", " Mira ", "vegetarian"), ("t2", "\u{200b}", " "), ("t7", "", "")]);
        let read = typed.parse(2).unwrap();
        assert_eq!(
            read.into_iter().collect::<Vec<_>>(),
            [(1, Guest { name: "Mira".into(), note: "vegetarian".into() })]
        );
        assert!(GuestForm::default().parse(0).unwrap().is_empty());
    }

    #[test]
    fn what_is_kept_reads_as_it_was_typed() {
        let guests = form(&[("t2", "Mira", ""), ("t1", "Ben", "wheelchair")]).parse(2).unwrap();
        let again = GuestForm::of(&guests);
        assert_eq!(again.parse(2).unwrap(), guests);
        assert_eq!((again.at(1), again.at(2), again.at(3)), (("Ben", "wheelchair"), ("Mira", ""), ("", "")));
    }

    #[test]
    fn a_line_that_cannot_be_kept_is_named() {
        let of = |field: &str, problem| vec![(field.to_owned(), problem)];
        let beyond = Problem::BeyondTickets { tickets: 2 };
        for key in ["t3", "t0", "t-1", "t01", "x", "", "t99999999999", "1"] {
            assert_eq!(refused(&[(key, "Mira", "")]), of(&format!("name[{key}]"), beyond.clone()), "{key}");
        }
        assert_eq!(refused(&[("t1", "", "vegetarian")]), of("name[t1]", Problem::Missing));
        assert_eq!(refused(&[("t1", "M\nira", "")]), of("name[t1]", Problem::ControlCharacter));
        assert_eq!(refused(&[("t1", "!?", "")]), of("name[t1]", Problem::NothingToRead { seen: "!?".into() }));
        let long = "m".repeat(200);
        assert_eq!(refused(&[("t2", &long, "")]), of("name[t2]", Problem::TooLong { max: 100, seen: 200 }));
        assert_eq!(refused(&[("t2", "Mira", &long)]), of("note[t2]", Problem::TooLong { max: 100, seen: 200 }));
        assert_eq!(form(&[("t3", "Mira", ""), ("t4", " ", "x"), ("t5", "", "")]).beyond(2), [3, 4].into());
    }

    #[test]
    fn what_turns_the_direction_of_letters_is_taken_out() {
        let read = form(&[("t1", "Mi\u{202e}ra", "")]).parse(1).unwrap();
        assert_eq!(read[&1].name, "Mira");
    }
}
