use serde_json::json;

use super::{
    access,
    alike::{AdminNames, noting_look},
    revoke_sessions::end_every_way_in,
};
use crate::{
    domain::{
        deed::Deed,
        ids::PersonId,
        person::{PersonDetails, PersonForm, Role},
        typed::{Problem, version},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::{
            address_changes, address_undos, after,
            audit::Entry,
            outbox,
            people::{self, Person},
            sign_in,
        },
        mail::{
            Reaches,
            messages::{
                AccessBy, AccessChange, AddressChangedMessage, AddressFacts, AddressSetMessage, ChangedBy, SetFacts,
                kinds,
            },
        },
        services::{Act, Done, Refused},
        site::Site,
    },
    words,
};

/// Changes a person's name, address, role and status.
///
/// Deactivating ends their sessions, voids their links and takes their queued email back, all in the same transaction.
/// They are told of it, and of being activated again. Of another address both are told, the one they had and the one
/// they have.
///
/// # Errors
/// One's own role or status, the last active admin, a taken address, a stale version.
pub async fn edit(site: &Site, actor: &Actor, id: PersonId, form: &PersonForm) -> Done {
    let mut act = Act::by(site, actor).await?;
    act.may(Action::ManagePeople)?;
    let details = form.parse()?;
    people::lock_admins(&act.tx).await?;
    let before = people::find(&act.tx, id).await?.ok_or(Refusal::NotFound)?;
    if before.version != version(&form.version) {
        let stands = (before.name.as_str(), before.email.as_str(), before.role, before.active)
            == (details.name.as_str(), details.email.as_str(), details.role, details.active);
        return if stands { Ok(()) } else { Err(Refused::conflict()) };
    }
    if actor.person == id && (details.role, details.active) != (before.role, before.active) {
        return Err(Obstacle::OwnRole.into());
    }
    let runs = runs_everything(before.role, before.active);
    if runs && !runs_everything(details.role, details.active) && people::count_active_admins(&act.tx).await? <= 1 {
        return Err(Obstacle::LastAdmin.into());
    }
    if people::find_by_email(&act.tx, &details.email).await?.is_some_and(|other| other.id != id) {
        return Err(Refused::field("email", Problem::AddressTaken));
    }
    let admins = AdminNames::read(&act.tx).await?;
    change(&mut act, (&before, &details), &admins).await?;
    act.commit().await
}

/// Whether someone of this role and status is an active admin.
pub(super) const fn runs_everything(role: Role, active: bool) -> bool {
    matches!(role, Role::Admin) && active
}

/// Writes a change that is permitted, with everything that follows from it, and notes it.
///
/// # Errors
/// A taken address; someone who was changed since they were read.
pub(super) async fn change(
    act: &mut Act<'_>,
    (before, details): (&Person, &PersonDetails),
    admins: &AdminNames,
) -> Done {
    let (id, tx, now) = (before.id, &act.tx, act.now);
    let moves = before.email != details.email.as_str();
    if moves {
        people::lock(tx, id).await?;
        outbox::take_back_sign_in(tx, id).await?;
    }
    let updated = people::update(tx, id, before.version, details).await.map_err(Refused::address_taken)?;
    if !updated {
        return Err(Refused::conflict());
    }
    if before.active && !details.active {
        after::hurry_offers_of(tx, id, now).await?;
        end_every_way_in(tx, id, now).await?;
        let stay = kinds(|profile| profile.reaches == Reaches::DeactivatedToo);
        outbox::skip_waiting(tx, id, "the person was deactivated", &stay).await?;
    }
    if moves {
        sign_in::void_all(tx, id, now).await?;
        address_changes::end(tx, id).await?;
        address_undos::close_all(tx, id, now).await?;
    }
    let alike = (&before.name, before.role) != (&details.name, details.role) && admins.resemble(details, id);
    let changed = json!({
        "role": (before.role != details.role).then_some(details.role),
        "active": (before.active != details.active).then_some(details.active),
        "name": before.name != details.name,
        "email": moves,
    });
    act.note(Entry::of(Deed::PersonEdit).about(id).with(noting_look(changed, alike)));
    if moves {
        tell_both(act, before, details);
    }
    if before.active != details.active {
        let change = if details.active { AccessChange::Activated } else { AccessChange::Deactivated };
        access::tell(act, id, change, AccessBy::Admin);
    }
    Ok(())
}

/// Tells both addresses that an admin changed the one for the other; each is only hinted at to the other.
fn tell_both(act: &mut Act<'_>, before: &Person, details: &PersonDetails) {
    let (id, version, at) = (before.id, before.version, act.now);
    let facts = AddressFacts {
        old: before.email.clone(),
        new: words::masked(details.email.as_str()),
        at,
        by: ChangedBy::Admin,
    };
    act.tell(id, &AddressChangedMessage { version, facts });
    act.tell(id, &AddressSetMessage { version, facts: SetFacts { old: words::masked(&before.email), at } });
}
