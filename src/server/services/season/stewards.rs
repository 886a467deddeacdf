use serde_json::json;

use crate::{
    domain::{
        deed::Deed,
        ids::{PersonId, SeasonId},
        person::{Email, Role},
        typed::Problem,
    },
    server::{
        auth::{Actor, Standing},
        db::{audit::Entry, people, stewards},
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// Makes the one with exactly this email address a steward of the season.
///
/// # Errors
/// A season that is not theirs to keep; an address that is none, or nobody's who is active; someone who is a steward already,
/// or who may not run events.
pub async fn add_steward(site: &Site, actor: &Actor, season: SeasonId, email: &str) -> Done {
    let mut act = Act::by(site, actor).await?;
    let season = act.season(season).await?;
    let refused = |problem| Refused::field("email", problem);
    let email = Email::parse(email).map_err(refused)?;
    let person = people::find_by_email(&act.tx, &email).await?.filter(|person| person.active);
    let person = person.ok_or_else(|| refused(Problem::NobodyThere { seen: email.as_str().to_owned() }))?;
    if person.role == Role::Member && !site.settings.everyone_creates() {
        return Err(refused(Problem::CannotOrganize));
    }
    if stewards::standing(&act.tx, season.id, person.id).await? == Standing::Steward {
        return Err(refused(Problem::AlreadySteward));
    }
    stewards::insert(&act.tx, &season, person.id, act.now).await?;
    act.note(Entry::of(Deed::SeasonAddSteward).about(person.id).with(json!({ "season": season.name })));
    act.commit().await
}

/// Has someone no longer be a steward of the season. The last one may go: admins remain.
///
/// # Errors
/// A season that is not theirs to keep; someone who is no steward of it.
pub async fn remove_steward(site: &Site, actor: &Actor, season: SeasonId, person: &str) -> Done {
    let mut act = Act::by(site, actor).await?;
    let season = act.season(season).await?;
    let nobody = || Refused::field("email", Problem::NoSuchPerson);
    let person = PersonId::parse(person).ok_or_else(nobody)?;
    if !stewards::remove(&act.tx, &season, person).await? {
        return Err(nobody());
    }
    act.note(Entry::of(Deed::SeasonRemoveSteward).about(person).with(json!({ "season": season.name })));
    act.commit().await
}
