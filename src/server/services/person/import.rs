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

pub use plan::{Change, Newcomer, Plan, Why, Wrong};
pub use sheet::{MOST as MOST_IMPORTED, Unreadable};

use super::{
    add::{added, welcome},
    edit::change,
    permit_managing,
};
use crate::{
    domain::{ids::PersonId, typed::ticked},
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            WriteTx,
            audit::{self, Entry},
            import::{NewPerson, insert_people},
            outbox,
            people::{self, Among},
        },
        services::{Done, Refused},
        site::Site,
    },
};

/// What an admin pastes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportForm {
    /// The rows, as text.
    pub rows: String,
    /// A box: ticked sends each new person a welcome mail.
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

/// Adds and changes everybody on the list, or nobody. What was looked at before does not count: the rows are read and
/// weighed again beside the people as they are now. Where nothing would change, nothing is noted either.
///
/// # Errors
/// Rows that cannot be read, the fields of every wrong line, or what stands in the way of all that are wrong; people who
/// were changed in the meantime.
pub async fn save_import(site: &Site, actor: &Actor, form: &ImportForm) -> Done<Imported> {
    permit_managing(site, actor)?;
    let sheet = sheet::read(&form.rows).map_err(Unreadable::refusal)?;
    let now = site.now();
    let tx = site.db.write_tx().await?;
    people::lock_admins(&tx).await?;
    let here = people::list(&tx, "", Among::Everybody).await?;
    let plan = Plan::of(sheet, &here, actor.person);
    if let Some(refusal) = plan.refusal() {
        return Err(refusal.into());
    }
    if plan.changes_nothing() {
        return Ok(Imported::default());
    }
    let numbers = insert_all(site, &tx, &plan.new).await?;
    let mut entries = Vec::with_capacity(plan.new.len() + plan.changed.len() + 1);
    let mut letters = Vec::new();
    for Newcomer { details, .. } in &plan.new {
        let id = *numbers.get(details.email.as_str()).ok_or(Refusal::NotFound)?;
        entries.push(added(actor, id, details.role));
        if details.active && ticked(&form.welcome) {
            letters.push(welcome(id));
        }
    }
    for Change { before, details, .. } in &plan.changed {
        entries.push(change(site, &tx, actor, before, details).await?);
    }
    let imported = Imported { new: plan.new.len(), changed: plan.changed.len(), welcomed: letters.len() };
    let counts = json!({ "new": imported.new, "changed": imported.changed, "welcomed": imported.welcomed });
    entries.push(Entry { details: counts, ..Entry::by(actor, "person.import") });
    outbox::insert(&tx, letters, now).await?;
    audit::note_all(&tx, now, entries).await?;
    tx.commit().await?;
    if imported.welcomed > 0 {
        site.mail_waits.notify_one();
    }
    Ok(imported)
}

/// Adds people, many a statement; returns their ids by address.
async fn insert_all(site: &Site, tx: &WriteTx, new: &[Newcomer]) -> Done<HashMap<String, PersonId>> {
    let rows = new.iter().map(|Newcomer { details, .. }| NewPerson {
        public_id: site.chance.id(),
        name: details.name.clone(),
        email: details.email.as_str().to_owned(),
        role: details.role,
        active: details.active,
        created_at: site.now(),
    });
    insert_people(tx, rows).await.map_err(Refused::address_taken)
}
