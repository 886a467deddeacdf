use crate::{
    domain::schedule::Zone,
    server::{
        auth::Actor,
        db::people,
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// Says in which zone one is; nothing typed: none is shown beside those of events anymore.
///
/// # Errors
/// A name that is no zone's.
pub async fn set_zone(site: &Site, actor: &Actor, typed: &str) -> Done {
    let zone = match typed.trim() {
        "" => None,
        name => Some(Zone::parse(name).map_err(|problem| Refused::field("zone", problem))?),
    };
    let act = Act::by(site, actor).await?;
    people::set_zone(&act.tx, actor.person, zone).await?;
    act.commit().await
}
