//! What would come of a list: each line is someone new, changed, unchanged, or wrong.

use std::collections::HashMap;

use super::{
    super::edit::runs_everything,
    columns::SheetColumn,
    fate::{Fate, fate},
    sheet::{Sheet, SheetRow},
};
use crate::{
    domain::{ids::PersonId, person::PersonDetails, typed::FieldError},
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
    /// Whom the list names again: they are taken once.
    pub again: Vec<Again>,
    /// Columns that were not read.
    pub ignored: Vec<String>,
    /// What each column was taken for; a list of addresses has none.
    pub columns: Vec<SheetColumn>,
    /// By what the columns are known again.
    pub titles: String,
    /// What stands above the rows, as typed.
    head: String,
}

/// Someone to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    pub line: usize,
    pub details: PersonDetails,
    /// Nothing names them: the name is made of the address.
    pub named_by_address: bool,
}

/// Someone to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonChange {
    pub line: usize,
    pub before: Person,
    pub details: PersonDetails,
    /// The line as it was typed.
    raw: String,
}

/// A line whose address stands in an earlier one that can be accepted: that one counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    pub line: usize,
    pub who: String,
    pub first: usize,
}

/// A line that cannot be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub line: usize,
    /// Whom it is about: the name or else the address, as they stand there.
    pub who: String,
    pub why: Vec<Why>,
    /// As it was typed.
    raw: String,
}

/// Why a line cannot be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A field of it.
    Field(FieldError),
    /// What it asks for is not possible.
    Not(Obstacle),
}

impl Plan {
    /// Weighs rows beside everyone who is here; `own` is the number of who brings them.
    pub fn of(sheet: Sheet, here: &[Person], own: PersonId) -> Self {
        let by_address: HashMap<&str, &Person> = here.iter().map(|person| (person.email.as_str(), person)).collect();
        let mut first: HashMap<String, usize> = HashMap::with_capacity(sheet.rows.len());
        let Sheet { rows, head, columns, titles, ignored } = sheet;
        let mut plan = Self { ignored, columns, titles, head, ..Self::default() };
        for row in &rows {
            let address = row.address.to_lowercase();
            if let Some(first) = first.get(&address) {
                plan.again.push(Again { line: row.line, who: row.who(), first: *first });
                continue;
            }
            let before = by_address.get(address.as_str()).copied();
            if plan.take(row, before, own) {
                first.insert(address, row.line);
            }
        }
        plan.keep_an_admin(here);
        plan
    }

    /// Takes a row; says whether it can be accepted.
    fn take(&mut self, row: &SheetRow, before: Option<&Person>, own: PersonId) -> bool {
        let (line, raw) = (row.line, row.raw.clone());
        match (fate(row, before), before) {
            (Err(fields), _) => {
                self.wrong.push(Wrong::of(row, fields.into_iter().map(Why::Field).collect()));
                return false;
            }
            (Ok(Fate::Changed(details)), Some(before)) => {
                if before.id == own && (details.role, details.active) != (before.role, before.active) {
                    self.wrong.push(Wrong::of(row, vec![Why::Not(Obstacle::OwnRole)]));
                    return false;
                }
                self.changed.push(PersonChange { line, before: before.clone(), details, raw });
            }
            (Ok(Fate::New(details) | Fate::Changed(details)), _) => {
                self.new.push(Newcomer { line, details, named_by_address: row.name.is_none() });
            }
            (Ok(Fate::Unchanged), _) => self.unchanged += 1,
        }
        true
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
        self.wrong.extend(going.into_iter().map(|PersonChange { line, before, raw, .. }| Wrong {
            line,
            who: before.name,
            why: vec![Why::Not(Obstacle::LastAdmin)],
            raw,
        }));
        self.wrong.sort_by_key(|wrong| wrong.line);
    }

    /// Whether saving it would leave everything as it is.
    pub fn changes_nothing(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty()
    }

    /// The lines that cannot be accepted, below what stands above them.
    pub fn left(&self) -> String {
        let lines = self.wrong.iter().map(|wrong| wrong.raw.as_str());
        lines.fold(self.head.clone(), |left, line| left + line + "\n")
    }

    /// Why nothing of it can be saved, where lines are wrong. A field is named with its line: `email[4]`.
    pub fn refusal(&self) -> Option<Refusal> {
        let (mut fields, mut obstacle) = (Vec::new(), None);
        for wrong in &self.wrong {
            for why in &wrong.why {
                let (field, problem) = match why {
                    Why::Field(error) => (error.field.as_str(), error.problem.clone()),
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
        Self { line: row.line, who: row.who(), why, raw: row.raw.clone() }
    }
}

impl SheetRow {
    /// Whom it is about: the name, or else the address, or else all of it.
    fn who(&self) -> String {
        let address = if self.address.is_empty() { &self.raw } else { &self.address };
        let who = self.name.as_ref().unwrap_or(address);
        who.chars().filter(|c| !c.is_control()).take(80).collect()
    }
}
