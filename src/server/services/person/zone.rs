use crate::{
    domain::schedule::Zone,
    server::{
        auth::Actor,
        db::people,
        services::{Done, Refused},
        site::Site,
    },
};

/// Says in which zone one is; nothing typed: none is shown beside those of events any more.
///
/// # Errors
/// A name that is no zone's.
pub async fn set_zone(site: &Site, actor: &Actor, typed: &str) -> Done {
    let zone = match typed.trim() {
        "" => None,
        name => Some(Zone::parse(name).map_err(|problem| Refused::field("zone", problem))?),
    };
    let tx = site.db.write_tx().await?;
    people::set_zone(&tx, actor.person, zone).await?;
    Ok(tx.commit().await?)
}
