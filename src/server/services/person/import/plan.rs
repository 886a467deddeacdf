//! What would come of a list: each line is someone new, changed, unchanged, or wrong.

use std::collections::{HashMap, hash_map};

use super::{
    super::edit::runs_everything,
    fate::{Fate, fate},
    sheet::{Sheet, SheetRow},
};
use crate::{
    domain::{
        ids::PersonId,
        person::PersonDetails,
        typed::{FieldError, Problem},
    },
    error::{Obstacle, Refusal},
    server::db::people::Person,
};

/// Everything that a list would do, in the order of its lines.
#[derive(Debug, Default)]
pub struct Plan {
    pub wrong: Vec<Wrong>,
    pub changed: Vec<PersonChange>,
    pub new: Vec<Newcomer>,
    pub unchanged: usize,
    /// Columns that were not read.
    pub ignored: Vec<String>,
}

/// Someone to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    pub line: usize,
    pub details: PersonDetails,
}

/// Someone to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonChange {
    pub line: usize,
    pub before: Person,
    pub details: PersonDetails,
}

/// A line that cannot be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub line: usize,
    /// Whom it is about: the name or else the address, as they stand there.
    pub who: String,
    pub why: Vec<Why>,
}

/// Why a line cannot be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A field of it.
    Field(FieldError),
    /// An earlier line has the same address.
    Twice { first: usize },
    /// What it asks for is not possible.
    Not(Obstacle),
}

impl Plan {
    /// Weighs rows beside everyone who is here; `own` is the number of who brings them.
    pub fn of(sheet: Sheet, here: &[Person], own: PersonId) -> Self {
        let by_address: HashMap<&str, &Person> = here.iter().map(|person| (person.email.as_str(), person)).collect();
        let mut first = HashMap::with_capacity(sheet.rows.len());
        let mut plan = Self { ignored: sheet.ignored, ..Self::default() };
        for row in &sheet.rows {
            let address = row.address.to_lowercase();
            let before = by_address.get(address.as_str()).copied();
            match first.entry(address) {
                hash_map::Entry::Occupied(seen) if !row.address.is_empty() => {
                    plan.wrong.push(Wrong::of(row, vec![Why::Twice { first: *seen.get() }]));
                    continue;
                }
                seen => seen.or_insert(row.line),
            };
            plan.take(row, before, own);
        }
        plan.keep_an_admin(here);
        plan
    }

    fn take(&mut self, row: &SheetRow, before: Option<&Person>, own: PersonId) {
        match (fate(row, before), before) {
            (Err(fields), _) => self.wrong.push(Wrong::of(row, fields.into_iter().map(Why::Field).collect())),
            (Ok(Fate::Changed(details)), Some(before)) => {
                if before.id == own && (details.role, details.active) != (before.role, before.active) {
                    self.wrong.push(Wrong::of(row, vec![Why::Not(Obstacle::OwnRole)]));
                } else {
                    self.changed.push(PersonChange { line: row.line, before: before.clone(), details });
                }
            }
            (Ok(Fate::New(details) | Fate::Changed(details)), _) => self.new.push(Newcomer { line: row.line, details }),
            (Ok(Fate::Unchanged), _) => self.unchanged += 1,
        }
    }

    /// If nobody were left to run everything, whoever takes that from an admin is wrong.
    fn keep_an_admin(&mut self, here: &[Person]) {
        let after = |details: &PersonDetails| runs_everything(details.role, details.active);
        let goes = |change: &PersonChange| {
            runs_everything(change.before.role, change.before.active) && !after(&change.details)
        };
        let come = self.new.iter().any(|new| after(&new.details)) || self.changed.iter().any(|one| after(&one.details));
        let stayed = here.iter().filter(|person| runs_everything(person.role, person.active)).count();
        if come || stayed > self.changed.iter().filter(|change| goes(change)).count() {
            return;
        }
        let all = std::mem::take(&mut self.changed).into_iter();
        let (going, staying): (Vec<PersonChange>, Vec<PersonChange>) = all.partition(goes);
        self.changed = staying;
        self.wrong.extend(going.into_iter().map(|PersonChange { line, before, .. }| Wrong {
            line,
            who: before.name,
            why: vec![Why::Not(Obstacle::LastAdmin)],
        }));
        self.wrong.sort_by_key(|wrong| wrong.line);
    }

    /// Whether saving it would leave everything as it is.
    pub fn changes_nothing(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty()
    }

    /// Why it cannot be saved, if it cannot. A field is named with its line: `email[4]`.
    pub fn refusal(&self) -> Option<Refusal> {
        let (mut fields, mut obstacle) = (Vec::new(), None);
        for wrong in &self.wrong {
            for why in &wrong.why {
                let (field, problem) = match why {
                    Why::Field(error) => (error.field.as_str(), error.problem.clone()),
                    Why::Twice { .. } => ("email", Problem::AddressTaken),
                    Why::Not(why) => {
                        obstacle = Some(*why);
                        continue;
                    }
                };
                fields.push(FieldError { field: format!("{field}[{}]", wrong.line), problem });
            }
        }
        if fields.is_empty() { obstacle.map(|why| Refusal::NotNow { why }) } else { Some(Refusal::Invalid { fields }) }
    }
}

impl Wrong {
    fn of(row: &SheetRow, why: Vec<Why>) -> Self {
        let who = row.name.as_deref().unwrap_or(&row.address);
        Self { line: row.line, who: who.chars().filter(|c| !c.is_control()).take(80).collect(), why }
    }
}
