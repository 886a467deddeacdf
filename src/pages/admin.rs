mod answers;
mod attention;
mod by_day;
mod demand;
mod fairness;
mod tiles;

use catalog::admin as say;
use leptos::prelude::*;

use self::{
    answers::answers,
    attention::attention,
    by_day::{emails, sign_ins},
    demand::demand,
    fairness::fairness,
    tiles::tiles,
};
use crate::{
    components::Page,
    server::{
        http::Visit,
        services::{Done, dashboard},
    },
};

/// What needs an admin, and how the site does.
pub async fn admin(visit: Visit) -> Done<Page> {
    let seen = dashboard::look(&visit.site, visit.actor()?).await?;
    let body = view! {
        <h1>{say::title()}</h1>
        {attention(&seen.attention, &visit)}
        {tiles(&seen)}
        {demand(&seen.events, &visit)}
        {fairness(&seen.seasons)}
        {answers(&seen, &visit)}
        {emails(&seen.counts, &visit)}
        {sign_ins(&seen.counts, &visit)}
    };
    Ok(Page::new(say::title(), body))
}

/// A number that stands alone.
fn number(count: u64) -> String {
    catalog::number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Tenths as a number with one decimal.
fn tenths(tenths: u64) -> f64 {
    i32::try_from(tenths).map_or(f64::MAX, |tenths| f64::from(tenths) / 10.0)
}
