//! What the content security policy blocked in people's browsers: counted by directive.

use super::{
    Done,
    limit::{Limit, within},
};
use crate::server::{auth::Client, db::counters, site::Site};

/// The directives of our policy; a report about anything else is counted as "other".
const DIRECTIVES: [&str; 12] = [
    "default-src",
    "script-src",
    "script-src-elem",
    "script-src-attr",
    "style-src",
    "style-src-elem",
    "style-src-attr",
    "font-src",
    "connect-src",
    "img-src",
    "form-action",
    "base-uri",
];

/// Counts one report, at most so many from one client.
pub async fn count(site: &Site, client: &Client, directive: &str) -> Done {
    let known = DIRECTIVES.iter().find(|known| **known == directive).unwrap_or(&"other");
    let tx = site.db.write_tx().await?;
    if within(site, &tx, Limit::Reports(client)).await? {
        counters::count(&tx, &format!("csp {known}"), site.now()).await?;
    }
    Ok(tx.commit().await?)
}
