use crate::server::{auth::Actor, db::address_changes, services::Done, site::Site};

/// Ends the change of one's own address that is under way; its code is worth nothing from then on. Where there is none,
/// there is nothing to do.
pub async fn cancel_address(site: &Site, actor: &Actor) -> Done {
    let tx = site.db.write_tx().await?;
    address_changes::end(&tx, actor.person).await?;
    Ok(tx.commit().await?)
}
