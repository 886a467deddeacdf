//! Bringing people in from a spreadsheet: looked at first, then all of it in one transaction, or none.
//!
//! People are matched by their address. Whoever is not on the list stays as they are.

mod columns;
mod fate;
mod plan;
mod sheet;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::json;

pub use plan::{Newcomer, PersonChange, Plan, Why, Wrong};
pub use sheet::{MOST as MOST_IMPORTED, Unreadable};

use super::{add::added, alike::AdminNames, edit::change, permit_managing};
use crate::{
    domain::{deed::Deed, ids::PersonId, typed::ticked},
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{
            audit::Entry,
            import::{NewPerson, insert_people},
            people::{self, Among},
        },
        mail::messages::WelcomeMessage,
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// What an admin pastes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportForm {
    /// The rows, as text.
    pub rows: String,
    /// A box: ticked sends each new person a welcome email.
    pub welcome: String,
}

/// What was saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub new: usize,
    pub changed: usize,
    /// How many of the new are written to.
    pub welcomed: usize,
}

/// What would come of it; nothing is written. One statement, however many rows.
pub async fn look_at_import(site: &Site, actor: &Actor, form: &ImportForm) -> Done<Result<Plan, Unreadable>> {
    permit_managing(site, actor)?;
    let sheet = match sheet::read(&form.rows) {
        Ok(sheet) => sheet,
        Err(why) => return Ok(Err(why)),
    };
    let here = people::list(site.db.read(), "", Among::Everybody).await?;
    Ok(Ok(Plan::of(sheet, &here, actor.person)))
}

/// Adds and changes everyone on the list, or nobody. What was looked at before does not count: the rows are read and
/// weighed again beside the people as they are now. Where nothing would change, nothing is noted either.
///
/// # Errors
/// Rows that cannot be read, the fields of every wrong line, or what stands in the way of all that are wrong; people who
/// were changed in the meantime.
pub async fn save_import(site: &Site, actor: &Actor, form: &ImportForm) -> Done<Imported> {
    let mut act = Act::by(site, actor).await?;
    act.may(Action::ManagePeople)?;
    let sheet = sheet::read(&form.rows).map_err(Unreadable::refusal)?;
    people::lock_admins(&act.tx).await?;
    let here = people::list(&act.tx, "", Among::Everybody).await?;
    let plan = Plan::of(sheet, &here, actor.person);
    if let Some(refusal) = plan.refusal() {
        return Err(refusal.into());
    }
    if plan.changes_nothing() {
        return Ok(Imported::default());
    }
    let ids = insert_all(&act, &plan.new).await?;
    let admins = AdminNames::read(&act.tx).await?;
    let mut welcomed = 0;
    for Newcomer { details, .. } in &plan.new {
        let id = *ids.get(details.email.as_str()).ok_or(Refusal::NotFound)?;
        act.note(added(id, details, &admins));
        if details.active && ticked(&form.welcome) {
            act.tell(id, &WelcomeMessage);
            welcomed += 1;
        }
    }
    for PersonChange { before, details, .. } in &plan.changed {
        change(&mut act, (before, details), &admins).await?;
    }
    let imported = Imported { new: plan.new.len(), changed: plan.changed.len(), welcomed };
    let counts = json!({ "new": imported.new, "changed": imported.changed, "welcomed": imported.welcomed });
    act.note(Entry::of(Deed::PersonImport).with(counts));
    act.commit().await?;
    Ok(imported)
}

/// Adds people, many a statement; returns their ids by address.
async fn insert_all(act: &Act<'_>, new: &[Newcomer]) -> Done<HashMap<String, PersonId>> {
    let rows = new.iter().map(|Newcomer { details, .. }| NewPerson {
        public_id: act.site.chance.id(),
        name: details.name.clone(),
        email: details.email.as_str().to_owned(),
        role: details.role,
        active: details.active,
        created_at: act.now,
    });
    insert_people(&act.tx, rows).await.map_err(Refused::address_taken)
}
