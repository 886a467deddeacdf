use catalog::season as say;
use leptos::prelude::*;

use crate::{domain::ids::SeasonId, paths};

/// The way from an event to where everyone stands in its season: who that is stands there only for those who see `names`.
pub fn season_link(season: Option<SeasonId>, names: bool) -> impl IntoView {
    let text = if names { say::furthest_behind() } else { say::so_far() };
    season.map(|season| view! { <p><a href=paths::season(season)>{text}</a></p> })
}
