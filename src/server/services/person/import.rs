//! Bringing people in from a spreadsheet: looked at first, then every line that can be accepted, in one transaction. The
//! others are given back.
//!
//! People are matched by their address. Whoever is not on the list stays as they are.

mod address;
mod cards;
mod columns;
mod fate;
mod headings;
mod list;
mod named;
mod phone;
mod plan;
mod records;
mod sheet;
#[cfg(test)]
mod tests;
mod titles;
mod values;
mod words;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::json;

pub use address::alone_in;
pub use columns::{Column, SheetColumn, joined_titles};
pub use plan::{Again, Newcomer, PersonChange, Plan, Why, Wrong};
pub use sheet::{MOST as MOST_IMPORTED, Unreadable};

use self::columns::ByHand;

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
    /// What each column tells, by the words of [`Column`], as it was shown or chosen.
    #[serde(default)]
    pub columns: Vec<String>,
    /// The titles of the sheet for which that was.
    #[serde(default)]
    pub titles: String,
}

impl ImportForm {
    fn by_hand(&self) -> ByHand {
        let columns = self.columns.iter().map(|word| word.parse().unwrap_or(Column::Ignore)).collect();
        ByHand { columns, titles: self.titles.clone() }
    }

    /// The same form with the lines that are left of it, and its columns as they were read.
    fn left_of(&self, plan: &Plan) -> Self {
        let columns = plan.columns.iter().map(|column| column.tells.into_str().to_owned()).collect();
        Self { rows: plan.left(), welcome: self.welcome.clone(), columns, titles: plan.titles.clone() }
    }

    fn read(&self, site: &Site) -> Result<sheet::Sheet, Unreadable> {
        Ok(sheet::read(&self.rows, &self.by_hand())?.read_on(site.now().date_naive()))
    }
}

/// What was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub new: usize,
    pub changed: usize,
    /// How many of the new are written to.
    pub welcomed: usize,
    /// The form with the lines that could not be accepted, if there are any.
    pub left: Option<ImportForm>,
}

/// What would come of it; nothing is written. One statement, however many rows.
pub async fn look_at_import(site: &Site, actor: &Actor, form: &ImportForm) -> Done<Result<Plan, Unreadable>> {
    permit_managing(site, actor)?;
    let sheet = match form.read(site) {
        Ok(sheet) => sheet,
        Err(why) => return Ok(Err(why)),
    };
    let here = people::list(site.db.read(), "", Among::Everybody).await?;
    Ok(Ok(Plan::of(sheet, &here, actor.person)))
}

/// Adds and changes everyone on the list whose line can be accepted, in one transaction, and gives back the others. What was looked at before does not count: the rows are read and
/// weighed again beside the people as they are now. Where nothing would change, nothing is noted either.
///
/// # Errors
/// Rows that cannot be read; where nothing else would change, the fields of every wrong line, or what stands in the way of all
/// that are wrong; people who were changed in the meantime.
pub async fn save_import(site: &Site, actor: &Actor, form: &ImportForm) -> Done<Imported> {
    let mut act = Act::by(site, actor).await?;
    act.may(Action::ManagePeople)?;
    let sheet = form.read(site).map_err(Unreadable::refusal)?;
    people::lock_admins(&act.tx).await?;
    let here = people::list(&act.tx, "", Among::Everybody).await?;
    let plan = Plan::of(sheet, &here, actor.person);
    if plan.changes_nothing() {
        return plan.refusal().map_or_else(|| Ok(Imported::default()), |refusal| Err(refusal.into()));
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
    let left = (!plan.wrong.is_empty()).then(|| form.left_of(&plan));
    let imported = Imported { new: plan.new.len(), changed: plan.changed.len(), welcomed, left };
    let mut counts = json!({ "new": imported.new, "changed": imported.changed, "welcomed": imported.welcomed });
    if imported.left.is_some() {
        counts["left"] = plan.wrong.len().into();
    }
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
