//! Everything that is kept although it follows from requests, computed anew.

use super::{Act, Done};
use crate::server::{
    db::settle::{self, Recount},
    site::Site,
};

/// Mends what is not kept as it is, and returns what that was. Nothing, unless someone wrote to the database otherwise than
/// through this program.
pub async fn run(site: &Site) -> Done<Recount> {
    let act = Act::unattended(site).await?;
    let found = settle::recount(&act.tx).await?;
    act.commit().await?;
    Ok(found)
}
