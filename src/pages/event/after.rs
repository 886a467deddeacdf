//! After the result: what I give back or hand on, what is offered to me, what is on the open table.

use catalog::after as say;
use leptos::prelude::*;

use super::hand_on;
use crate::{
    api::{AnswerOffer, ClaimTickets, GiveBack, KeepTickets, action},
    domain::event::EventStatus,
    server::{
        db::events::Event,
        http::Visit,
        services::{
            draft::{Draft, forms::HandOnForm},
            event::EventView,
        },
    },
    words,
};

/// So many numbers are chosen by a tap; of more, one is typed.
const MOST_CHIPS: u32 = 12;

/// What waits for an answer of mine: an offer, before everything else.
pub fn offered(view: &EventView, visit: &Visit) -> Option<impl IntoView + use<>> {
    let offer = view.after.offer.as_ref()?;
    let zone = view.event.schedule.zone;
    let until = words::when_short(offer.until, zone, visit.now);
    let own = words::when_for_you(offer.until, zone, visit.own_zone().unwrap_or(zone));
    let held = view.mine.as_ref().and_then(|mine| mine.allocated).unwrap_or(0);
    let more = (held > 0).then(|| view! { <p>{say::more(held, held + offer.number)}</p> });
    let overlaps = view.after.overlaps.iter().map(|one| {
        view! { <p class="note small user-text">{words::overlap(one, Some(visit.now))}</p> }
    });
    let overlaps = overlaps.collect_view();
    let event = view.event.id.get();
    let id = offer.id.get();
    let answer = |answer: &'static str, class: &'static str, label: String| {
        view! {
            <form method="post" action={action::<AnswerOffer>()}>
                <input type="hidden" name="event" value=event/>
                <input type="hidden" name="offer" value=id/>
                <input type="hidden" name="how" value=answer/>
                <button class=class>{label}</button>
            </form>
        }
    };
    Some(view! {
        <section>
            <div class="head"><h2>{say::offer_title()}</h2></div>
            <div class="panel" data-offer=offer.number>
                <p><b>{say::offer(offer.number, until)}</b></p>
                {own.map(|text| view! { <p class="muted">{text}</p> })}
                <p class="small muted">{words::distance(offer.until, zone, visit.now)}</p>
                {more}
                {overlaps}
                {answer("take", "button wide", say::take(offer.number))}
                {answer("decline", "button quiet wide", say::decline().to_owned())}
                <p class="small muted">{say::decline_hint()}</p>
            </div>
        </section>
    })
}

/// Tickets that whoever comes first can take.
pub fn table(view: &EventView, visit: &Visit) -> Option<impl IntoView + use<>> {
    let event = &view.event;
    let on_table = event.after.on_table;
    let begun = event.schedule.starts_at <= visit.now;
    if on_table == 0 || begun || view.status != EventStatus::Finalized {
        return None;
    }
    let held = view.mine.as_ref().and_then(|mine| mine.allocated).unwrap_or(0);
    let offered = view.after.offer.as_ref().map_or(0, |offer| offer.number);
    let most = on_table.min(event.limit.saturating_sub(held + offered));
    let form = (most > 0).then(|| {
        view! {
            <form class="form" method="post" action={action::<ClaimTickets>()}>
                <input type="hidden" name="event" value=event.id.get()/>
                <input type="hidden" name="once" value=visit.site.chance.id()/>
                {number(say::table_how_many(), most, 1)}
                <button class="button wide">{say::table_take()}</button>
            </form>
        }
    });
    Some(view! {
        <section>
            <div class="head"><h2>{say::table_title()}</h2></div>
            <div class="panel" data-table=on_table>
                <p>{say::table(on_table)}</p>
                {form}
            </div>
        </section>
    })
}

/// What I can give back, or am giving back, or gave back.
pub fn mine(view: &EventView, visit: &Visit, handing: Option<&Draft<HandOnForm>>) -> Option<impl IntoView + use<>> {
    let event = &view.event;
    if view.status != EventStatus::Finalized || event.schedule.starts_at <= visit.now {
        return history(view).map(IntoAny::into_any);
    }
    if let Some(returning) = &view.after.returning {
        let seconds = (returning.settles_at - visit.now).num_seconds().max(0);
        return Some(
            view! {
                <div class="note" data-returning=returning.number>
                    <p>{say::returning(returning.number, seconds)}</p>
                    <form method="post" action={action::<KeepTickets>()}>
                        <input type="hidden" name="event" value=event.id.get()/>
                        <button class="button quiet">{say::undo()}</button>
                    </form>
                </div>
            }
            .into_any(),
        );
    }
    let late = view.after.holding.map_or(0, |holding| holding.late);
    let held = view.mine.as_ref().and_then(|mine| mine.allocated).unwrap_or(0).saturating_sub(late);
    let form = (held > 0).then(|| give_back(event, held, visit));
    let hand_on = hand_on::mine(view, visit, held, handing);
    Some(view! { {history(view)}{form}{hand_on} }.into_any())
}

/// What became of what I gave back or handed on, and what I was handed.
fn history(view: &EventView) -> Option<impl IntoView + use<>> {
    let holding = view.after.holding?;
    let back = (holding.returned > 0).then(|| say::gave_back(holding.returned));
    let passed = (holding.passed > 0).then(|| say::passed_on(holding.passed));
    let late = (holding.late > 0).then(|| say::said_late(holding.late));
    let handed = (holding.handed > 0).then(|| catalog::hand_on::handed(holding.handed));
    let received = (holding.received > 0).then(|| catalog::hand_on::received(holding.received));
    let said: Vec<String> = [back, passed, late, handed, received].into_iter().flatten().collect();
    (!said.is_empty()).then(|| view! { <p class="note small">{said.join(" ")}</p> })
}

fn give_back(event: &Event, held: u32, visit: &Visit) -> impl IntoView + use<> {
    let until = event.returns_until();
    let late = visit.now >= until;
    let (button, next) = match (late, event.drawn_tickets) {
        (true, _) => (say::tell_organizer(), say::too_late()),
        (false, Some(_)) => (say::give_back_button(), say::next_in_line()),
        (false, None) => (say::give_back_button(), say::next_by_hand()),
    };
    let when = words::when_short(until, event.schedule.zone, visit.now);
    view! {
        <details class="more">
            <summary>{say::give_back()}</summary>
            <form class="form panel" method="post" action={action::<GiveBack>()}>
                <input type="hidden" name="event" value=event.id.get()/>
                <input type="hidden" name="once" value=visit.site.chance.id()/>
                {number(say::how_many(), held, held)}
                <p class="small">{next}</p>
                <button class="button wide">{button}</button>
                {(!late).then(|| view! { <p class="small muted">{say::until_when(when)}</p> })}
            </form>
        </details>
    }
}

/// A choice from 1 to `most`.
pub(super) fn number(legend: &'static str, most: u32, chosen: u32) -> impl IntoView {
    let field = if most <= MOST_CHIPS {
        let chip = |amount: u32| {
            let checked = amount == chosen;
            view! { <label><input type="radio" name="number" value=amount checked=checked/><span>{amount}</span></label> }
        };
        view! { <div class="chips">{(1..=most).map(chip).collect_view()}</div> }.into_any()
    } else {
        let field = view! { <input type="number" inputmode="numeric" min="1" max=most name="number" value=chosen aria-label=legend/> };
        view! { <div class="field short">{field}</div> }.into_any()
    };
    view! {
        <fieldset class="group">
            <legend>{legend}</legend>
            {field}
        </fieldset>
    }
}
