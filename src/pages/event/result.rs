use catalog::event as say;
use leptos::prelude::*;

use super::{after, missed::missed, own::wish};
use crate::{
    components::{Icon, Stub},
    paths,
    server::{
        db::requests::Request,
        http::Visit,
        services::{
            draft::{Draft, forms::HandOnForm},
            event::EventView,
        },
    },
    words::{self, Outcome},
};

/// My result: a ticket, or why there is none; then how it came to that.
pub fn result(
    mine: &Request,
    view: &EventView,
    visit: &Visit,
    handing: Option<&Draft<HandOnForm>>,
) -> impl IntoView + use<> {
    let event = &view.event;
    let given = mine.allocated.unwrap_or(0);
    // How many asked for how many is no reason for taking back what someone had.
    let since = mine.joined_after || view.after.holding.is_some_and(|holding| holding.moved());
    let outcome = if since {
        catalog::after::have(given)
    } else if mine.taken_back() {
        words::none_now().to_owned()
    } else {
        words::outcome(&Outcome {
            given,
            accepted: mine.tiers.amounts(),
            tickets: event.tickets,
            people: event.demand.people,
            requested: event.demand.requested,
            reason: &mine.reason,
        })
    };
    let outcome = view! { <p class="outcome num" data-result=given>{outcome}</p> };
    let changed = mine.changed.as_ref().filter(|changed| changed.from != given).map(|changed| {
        let (what, why) = (words::change(changed.from, given), words::changed_because(&changed.by, &changed.reason));
        view! { <p class="note small user-text">{format!("{what} {why}")}</p> }
    });
    let published = event.finalized_at.map(|at| say::published(words::when_short(at, event.schedule.zone, visit.now)));
    let used = mine.came.filter(|&came| came < given);
    let unused = used.map(|came| view! { <p class="note small" data-unused={given - came}>{catalog::door::own_unused(given - came, given)}</p> });
    let rest = view! {
        {unused}
        {after::mine(view, visit, handing)}
        {changed}
        {wish(mine)}
        {published.map(|at| view! { <p class="small muted">{at}</p> })}
    };
    match &view.missed {
        Some(why) => view! {
            <div class="panel">
                {outcome}
                {missed(why, event.id)}
                {rest}
            </div>
        }
        .into_any(),
        None => view! {
            {won(given, outcome, view)}
            <div class="stack small">{rest}</div>
        }
        .into_any(),
    }
}

/// The ticket: what, when, and what the organizer says to those who have one.
fn won(given: u32, outcome: impl IntoView, view: &EventView) -> impl IntoView {
    let event = &view.event;
    let schedule = event.schedule;
    let line = (!event.winners_line.is_empty()).then(|| {
        view! { <p class="note user-text lines">{event.winners_line.clone()}</p> }
    });
    view! {
        <article class="ticket needs won">
            <Stub at=schedule.starts_at zone=schedule.zone>
                <span class="admits num">{say::admits(given)}</span>
            </Stub>
            <div class="body">
                {outcome}
                <p class="small muted"><b class="user-text">{event.name.clone()}</b><br/>{words::when(schedule.starts_at, schedule.zone)}</p>
                {(!event.place.is_empty()).then(|| view! { <p class="small user-text">{event.place.clone()}</p> })}
                {line}
                {handout(view)}
            </div>
        </article>
    }
}

/// Where my seats are, and my file.
fn handout(view: &EventView) -> Option<impl IntoView + use<>> {
    let mine = view.mine.as_ref()?;
    let handout = view.after.handout.clone()?;
    let line = (!handout.line.is_empty()).then(|| view! { <p><b class="user-text">{handout.line}</b></p> });
    let file = handout.file.map(|file| {
        let to = paths::handout_file(view.event.id, mine.person);
        view! { <p><a class="button quiet small" href=to download=""><Icon name="download"/>" "<span class="user-text">{file.name}</span></a></p> }
    });
    Some(view! { {line}{file} })
}
