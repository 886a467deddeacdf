use catalog::season as say;
use leptos::prelude::*;

use crate::{domain::ids::SeasonId, paths};

/// The way from an event to where everyone stands in its season.
pub fn season_link(season: Option<SeasonId>) -> impl IntoView {
    season.map(|season| view! { <p><a href=paths::season(season)>{say::furthest_behind()}</a></p> })
}
