use crate::server::{
    db::{reminders, restored},
    services::{Act, Done},
    site::Site,
};

/// After a copy of the database was brought back by other means than ours (`pg_restore`): what stands in the queue may have left
/// since the copy was made, so none of it leaves by itself, and nobody is reminded of what was due since. Says how many emails
/// admins have to decide about.
pub async fn hold_all(site: &Site) -> Done<u64> {
    let act = Act::unattended(site).await?;
    let held = restored::hold_back(&act.tx).await?;
    reminders::begin_anew(&act.tx).await?;
    act.commit().await?;
    Ok(held)
}
