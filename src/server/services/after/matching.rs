//! Whose a file is, by its name, and whose a line, by whom it names.

use std::collections::HashMap;

use crate::server::names::{Keys, Needle, needles, plain};

/// Those whose files and lines they may be, in an order that the caller knows.
#[derive(Debug)]
pub(super) struct People {
    files: Vec<OfFiles>,
    /// By address and by name as [`plain`] has it; `None`: of several.
    lines: HashMap<String, Option<usize>>,
}

/// What the name of someone's file has in it.
#[derive(Debug)]
struct OfFiles {
    words: Vec<Needle>,
    email: String,
}

impl People {
    /// People by their names and addresses.
    pub fn new<'a>(people: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let (mut files, mut lines) = (Vec::new(), HashMap::new());
        for (at, (name, email)) in people.into_iter().enumerate() {
            let email = email.to_lowercase();
            let mut keys = vec![plain(name), email.clone()];
            keys.dedup();
            for key in keys {
                lines.entry(key).and_modify(|whose| *whose = None).or_insert(Some(at));
            }
            let words = needles(name)
                .into_iter()
                .map(|word| Needle { ways: word.ways.iter().map(|way| format!(" {way} ")).collect() });
            files.push(OfFiles { words: words.collect(), email });
        }
        Self { files, lines }
    }

    /// Whose a line is that names someone, by name or email address. `None`: nobody's, or it is not clear whose.
    pub fn named(&self, who: &str) -> Option<usize> {
        *self.lines.get(&plain(who))?
    }

    /// Whose a file is: all words of the name, or the email address, are in the file's name. Of several, the one of whom most is
    /// there: `Anna Maria Rossi.pdf` is not Anna Rossi's where both have tickets. `None`: nobody's, or it is not clear whose.
    pub fn of_file(&self, file_name: &str) -> Option<usize> {
        let stem = file_name.strip_suffix(".pdf").unwrap_or(file_name);
        let (key, lower) = (format!(" {} ", Keys::of(stem).search), stem.to_lowercase());
        let found = self.files.iter().enumerate().filter_map(|(at, OfFiles { words, email })| {
            let named = !words.is_empty() && words.iter().all(|word| word.is_in(&key));
            let addressed = lower.contains(email);
            (named || addressed).then_some((if addressed { usize::MAX } else { words.len() }, at))
        });
        let found: Vec<(usize, usize)> = found.collect();
        let &(most, at) = found.iter().max_by_key(|(words, _)| *words)?;
        (found.iter().filter(|(words, _)| *words == most).count() == 1).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::People;

    const PEOPLE: [(&str, &str); 7] = [
        ("Anna Rossi", "anna.rossi@example.org"),
        ("Anna Maria Rossi", "am@example.org"),
        ("Łukasz Żółć", "lukasz@example.org"),
        ("Jörg Müller", "jm@example.org"),
        ("Jörg Müller", "jm2@example.org"),
        ("Li", "li@example.org"),
        ("Seán O’Connor", "sean@example.org"),
    ];

    #[test]
    fn a_line_is_whose_name_or_address_it_has() {
        let people = People::new(PEOPLE);
        for (who, whose) in [
            ("Anna Rossi", Some(0)),
            ("anna  ROSSI", Some(0)),
            ("AM@example.org", Some(1)),
            ("Jörg Müller", None),
            ("jm2@Example.org", Some(4)),
            ("Anna", None),
            ("", None),
        ] {
            assert_eq!(people.named(who), whose, "{who}");
        }
    }

    #[test]
    fn a_file_is_whose_name_it_has() {
        let people = People::new(PEOPLE);
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
            assert_eq!(people.of_file(file), whose, "{file}");
        }
    }
}
