//! What would come of a list: each line is somebody new, changed, unchanged, or wrong.

use std::collections::{HashMap, hash_map};

use super::{
    super::edit::runs_everything,
    sheet::{Row, Sheet},
};
use crate::{
    domain::{
        person::{Email, MAX_NAME, PersonDetails, Role},
        typed::{FieldError, Fields, Problem, line},
    },
    error::{Obstacle, Refusal},
    server::db::people::Person,
};

/// Everything that a list would do, in the order of its lines.
#[derive(Debug, Default)]
pub struct Plan {
    pub wrong: Vec<Wrong>,
    pub changed: Vec<Change>,
    pub new: Vec<Newcomer>,
    pub unchanged: usize,
    /// Columns that were not read.
    pub ignored: Vec<String>,
}

/// Somebody to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    pub line: usize,
    pub details: PersonDetails,
}

/// Somebody to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
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

/// What a line comes to.
enum Fate {
    New(PersonDetails),
    Changed(PersonDetails),
    Unchanged,
}

impl Plan {
    /// Weighs rows beside everybody who is here; `own` is the number of who brings them.
    pub fn of(sheet: Sheet, here: &[Person], own: i32) -> Self {
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

    fn take(&mut self, row: &Row, before: Option<&Person>, own: i32) {
        match (fate(row, before), before) {
            (Err(fields), _) => self.wrong.push(Wrong::of(row, fields.into_iter().map(Why::Field).collect())),
            (Ok(Fate::Changed(details)), Some(before)) => {
                if before.number == own && (details.role, details.active) != (before.role, before.active) {
                    self.wrong.push(Wrong::of(row, vec![Why::Not(Obstacle::OwnRole)]));
                } else {
                    self.changed.push(Change { line: row.line, before: before.clone(), details });
                }
            }
            (Ok(Fate::New(details) | Fate::Changed(details)), _) => self.new.push(Newcomer { line: row.line, details }),
            (Ok(Fate::Unchanged), _) => self.unchanged += 1,
        }
    }

    /// If nobody were left to run everything, whoever takes that from an admin is wrong.
    fn keep_an_admin(&mut self, here: &[Person]) {
        let after = |details: &PersonDetails| runs_everything(details.role, details.active);
        let goes =
            |change: &Change| runs_everything(change.before.role, change.before.active) && !after(&change.details);
        let come = self.new.iter().any(|new| after(&new.details)) || self.changed.iter().any(|one| after(&one.details));
        let stayed = here.iter().filter(|person| runs_everything(person.role, person.active)).count();
        if come || stayed > self.changed.iter().filter(|change| goes(change)).count() {
            return;
        }
        let (going, changed) = std::mem::take(&mut self.changed).into_iter().partition(goes);
        let going: Vec<Change> = going;
        self.changed = changed;
        self.wrong.extend(going.into_iter().map(|Change { line, before, .. }| Wrong {
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
    fn of(row: &Row, why: Vec<Why>) -> Self {
        let who = row.name.as_deref().unwrap_or(&row.address);
        Self { line: row.line, who: who.chars().filter(|c| !c.is_control()).take(80).collect(), why }
    }
}

/// Reads a row. What it does not say stays as it is, or is as it is with most people who are new.
fn fate(row: &Row, before: Option<&Person>) -> Result<Fate, Vec<FieldError>> {
    let mut fields = Fields::default();
    let name = match (&row.name, before) {
        (None, Some(before)) => Ok(before.name.clone()),
        // What a former system let in may stay.
        (Some(typed), Some(before)) if *typed == before.name => Ok(typed.clone()),
        (typed, _) => line(typed.as_deref().unwrap_or_default(), MAX_NAME),
    };
    let name = fields.take("name", name);
    let role = row.role.as_deref().map_or(Ok(before.map_or(Role::Member, |before| before.role)), role);
    let role = fields.take("role", role);
    let active = row.active.as_deref().map_or(Ok(before.is_none_or(|before| before.active)), active);
    let active = fields.take("active", active);
    let same =
        |before: &Person| (name.as_ref(), role, active) == (Some(&before.name), Some(before.role), Some(before.active));
    if before.is_some_and(same) {
        return Ok(Fate::Unchanged);
    }
    let email = fields.take("email", Email::parse(&row.address));
    let details = (|| Some(PersonDetails { name: name?, email: email?, role: role?, active: active? }))();
    let details = fields.finish(details)?;
    Ok(if before.is_some() { Fate::Changed(details) } else { Fate::New(details) })
}

/// A role, in whatever case.
fn role(cell: &str) -> Result<Role, Problem> {
    Role::ALL.into_iter().find(|role| role.as_str().eq_ignore_ascii_case(cell)).map_or_else(|| Role::parse(cell), Ok)
}

/// Words for yes, and for no.
const ACTIVE: [(&str, bool); 8] = [
    ("yes", true),
    ("no", false),
    ("true", true),
    ("false", false),
    ("1", true),
    ("0", false),
    ("active", true),
    ("inactive", false),
];

fn active(cell: &str) -> Result<bool, Problem> {
    let found = ACTIVE.into_iter().find(|(word, _)| word.eq_ignore_ascii_case(cell));
    found.map(|(_, active)| active).ok_or_else(|| Problem::NotAChoice {
        seen: cell.chars().take(40).collect(),
        accepted: ACTIVE.map(|(word, _)| word).join(", "),
    })
}
