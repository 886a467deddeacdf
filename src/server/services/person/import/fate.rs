//! One line, read beside the person it is about.

use super::{
    sheet::SheetRow,
    values::{read_active, read_blocked, read_role},
};
use crate::{
    domain::{
        person::{Email, MAX_NAME, PersonDetails, Role},
        typed::{FieldError, Fields, Problem, line},
    },
    server::db::people::Person,
};

/// What a line comes to.
pub(super) enum Fate {
    New(PersonDetails),
    Changed(PersonDetails),
    Unchanged,
}

/// Reads a row. What it does not say stays as it is, or is as it is with most people who are new. Someone new without a name
/// gets the one that the row makes of their address, if it does.
pub(super) fn fate(row: &SheetRow, before: Option<&Person>) -> Result<Fate, Vec<FieldError>> {
    let mut fields = Fields::default();
    let name = match (&row.name, before) {
        (None, Some(before)) => Ok(before.name.clone()),
        // What a former system let in may stay.
        (Some(_), Some(before)) if row.name_as_typed.as_ref() == Some(&before.name) => Ok(before.name.clone()),
        (Some(typed), Some(before)) if *typed == before.name => Ok(typed.clone()),
        (None, None) => line(row.name_from_address.as_deref().unwrap_or_default(), MAX_NAME),
        (typed, _) => line(typed.as_deref().unwrap_or_default(), MAX_NAME),
    };
    let name = fields.take("name", name);
    let role = row.role.as_deref().map_or(Ok(before.map_or(Role::Member, |before| before.role)), role);
    let role = fields.take("role", role);
    let active = access(row).unwrap_or(Ok(before.is_none_or(|before| before.active)));
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

fn role(cell: &str) -> Result<Role, Problem> {
    read_role(cell).map_or_else(|| Role::parse(cell), Ok)
}

/// The words that are named where a cell is none; many others are understood.
const ACTIVE: &str = "yes, no, true, false, 1, 0, active, inactive";

/// Whether someone may sign in, where the line says it; where it says so more than once, everything must allow it.
fn access(row: &SheetRow) -> Option<Result<bool, Problem>> {
    let read = |cell: &String, said: Option<bool>| {
        said.ok_or_else(|| Problem::NotAChoice { seen: cell.chars().take(40).collect(), accepted: ACTIVE.into() })
    };
    // "Member" beside "Ex-member" says that they are one.
    let active = |cell: &String| read(cell, read_active(cell).or_else(|| read_role(cell).map(|_| true)));
    let blocked = |cell: &String| read(cell, read_blocked(cell));
    let said = row.active.iter().map(active).chain(row.blocked.iter().map(blocked));
    said.reduce(|one, other| {
        let (one, other) = (one?, other?);
        Ok(one && other)
    })
}
