use crate::{
    domain::ids::SeasonId,
    error::Refusal,
    server::{
        auth::{Action, Actor, Standing, permit},
        db::{
            ConnectionTrait,
            seasons::{self, Season},
            stewards::{self, Steward},
        },
        services::Done,
        site::Site,
    },
};

/// A season and who keeps it beside the admins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub season: Season,
    /// By name.
    pub stewards: Vec<Steward>,
}

/// The seasons that the viewer keeps, the oldest first, with their stewards. Three statements.
///
/// # Errors
/// Someone who keeps none, and is no admin.
pub async fn list(site: &Site, actor: &Actor) -> Done<Vec<Kept>> {
    let c = site.db.read();
    let seasons = kept(site, c, actor).await?;
    if !may_look(actor, &seasons) {
        return Err(Refusal::Forbidden.into());
    }
    let all = stewards::list(c).await?;
    let with_stewards = |season: Season| {
        let stewards = all.iter().filter(|steward| steward.season == season.id).cloned().collect();
        Kept { season, stewards }
    };
    Ok(seasons.into_iter().map(with_stewards).collect())
}

/// The seasons that someone keeps, the oldest first: admins all. At most two statements.
pub async fn kept(site: &Site, c: &impl ConnectionTrait, actor: &Actor) -> Done<Vec<Season>> {
    let mut seasons = seasons::list(c).await?;
    if !may(site, actor, Standing::None) {
        let theirs =
            if may(site, actor, Standing::Steward) { stewards::seasons_of(c, actor.person).await? } else { Vec::new() };
        seasons.retain(|season| theirs.contains(&season.id));
    }
    Ok(seasons)
}

/// Whether the page of seasons is for someone who keeps these.
pub fn may_look(actor: &Actor, kept: &[Season]) -> bool {
    actor.is_admin() || !kept.is_empty()
}

/// Lets only past who keeps a season. Two statements.
///
/// # Errors
/// A season that is not there, or not theirs to keep.
pub async fn must_keep(site: &Site, actor: &Actor, season: SeasonId) -> Done {
    let c = site.db.read();
    seasons::find(c, season).await?.ok_or(Refusal::NotFound)?;
    if may(site, actor, stewards::standing(c, season, actor.person).await?) {
        Ok(())
    } else {
        Err(Refusal::Forbidden.into())
    }
}

fn may(site: &Site, actor: &Actor, standing: Standing) -> bool {
    permit(actor, Action::KeepSeason, standing, site.settings.everyone_creates())
}
