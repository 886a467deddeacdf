//! Whose a file is, by its name.

use crate::server::names::{Keys, Needle, needles};

/// Someone whose file it may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whose<'a> {
    pub name: &'a str,
    pub email: &'a str,
}

/// Which of these people a file belongs to: all words of the name, or the email address, are in the file's name. Of several, the
/// one of whom most is there: `Anna Maria Rossi.pdf` is not Anna Rossi's where both have tickets. `None`: nobody's, or it is not clear whose.
pub(super) fn whose_file(file_name: &str, people: &[Whose<'_>]) -> Option<usize> {
    let stem = file_name.strip_suffix(".pdf").unwrap_or(file_name);
    let (key, lower) = (format!(" {} ", Keys::of(stem).search), stem.to_lowercase());
    let found = people.iter().enumerate().filter_map(|(at, whose)| {
        let words = needles(whose.name);
        let there = |word: &Needle| word.ways.iter().any(|way| key.contains(&format!(" {way} ")));
        let named = !words.is_empty() && words.iter().all(there);
        let addressed = lower.contains(&whose.email.to_lowercase());
        (named || addressed).then_some((if addressed { usize::MAX } else { words.len() }, at))
    });
    let found: Vec<(usize, usize)> = found.collect();
    let &(most, at) = found.iter().max_by_key(|(words, _)| *words)?;
    (found.iter().filter(|(words, _)| *words == most).count() == 1).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::{Whose, whose_file};

    const PEOPLE: [Whose<'_>; 7] = [
        Whose { name: "Anna Rossi", email: "anna.rossi@example.org" },
        Whose { name: "Anna Maria Rossi", email: "am@example.org" },
        Whose { name: "Łukasz Żółć", email: "lukasz@example.org" },
        Whose { name: "Jörg Müller", email: "jm@example.org" },
        Whose { name: "Jörg Müller", email: "jm2@example.org" },
        Whose { name: "Li", email: "li@example.org" },
        Whose { name: "Seán O’Connor", email: "sean@example.org" },
    ];

    #[test]
    fn a_file_is_whose_name_it_has() {
        for (file, whose) in [
            ("Anna Rossi.pdf", Some(0)),
            ("2026-12-06_rossi_anna_4-tickets.pdf", Some(0)),
            ("Anna Maria Rossi.pdf", Some(1)),
            ("lukasz-zolc.pdf", Some(2)),
            ("Tickets Jörg Müller.pdf", None),
            ("jm2@example.org.pdf", Some(4)),
            ("Oliver.pdf", None),
            ("Ticket Li.pdf", Some(5)),
            ("sean oconnor.pdf", Some(6)),
            ("Rossi.pdf", None),
            ("tickets.pdf", None),
        ] {
            assert_eq!(whose_file(file, &PEOPLE), whose, "{file}");
        }
    }
}
