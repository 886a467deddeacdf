use catalog::draw_desk as say;
use chrono::TimeDelta;
use leptos::prelude::*;

use crate::{
    api::{PasteRound, action},
    components::{Problems, TextField, rich},
    domain::draw::RoundForm,
    server::{
        db::events::Awaited,
        http::Visit,
        services::{draft::Draft, draw::Desk},
    },
    words,
};

/// So long after a round is due, its organizer is asked to look it up.
const PATIENCE: TimeDelta = TimeDelta::seconds(30);

/// The draw that waits for its round, and where to paste the round if this site cannot fetch it.
pub fn waits(visit: &Visit, desk: &Desk, plan: Awaited, pasted: Option<Draft<RoundForm>>) -> impl IntoView + use<> {
    let problems = Problems::of(pasted.as_ref().map(|draft| &draft.refusal));
    let due = visit.site.beacon.instant(plan.round);
    let overdue = is_overdue(visit, plan);
    let page = visit.site.beacon.page(plan.round);
    let zone = desk.event.schedule.zone;
    let (round, when) = (plan.round.get(), words::to_the_second(due, zone));
    let said = match (due <= visit.now, fetches(visit)) {
        (false, true) => say::comes(round, when),
        (false, false) => say::comes_not_fetched(round, when),
        (true, true) if overdue => say::overdue(round, when),
        (true, true) => say::being_made(round, when),
        (true, false) => say::is_here(round, when),
    };
    let by_hand = overdue || pasted.is_some() || !fetches(visit);
    let typed = pasted.map(|draft| draft.form.signature).unwrap_or_default();
    let by_hand = by_hand.then(|| {
        let link = view! { <a class="hash" href=page.clone() rel="noreferrer">{page.clone()}</a> };
        let how =
            rich([link.into_any()], |[link]| if fetches(visit) { say::bring(link) } else { say::once_here(link) });
        view! {
            <form class="form" method="post" action={action::<PasteRound>()}>
                <input type="hidden" name="event" value=desk.event.id.get()/>
                <p>{how}</p>
                <TextField id="signature" label=say::shows() value=typed problems=problems.clone() required=true/>
                <div class="actions"><button class="button">{say::make()}</button></div>
            </form>
        }
    });
    view! {
        <section class="panel gold">
            <p class="lead">{say::settled(desk.draws.len() + 1)}</p>
            <p><b>{words::rule_name(plan.rule)}</b>". "{words::rule_sentences(plan.rule)}</p>
            <p>{said}</p>
            {by_hand}
        </section>
    }
}

/// When the page looks again, in seconds; `None`: something may be being typed.
pub fn reload(visit: &Visit, plan: Awaited) -> Option<u32> {
    let left = (visit.site.beacon.instant(plan.round) - visit.now).num_seconds();
    let soon = u32::try_from(left.clamp(0, 600)).unwrap_or(0);
    (fetches(visit) && !is_overdue(visit, plan)).then_some(soon + 5)
}

fn is_overdue(visit: &Visit, plan: Awaited) -> bool {
    visit.site.beacon.instant(plan.round) + PATIENCE <= visit.now
}

/// Whether the site gets rounds by itself.
fn fetches(visit: &Visit) -> bool {
    !visit.site.beacon.hosts.is_empty()
}
