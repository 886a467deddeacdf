use crate::server::{
    auth::Actor,
    db::address_changes,
    services::{Act, Done},
    site::Site,
};

/// Ends the change of one's own address that is under way; its code is worth nothing from then on. Where there is none,
/// there is nothing to do.
pub async fn cancel_address(site: &Site, actor: &Actor) -> Done {
    let act = Act::by(site, actor).await?;
    address_changes::end(&act.tx, actor.person).await?;
    act.commit().await
}
