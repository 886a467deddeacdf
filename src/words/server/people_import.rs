//! What is said about a list of people that someone brings from a spreadsheet.

use catalog::people_import as say;

/// "12 new · 3 updated · 40 unchanged · 2 repeated · 1 needs fixing": what there is none of is left out.
pub fn import_counts([new, changed, unchanged, twice, wrong]: [usize; 5]) -> String {
    let said = |count: usize, say: fn(usize) -> String| (count > 0).then(|| say(count));
    let counts = [
        said(new, say::count_new),
        said(changed, say::count_changed),
        said(unchanged, say::count_unchanged),
        said(twice, say::count_twice),
        said(wrong, say::count_wrong),
    ];
    counts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "Import 12 people, update 3", "Update 1 person".
pub fn import_button(new: usize, changed: usize) -> String {
    match (new, changed) {
        (0, changed) => say::update(changed),
        (new, 0) => say::add(new),
        (new, changed) => say::add_and_update(new, changed),
    }
}

/// "We skipped the column “Phone”." "We skipped these columns: Phone, Seat."
pub fn not_read(columns: &[String]) -> String {
    let (some, rest) = columns.split_at(columns.len().min(10));
    match (columns, rest.len()) {
        ([one], _) => say::skipped_one(one.as_str()),
        (_, 0) => say::skipped(some.join(", ")),
        (_, more) => say::skipped_more(some.join(", "), more),
    }
}

#[cfg(test)]
mod tests {
    use super::{import_button, import_counts, not_read};

    #[test]
    fn what_a_list_would_do_is_counted() {
        let counts = import_counts([12, 3, 1_040, 2, 1]);
        assert_eq!(counts, "12 new · 3 updated · 1,040 unchanged · 2 repeated · 1 needs fixing");
        assert_eq!(import_counts([0, 0, 2, 0, 0]), "2 unchanged");
        assert_eq!(import_button(12, 3), "Import 12 people, update 3");
        assert_eq!(import_button(1, 0), "Import 1 person");
        assert_eq!(import_button(0, 2), "Update 2 people");
    }

    #[test]
    fn columns_that_were_not_read_are_named() {
        assert_eq!(not_read(&["Phone".into()]), "We skipped the column “Phone”.");
        assert_eq!(not_read(&["Phone".into(), "Seat".into()]), "We skipped these columns: Phone, Seat.");
    }
}
