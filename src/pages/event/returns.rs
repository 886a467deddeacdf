//! What became of tickets after the result, for those who run the event.

use allocation::after::What;
use catalog::after as say;
use leptos::prelude::*;

use crate::{
    api::{GiveBack, action},
    domain::event::EventStatus,
    paths,
    server::{
        http::Visit,
        services::{after::Step, draft::forms::GiveBackForm, event::EventView},
    },
    words::{self, Apart},
};

/// Counts, and the path of each ticket that came back.
pub fn returns(view: &EventView, visit: &Visit, typed: Option<GiveBackForm>) -> Option<impl IntoView + use<>> {
    let event = &view.event;
    let to_come = event.schedule.starts_at > visit.now;
    if !view.runs || view.status != EventStatus::Finalized || !(to_come || event.after.happens()) {
        return None;
    }
    let after = event.after;
    let held = u32::try_from(event.demand.given).unwrap_or(u32::MAX);
    let free = event.tickets.saturating_sub(held).saturating_sub(after.offered).saturating_sub(after.on_table);
    let counts =
        [(held, say::held()), (after.offered, say::offered()), (after.on_table, say::on_table()), (free, say::free())];
    let counts = counts.map(|(count, label)| view! { <div class="stat"><b>{count}</b><span>{label}</span></div> });
    let by_hand = event.drawn_tickets.is_none().then(|| {
        let link = to_come.then(|| view! { " "<a href=paths::event_after(event.id)>{say::no_line_link()}</a> });
        view! { <p class="note small">{say::no_line()}{link}</p> }
    });
    let zone = event.schedule.zone;
    let paths = view.paths.iter().map(|path| {
        let steps = path.steps.iter().map(|step| {
            let at = words::when_short(step.at, zone, visit.now);
            view! { <li><span class="user-text">{said(step, view, visit)}</span>" "<small class="muted">{at}</small></li> }
        });
        view! { <ul class="steps small">{steps.collect_view()}</ul> }
    });
    let paths = paths.collect_view();
    let form = to_come.then(|| for_someone(view, visit, typed)).flatten();
    Some(view! {
        <section>
            <div class="head"><h2>{say::organizer_title()}</h2></div>
            <div class="panel">
                <div class="stats" data-after="counts">{counts.collect_view()}</div>
                {by_hand}
                {paths}
                {form}
            </div>
        </section>
    })
}

/// What happened, in a sentence.
fn said(step: &Step, view: &EventView, visit: &Visit) -> String {
    let (name, number) = (step.name.as_str(), step.number);
    let until = step.until.map(|until| words::when_short(until, view.event.schedule.zone, visit.now));
    let until = until.unwrap_or_default();
    let sentence = match step.what {
        What::Return => say::step_return(number, name),
        What::Late => say::step_late(number, name),
        What::Offer => say::step_offer(number, name, until),
        What::Take => say::step_take(name),
        What::Decline => say::step_decline(name),
        What::Lapse => say::step_lapse(name),
        What::Again => say::step_again(name, until),
        What::Recall => return say::step_recall(name, step.reason.as_str()),
        What::Leave => return say::step_leave(name, why(&step.reason)),
        What::Table => say::step_table(number),
        What::Claim => say::step_claim(number, name),
        What::Hand => say::step_hand(number, name, step.to.as_str()),
        What::Give => say::step_give(number, name),
        What::Tickets => say::step_tickets(number),
        What::End => {
            return match step.reason.as_str() {
                "reopened" => say::step_end_reopened(),
                "canceled" => say::step_end_canceled(),
                _ => say::step_end_began(),
            }
            .to_owned();
        }
        What::Start | What::Has => String::new(),
    };
    if step.reason.is_empty() { sentence } else { format!("{sentence} {}", say::step_reason(step.reason.as_str())) }
}

/// Why someone was passed over; a word of the ledger, or what someone wrote.
fn why(reason: &str) -> &str {
    match reason {
        "deactivated" => say::reason_deactivated(),
        "email does not arrive" => say::reason_failing(),
        "no account" => say::reason_gone(),
        "request withdrawn" => say::reason_withdrew(),
        reason => reason,
    }
}

/// Giving back for someone who called; with what was typed, where that was refused.
fn for_someone(view: &EventView, visit: &Visit, typed: Option<GiveBackForm>) -> Option<impl IntoView + use<>> {
    let typed = typed.filter(|typed| !typed.person.is_empty());
    let open = typed.is_some();
    let typed = typed.unwrap_or_else(|| GiveBackForm { number: "1".to_owned(), ..GiveBackForm::default() });
    let apart = Apart::among(view.requests.iter().map(|one| (one.name.as_str(), one.email.as_str())), view.lists);
    let holders: Vec<_> = view.requests.iter().filter(|one| one.allocated > Some(0)).collect();
    if holders.is_empty() {
        return None;
    }
    let options = holders.iter().map(|one| {
        let name = apart.named(&one.name, &one.email);
        let chosen = one.person.to_string() == typed.person;
        view! { <option value=one.person.get() selected=chosen>{say::holder(name, one.allocated.unwrap_or(0))}</option> }
    });
    let options = options.collect_view();
    Some(view! {
        <details class="more" open=open>
            <summary>{say::for_someone()}</summary>
            <form class="form" method="post" action={action::<GiveBack>()}>
                <input type="hidden" name="event" value=view.event.id.get()/>
                <input type="hidden" name="once" value=visit.site.chance.id()/>
                <div class="field"><label for="after-person">{say::for_whom()}</label><select id="after-person" name="person">{options}</select></div>
                <div class="field short"><label for="after-number">{say::number()}</label><input id="after-number" type="number" inputmode="numeric" min="1" name="number" value=typed.number/></div>
                <div class="field">
                    <label for="after-reason">{say::for_reason()}</label>
                    <input id="after-reason" name="reason" value=typed.reason maxlength="300" required=true aria-describedby="after-reason-hint"/>
                    <p class="hint" id="after-reason-hint">{say::for_reason_hint()}</p>
                </div>
                <button class="button quiet wide">{say::give_back_button()}</button>
            </form>
        </details>
    })
}
