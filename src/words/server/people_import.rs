//! What is said about a list of people that someone brings from a spreadsheet.

use crate::words::{counted, grouped, people};

/// "12 new · 3 changed · 40 unchanged · 2 twice · 1 wrong": what there is none of is left out.
pub fn import_counts([new, changed, unchanged, twice, wrong]: [usize; 5]) -> String {
    let counts = [(new, "new"), (changed, "changed"), (unchanged, "unchanged"), (twice, "twice"), (wrong, "wrong")];
    let some = counts.into_iter().filter(|(count, _)| *count > 0);
    some.map(|(count, word)| format!("{} {word}", grouped(count as u64))).collect::<Vec<_>>().join(" · ")
}

/// "Import 12 people, change 3", "Change 1 person".
pub fn import_button(new: usize, changed: usize) -> String {
    match (new as u64, changed as u64) {
        (0, changed) => format!("Change {}", people(changed)),
        (new, 0) => format!("Import {}", people(new)),
        (new, changed) => format!("Import {}, change {}", people(new), grouped(changed)),
    }
}

/// "The column Phone was not read." "The columns Phone, Seat were not read."
pub fn not_read(columns: &[String]) -> String {
    let (some, rest) = columns.split_at(columns.len().min(10));
    let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
    match columns {
        [one] => format!("The column {one} was not read."),
        _ => format!("The columns {}{more} were not read.", some.join(", ")),
    }
}

/// The same address in an earlier line.
pub fn stands_again(first: usize) -> String {
    format!("The same address stands in line {} already. That line counts.", grouped(first as u64))
}

/// Nowhere an address.
pub const fn people_without_address() -> &'static str {
    "There is no column of mail addresses. Name it “email” in the first line, or choose it below."
}

/// More lines than fit.
pub fn people_too_many(seen: usize, most: usize) -> String {
    let seen = counted(seen as u64, "line", "lines");
    format!("{seen}; at most {} fit. Bring them in several parts.", grouped(most as u64))
}

#[cfg(test)]
mod tests {
    use super::{import_button, import_counts, not_read};

    #[test]
    fn what_a_list_would_do_is_counted() {
        assert_eq!(import_counts([12, 3, 1_040, 2, 1]), "12 new · 3 changed · 1,040 unchanged · 2 twice · 1 wrong");
        assert_eq!(import_counts([0, 0, 2, 0, 0]), "2 unchanged");
        assert_eq!(import_button(12, 3), "Import 12 people, change 3");
        assert_eq!(import_button(1, 0), "Import 1 person");
        assert_eq!(import_button(0, 2), "Change 2 people");
    }

    #[test]
    fn columns_that_were_not_read_are_named() {
        assert_eq!(not_read(&["Phone".into()]), "The column Phone was not read.");
        assert_eq!(not_read(&["Phone".into(), "Seat".into()]), "The columns Phone, Seat were not read.");
    }
}
