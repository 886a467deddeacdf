use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use super::{Kind, PublicKey, Statement, StatementFile, against::called_off};
use crate::Hash;

/// Two things that one site said and that cannot both be so. Where [`StatementFile::check`] finds nothing wrong with the
/// files, their signatures prove that the site said both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// Two files tell different histories; all later links differ too.
    Links {
        /// The places of the two files in the list that was given, from 0.
        files: [usize; 2],
        /// The first statement whose links differ; 0 for what comes before the first.
        number: u64,
        /// The two links.
        links: [Hash; 2],
    },
    /// Two statements on one draw of one event say different things.
    Facts {
        /// The kinds of the two statements: plan or draw.
        kinds: [Kind; 2],
        /// Their numbers.
        numbers: [u64; 2],
        /// The event.
        event: String,
        /// Which draw.
        draw: String,
        /// The first line that differs.
        key: String,
        /// What it says; `None` where there is no such line.
        values: [Option<String>; 2],
    },
}

/// Finds where files of the same site and key contradict each other or themselves: different links for one number; two
/// plans or two draws for one draw of one event with different lines (a plan that was called off counts no more); a
/// draw that is not the one planned.
#[must_use]
pub fn contradictions(files: &[StatementFile]) -> Vec<Contradiction> {
    let mut of: BTreeMap<(&str, PublicKey), Vec<usize>> = BTreeMap::new();
    for (place, file) in files.iter().enumerate() {
        of.entry((&file.site, file.key)).or_default().push(place);
    }
    let mut found = Vec::new();
    for places in of.values() {
        links(files, places, &mut found);
        facts(files, places, &mut found);
    }
    found
}

fn links(files: &[StatementFile], places: &[usize], found: &mut Vec<Contradiction>) {
    let mut known: BTreeMap<u64, (usize, Hash)> = BTreeMap::new();
    for &place in places {
        let file = &files[place];
        let mut links = core::iter::once((file.first.saturating_sub(1), file.before)).chain(file.links());
        let differing = links.find_map(|(number, link)| {
            let (other, seen) = *known.entry(number).or_insert((place, link));
            (seen != link).then_some(Contradiction::Links { files: [other, place], number, links: [seen, link] })
        });
        found.extend(differing);
    }
}

fn facts(files: &[StatementFile], places: &[usize], found: &mut Vec<Contradiction>) {
    let mut by_event: BTreeMap<String, Vec<Statement>> = BTreeMap::new();
    for statement in places.iter().flat_map(|&place| files[place].shown()) {
        let Some(event) = statement.event() else { continue };
        let of = by_event.entry(event.to_string()).or_default();
        if !of.contains(&statement) {
            of.push(statement);
        }
    }
    let mut of: BTreeMap<(String, String), Vec<Statement>> = BTreeMap::new();
    for (event, mut all) in by_event {
        all.sort_by_key(Statement::number);
        let counts = |one: &&Statement| match one.kind() {
            Kind::Plan => !called_off(&all, one),
            kind => kind == Kind::Draw,
        };
        for one in all.iter().filter(counts) {
            if let Some(draw) = one.get("draw") {
                of.entry((event.clone(), draw.to_string())).or_default().push(one.clone());
            }
        }
    }
    for ((event, draw), statements) in of {
        let Some((first, others)) = statements.split_first() else { continue };
        let of_kind = |kind| statements.iter().find(|one| one.kind() == kind);
        for other in others {
            // The first of the same kind; the plan, for the first draw.
            let one = of_kind(other.kind()).filter(|one| *one != other).unwrap_or(first);
            if let Some((key, values)) = differing(one, other) {
                let (kinds, numbers) = ([one.kind(), other.kind()], [one.number(), other.number()]);
                found.push(Contradiction::Facts {
                    kinds,
                    numbers,
                    event: event.clone(),
                    draw: draw.clone(),
                    key,
                    values,
                });
            }
        }
    }
}

/// The first line in which two plans, two draws, or a plan and a draw differ.
fn differing(one: &Statement, other: &Statement) -> Option<(String, [Option<String>; 2])> {
    let same_kind = one.kind() == other.kind();
    let keys = one.further().iter().chain(other.further()).map(|(key, _)| key.as_str());
    for key in keys {
        let values = [one.get(key), other.get(key)];
        let agree = match values {
            [Some(one), Some(other)] if !same_kind && key == "randomness" => begins(one, other) || begins(other, one),
            // A plan has no code; what one of the two does not mention is no contradiction.
            [None, _] | [_, None] if !same_kind => true,
            [one, other] => one == other,
        };
        if !agree {
            return Some((key.into(), values.map(|value| value.map(Into::into))));
        }
    }
    None
}

/// Whether a round with a signature is that round.
fn begins(round: &str, signed: &str) -> bool {
    signed.strip_prefix(round).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Links { number, links: [one, other], .. } => {
                write!(f, "statement {number}: one file leads to the link {one}, another of the same key to {other}")
            }
            Self::Facts { kinds, numbers, event, draw, key, values } => {
                let said = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".into());
                write!(
                    f,
                    "event {event}, draw {draw}, {key}: statement {} ({}) says {}, statement {} ({}) says {}",
                    numbers[0],
                    kinds[0],
                    said(&values[0]),
                    numbers[1],
                    kinds[1],
                    said(&values[1]),
                )
            }
        }
    }
}
