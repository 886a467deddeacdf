use allocation::memory::Spread;
use catalog::admin as say;
use leptos::prelude::*;

use super::{number, tenths};
use crate::{
    components::chart::{chart, strip, table},
    paths,
    server::db::figures::InOneSeason,
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
        view! { <a class="user-text" href=paths::season(season.season.id)>{season.season.name.clone()}</a> }.into_any()
    };
    let strips = counted.iter().map(|(season, spread)| {
        let (low, high) = (spread.low.get(), spread.high.get());
        let label = say::fairness_label(
            season.season.name.clone(),
            season.balances.len(),
            in_tickets((-low).max(0)),
            in_tickets(high.max(0)),
        );
        let within = say::within(in_tickets(low.abs().max(high.abs())));
        view! {
            <div><p><b>{name(season)}</b>" "<span class="num muted">{within}</span></p>
            {strip(&season.balances, Some((low, high)), None, label)}</div>
        }
    });
    let picture = strips.collect_view();
    let rows = counted.iter().map(|(season, spread)| {
        let [low, median, high] = [-spread.low.get(), spread.median.get(), spread.high.get()]
            .map(|one| if one < 0 { format!("\u{2212}{}", plain(-one)) } else { plain(one) }.into_any());
        [name(season), number(season.balances.len() as u64).into_any(), low, median, high]
    });
    let rows: Vec<_> = rows.collect();
    let titles = [say::season(), say::counting(), say::ahead(), say::middle(), say::behind()];
    chart("fairness", say::fairness(), say::fairness_reads(), picture, table(titles, rows)).into_any()
}

/// Thousandths of a ticket as tickets.
fn in_tickets(thousandths: i64) -> f64 {
    tenths(thousandths.unsigned_abs() / 100)
}

/// The same as the table has it.
fn plain(thousandths: i64) -> String {
    say::demand_times(in_tickets(thousandths)).trim_end_matches('×').to_owned()
}
