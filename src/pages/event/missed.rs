use catalog::event as say;
use leptos::prelude::*;

use crate::{
    domain::ids::EventId,
    paths,
    server::services::{draw::Behind, event::Missed},
    words::{self, Fate},
};

/// Why someone got nothing, as far as the draw's record proves it, and what it means next time.
pub fn missed(missed: &Missed, event: EventId) -> impl IntoView + use<> {
    let place = missed.behind.as_ref().map(|behind| {
        view! {
            <p>{say::rank(behind.rank, behind.of)}" "{why(behind)}</p>
            {strip(behind)}
        }
    });
    let next_time = missed.standing.map(|standing| {
        let standing = words::standing(standing.losses, standing.slips(), standing.balance);
        view! { <p class="note small">{say::next_time(standing)}</p> }
    });
    let way = missed.behind.is_some().then(|| {
        let own_place = format!("{}#me", paths::draw(event));
        view! { <p><a class="button quiet" href=own_place>{say::see_draw()}</a></p> }
    });
    view! {
        {place}
        {next_time}
        {way}
    }
}

/// Where tickets ran out above them; else what was left when it came to them.
fn why(behind: &Behind) -> String {
    match behind.cut {
        Some(cut) if cut.none_left => say::ran_out(cut.after),
        Some(cut) => say::too_few(cut.after),
        None => words::because(&Fate {
            rank: behind.rank,
            of: behind.of,
            fill: behind.fill,
            given: 0,
            accepted: &behind.accepted,
            limit: behind.why.limit,
            missed: behind.why.missed.map(|missed| (missed.amount, missed.left)),
        }),
    }
}

/// The order of the draw as a strip for the eye: gold as far as tickets went, a line where they ran out, a mark for the
/// reader. The same stands above it in words.
fn strip(behind: &Behind) -> Option<impl IntoView + use<>> {
    let cut = behind.cut?;
    let at = |rank: usize| (rank * 100 / behind.of.max(1)).to_string();
    // In the middle of their own place.
    let mine = ((behind.rank * 200).saturating_sub(100) / (behind.of.max(1) * 2)).to_string();
    Some(view! {
        <svg class="cutline" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            <rect class="all" y="2" width="100" height="8"></rect>
            <rect class="got" y="2" width=at(cut.after) height="8"></rect>
            <line x1=at(cut.after) x2=at(cut.after) y2="12"></line>
            <rect class="me" x=mine width="1.5" height="12"></rect>
        </svg>
    })
}
