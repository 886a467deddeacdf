//! In which season an event counts, and who may say so.

use serde_json::json;

use crate::{
    domain::{deed::Deed, event_details::SeasonChoice, ids::SeasonId, typed::Problem},
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            audit::Entry,
            events::Event,
            held::Held,
            seasons::{self, Season},
            stewards,
        },
        services::{Act, Done, Refused, season},
        site::Site,
    },
};

/// Settles where an event is to count: one that is new (`before` is `None`) or one that changes. A season that is new, too, is
/// kept by who makes it.
///
/// # Errors
/// A season that is not there, or that is not theirs: to put the event into, or to take it out of.
pub(super) async fn choose(
    act: &mut Act<'_>,
    actor: &Actor,
    choice: &SeasonChoice,
    before: Option<&Held>,
) -> Done<Option<SeasonId>> {
    let stays = before.map(|before| before.season());
    let season = match choice {
        SeasonChoice::Unsaid => match stays {
            Some(stays) => return Ok(stays),
            None => return Ok(season::kept(act.site, &act.tx, actor).await?.first().map(|first| first.id)),
        },
        SeasonChoice::None => None,
        SeasonChoice::This(id) => Some(*id),
        SeasonChoice::Named(name) => {
            let found = seasons::find_by_name(&act.tx, name).await?;
            if found.is_none() {
                must_be_theirs(act, stays.flatten(), "new_season").await?;
                let season = stewards::found(&act.tx, name, actor.person, act.now).await?;
                act.note(Entry::of(Deed::SeasonCreate).about(actor.person).with(json!({ "season": name })));
                return Ok(Some(season));
            }
            found
        }
    };
    if stays != Some(season) {
        let field = if matches!(choice, SeasonChoice::Named(_)) { "new_season" } else { "season" };
        // In one order, so that two who move events past each other do not wait for each other.
        let mut seasons = [season, stays.flatten()];
        seasons.sort_unstable();
        for season in seasons {
            must_be_theirs(act, season, field).await?;
        }
    }
    Ok(season)
}

/// Lets only past who keeps this season, if it is one; whoever does not is told beside the field.
async fn must_be_theirs(act: &Act<'_>, season: Option<SeasonId>, field: &str) -> Done {
    let Some(season) = season else { return Ok(()) };
    match act.season(season).await {
        Err(Refused::Refusal(Refusal::NotFound)) => Err(Refused::field(field, Problem::NoSuchSeason)),
        Err(Refused::Refusal(Refusal::Forbidden)) => Err(Refused::field(field, Problem::NotYourSeason)),
        held => held.map(drop),
    }
}

/// Lets only past who keeps the event's season, if it is in one.
///
/// # Errors
/// A season that is not theirs to keep.
pub(super) async fn must_keep(act: &Act<'_>, event: &Held) -> Done {
    match event.season() {
        Some(season) => act.season(season).await.map(drop),
        None => Ok(()),
    }
}

/// What the form of an event offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The seasons to choose from, the oldest first.
    pub seasons: Vec<Season>,
    /// Whether it may be in none: not where it would leave a season that is another's.
    pub none: bool,
    /// Whether there is a page of seasons for the viewer.
    pub keeps: bool,
}

/// The seasons the viewer may put an event into: those they keep, and, where `event` is in one that they do not keep, only that.
/// At most two statements.
pub async fn offer(site: &Site, actor: &Actor, event: Option<&Event>) -> Done<Offer> {
    let c = site.db.read();
    let kept = season::kept(site, c, actor).await?;
    let keeps = season::may_look(actor, &kept);
    match event.and_then(Event::season) {
        Some(stays) if kept.iter().all(|kept| kept.id != stays) => {
            Ok(Offer { seasons: seasons::find(c, stays).await?.into_iter().collect(), none: false, keeps })
        }
        _ => Ok(Offer { seasons: kept, none: true, keeps }),
    }
}
