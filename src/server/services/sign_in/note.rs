use super::Browser;
use crate::{
    domain::deed::Deed,
    server::{
        db::{
            DbErr, WriteTx,
            audit::{self, Entry},
        },
        services::limit::{Limit, within},
        site::Site,
    },
};

/// Notes what someone tried who is not signed in.
///
/// The log only grows, and anyone can set this off, so there are limits: for each client, and for all of them together.
/// Over the latter, one entry a minute says that more was left out.
pub(super) async fn note(site: &Site, tx: &WriteTx, browser: &Browser, entry: Entry) -> Result<(), DbErr> {
    if !within(site, tx, Limit::RefusedSignIns(&browser.client)).await? {
        return Ok(());
    }
    if within(site, tx, Limit::AllRefusedSignIns).await? {
        return audit::note(tx, site.now(), entry.from(&browser.client)).await;
    }
    if within(site, tx, Limit::RefusedSignInsLeftOut).await? {
        audit::note(tx, site.now(), Entry::of(Deed::SignInLeftOut)).await?;
    }
    Ok(())
}
