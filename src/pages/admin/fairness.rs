use allocation::memory::Spread;
use catalog::{Value, admin as say, decimal};
use leptos::prelude::*;

use super::number;
use crate::{
    components::chart::{chart, strip, table},
    pages::season::{beside, bound, tenths, within},
    paths,
    server::db::figures::InOneSeason,
    words,
};

/// How far apart people are in each of the latest seasons.
pub(super) fn fairness(seasons: &[InOneSeason]) -> AnyView {
    let counted: Vec<(&InOneSeason, Spread)> = seasons
        .iter()
        .filter(|season| !season.balances.is_empty())
        .filter_map(|season| Some((season, season.course.spread.last()?.1)))
        .collect();
    if counted.is_empty() {
        return ().into_any();
    }
    let name = |season: &InOneSeason| {
        view! { <a class="user-text" href=paths::season(season.season.id)>{words::season_name(season.season.name.clone())}</a> }.into_any()
    };
    let strips = counted.iter().map(|(season, spread)| {
        let (low, high) = (spread.low.get(), spread.high.get());
        let label = say::fairness_label(
            words::season_name(season.season.name.clone()),
            season.balances.len(),
            in_tickets((-low).max(0)),
            in_tickets(high.max(0)),
        );
        let within = say::within(decimal(bound(within(&season.balances))));
        view! {
            <div><p><b>{name(season)}</b>" "<span class="num muted">{within}</span></p>
            {strip(&season.balances, Some((low, high)), None, label)}</div>
        }
    });
    let picture = strips.collect_view();
    let rows = counted.iter().map(|(season, spread)| {
        let [low, median, high] = [spread.low, spread.median, spread.high].map(|one| beside(one.get()).into_any());
        [name(season), number(season.balances.len() as u64).into_any(), low, median, high]
    });
    let rows: Vec<_> = rows.collect();
    let titles = [say::season(), say::counting(), say::ahead(), say::middle(), say::behind()];
    chart("fairness", say::fairness(), say::fairness_reads(), picture, table(titles, rows)).into_any()
}

/// Thousandths of a ticket as tickets.
fn in_tickets(thousandths: i64) -> Value<'static> {
    decimal(tenths(thousandths))
}
