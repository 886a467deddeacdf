//! A name of its parts.

use super::address;
use crate::server::names::is_written_together;

/// Which parts of a name have columns of their own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    pub first: bool,
    pub last: bool,
}

/// A name as typed, and as it is read. A column "Name" beside first names and no last names holds these, and the other way
/// around.
pub(super) fn whole_name(full: String, (first, last): (String, String), has: Parts) -> (String, String) {
    let among = |part: &str| full.to_lowercase().contains(&part.to_lowercase());
    let of_words = full.contains([' ', '\u{a0}', ',']) || full.chars().all(is_written_together);
    let holds_both = of_words && among(&first) && among(&last);
    let whole = match () {
        () if full.is_empty() => joined(&first, &last),
        // What is called a name and lacks a part of it is another: that of an account, of a company.
        () if !first.is_empty() && !last.is_empty() && !holds_both => joined(&first, &last),
        () if !first.is_empty() && !has.last && !among(&first) => joined(&first, &full),
        () if !last.is_empty() && !has.first && !among(&last) => joined(&full, &last),
        () => {
            let name = address::in_order(&address::tidy(&full));
            return (full, name);
        }
    };
    let name = address::tidy(&whole);
    (whole, name)
}

/// A given name and the name of a family in the order of their letters: 金 and 正恩 are 金正恩.
pub(super) fn joined(first: &str, last: &str) -> String {
    let together = |part: &str| !part.is_empty() && part.chars().all(is_written_together);
    let foreign = |part: &str| part.chars().all(|c| matches!(c, '\u{30a0}'..='\u{30ff}'));
    match together(first) && together(last) {
        true if foreign(first) || foreign(last) => format!("{last} {first}"),
        true => format!("{last}{first}"),
        false => format!("{first} {last}").trim().to_owned(),
    }
}
