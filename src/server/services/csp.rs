//! What the content security policy blocked in people's browsers: counted by directive.

use super::{
    Done,
    limit::{Limit, within},
};
use crate::server::{auth::Client, db::counters, services::Act, site::Site};

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
    let act = Act::unattended(site).await?;
    if within(site, &act.tx, Limit::Reports(client)).await? {
        counters::count(&act.tx, &format!("csp {known}"), act.now).await?;
    }
    act.commit().await
}
