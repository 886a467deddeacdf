use serde_json::json;

use super::{permit_managing, revoke_sessions::end_every_way_in};
use crate::{
    domain::{
        ids::PersonId,
        person::{PersonDetails, PersonForm, Role},
        typed::{Problem, version},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::Actor,
        db::{
            WriteTx, address_changes,
            audit::{self, Entry},
            outbox,
            people::{self, Person},
            sign_in,
        },
        services::{Done, Refused},
        site::Site,
    },
};

/// Changes a person's name, address, role and status.
///
/// Deactivating ends their sessions, voids their links and takes their queued mail back, all in the same transaction.
///
/// # Errors
/// One's own role or status, the last active admin, a taken address, a stale version.
pub async fn edit(site: &Site, actor: &Actor, id: PersonId, form: &PersonForm) -> Done {
    permit_managing(site, actor)?;
    let own = actor.person == id;
    let details = form.parse()?;
    let now = site.now();
    let tx = site.db.write_tx().await?;
    people::lock_admins(&tx).await?;
    let before = people::find(&tx, id).await?.ok_or(Refusal::NotFound)?;
    if before.version != version(&form.version) {
        return Err(Refusal::Conflict { changes: Vec::new() }.into());
    }
    if own && (details.role, details.active) != (before.role, before.active) {
        return Err(Obstacle::OwnRole.into());
    }
    let runs = runs_everything(before.role, before.active);
    if runs && !runs_everything(details.role, details.active) && people::count_active_admins(&tx).await? <= 1 {
        return Err(Obstacle::LastAdmin.into());
    }
    if people::find_by_email(&tx, &details.email).await?.is_some_and(|other| other.id != id) {
        return Err(Refused::field("email", Problem::AddressTaken));
    }
    let entry = change(site, &tx, actor, &before, &details).await?;
    audit::note(&tx, now, entry).await?;
    Ok(tx.commit().await?)
}

/// Whether somebody of this role and status is an active admin.
pub(super) const fn runs_everything(role: Role, active: bool) -> bool {
    matches!(role, Role::Admin) && active
}

/// Writes a change that is permitted, with everything that follows from it. Gives back what is to be noted.
///
/// # Errors
/// A taken address; somebody who was changed since they were read.
pub(super) async fn change(
    site: &Site,
    tx: &WriteTx,
    actor: &Actor,
    before: &Person,
    details: &PersonDetails,
) -> Done<Entry> {
    let id = before.id;
    let moves = before.email != details.email.as_str();
    if moves {
        people::lock(tx, id).await?;
        outbox::take_back_sign_in(tx, id).await?;
    }
    let updated = people::update(tx, id, before.version, details).await.map_err(Refused::address_taken)?;
    if !updated {
        return Err(Refusal::Conflict { changes: Vec::new() }.into());
    }
    if before.active && !details.active {
        shut_out(site, tx, id).await?;
    }
    if moves {
        sign_in::void_all(tx, id, site.now()).await?;
        address_changes::end(tx, id).await?;
    }
    let changed = json!({
        "role": (before.role != details.role).then_some(details.role),
        "active": (before.active != details.active).then_some(details.active),
        "name": before.name != details.name,
        "email": moves,
    });
    Ok(Entry { person: Some(id), details: changed, ..Entry::by(actor, "person.edit") })
}

/// Ends everything by which somebody could still act or be written to.
async fn shut_out(site: &Site, tx: &WriteTx, id: PersonId) -> Done {
    end_every_way_in(tx, id, site.now()).await?;
    outbox::skip_waiting(tx, id, "the person was deactivated").await?;
    Ok(())
}
