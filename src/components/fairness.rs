use allocation::Standing;
use catalog::fairness as say;
use leptos::prelude::*;

use super::{Dots, dots::dots_legend};
use crate::{
    server::db::standings::InSeason,
    words::{self, Whom},
};

/// How many seasons are told one by one.
const SEASONS: usize = 12;

/// How it went for the viewer: all in all, then by season where there are several, with what counts in their favor.
pub fn own_fairness(seasons: Vec<InSeason>) -> impl IntoView {
    let several = seasons.len() > 1;
    let rest = seasons.len().saturating_sub(SEASONS);
    let all = all_in_all(Whom::You, &seasons);
    let none = seasons.is_empty();
    let one = |season: InSeason| {
        let head = several.then(|| {
            view! {
                <h3 class="user-text">{words::season_name(season.name)}</h3>
                <p>{words::went(Whom::You, season.so_far.asked, season.so_far.got)}</p>
            }
        });
        let standing = in_their_favor(season.so_far.standing);
        view! {
            <div>
                {head}
                <p><Dots got=season.recent/></p>
                {standing.map(|text| view! { <p class="small">{text}</p> })}
            </div>
        }
    };
    let told = seasons.into_iter().take(SEASONS).map(one).collect_view();
    let rest = (rest > 0).then(|| {
        view! { <p class="small muted">{say::more_seasons(rest)}</p> }
    });
    view! {
        <section aria-labelledby="went">
            <h2 id="went">{say::title()}</h2>
            <div class="panel stack">
                <p class="num"><b>{all}</b></p>
                {told}
                {rest}
                {(!none).then(dots_legend)}
            </div>
        </section>
    }
}

/// All seasons in one sentence.
pub fn all_in_all(whom: Whom, seasons: &[InSeason]) -> String {
    let sum = |of: fn(&InSeason) -> u64| seasons.iter().map(of).sum();
    words::went(whom, sum(|season| season.so_far.asked), sum(|season| season.so_far.got))
}

/// What counts in the next draw, where anything does yet.
fn in_their_favor(standing: Standing) -> Option<String> {
    (standing.counting > 0).then(|| words::standing(standing.losses, standing.slips(), standing.balance))
}
