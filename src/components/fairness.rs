use allocation::Standing;
use leptos::prelude::*;

use super::{Dots, dots::dots_legend};
use crate::{server::services::event::InPool, words};

/// How many pools are told one by one.
const POOLS: usize = 12;

/// How it went for the viewer: all in all, then by pool where there are several, with what counts in their favor.
pub fn own_fairness(pools: Vec<InPool>) -> impl IntoView {
    let several = pools.len() > 1;
    let rest = pools.len().saturating_sub(POOLS);
    let all = all_in_all("You", &pools);
    let none = pools.is_empty();
    let one = |pool: InPool| {
        let head = several.then(|| {
            let season = pool.season;
            view! {
                <h3 class="user-text">{pool.pool}</h3>
                <p>{words::went("You", season.asked, season.got)}</p>
            }
        });
        let standing = in_their_favor(pool.season.standing);
        view! {
            <div>
                {head}
                <p><Dots got=pool.got/></p>
                {standing.map(|text| view! { <p class="small">{text}</p> })}
            </div>
        }
    };
    let told = pools.into_iter().take(POOLS).map(one).collect_view();
    let rest = (rest > 0).then(|| {
        let pools = words::counted(rest as u64, "more season", "more seasons");
        view! { <p class="small muted">{format!("… and {pools} in which you asked.")}</p> }
    });
    view! {
        <section aria-labelledby="went">
            <h2 id="went">"How it went for you"</h2>
            <div class="panel stack">
                <p class="num"><b>{all}</b></p>
                {told}
                {rest}
                {(!none).then(dots_legend)}
            </div>
        </section>
    }
}

/// All pools in one sentence. `who` is "You" or "They".
pub fn all_in_all(who: &str, pools: &[InPool]) -> String {
    let sum = |of: fn(&InPool) -> u64| pools.iter().map(of).sum();
    words::went(who, sum(|pool| pool.season.asked), sum(|pool| pool.season.got))
}

/// What counts in the next draw, where anything does yet.
fn in_their_favor(standing: Standing) -> Option<String> {
    (standing.counting > 0).then(|| words::standing(standing.losses, standing.slips(), standing.balance))
}
