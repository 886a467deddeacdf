use chrono::TimeDelta;
use leptos::prelude::*;

use crate::{
    api::{PasteRound, action},
    components::{Problems, TextField},
    domain::draw::RoundForm,
    server::{
        db::events::Awaited,
        http::Visit,
        services::{draft::Draft, draw::Desk},
    },
    words,
};

/// What settling a draw means, before it is done.
pub const BEFORE_SETTLING: &str = "Settling publishes the method and what you set by hand. The draw is made by itself a little later, with a \
                                   public random number that nobody knows yet. It can’t be taken back, only drawn again with a reason.";

/// So long after a round is due, its organizer is asked to look it up.
const PATIENCE: TimeDelta = TimeDelta::seconds(30);

/// The draw that waits for its round, and where to paste the round if this site cannot fetch it.
pub fn waits(visit: &Visit, desk: &Desk, plan: Awaited, pasted: Option<Draft<RoundForm>>) -> impl IntoView + use<> {
    let problems = Problems::of(pasted.as_ref().map(|draft| &draft.refusal));
    let due = visit.site.beacon.instant(plan.round);
    let overdue = is_overdue(visit, plan);
    let page = visit.site.beacon.page(plan.round);
    let zone = desk.event.schedule.zone;
    let (round, when) = (words::grouped(plan.round.get()), words::to_the_second(due, zone));
    let said = match (due <= visit.now, fetches(visit)) {
        (false, true) => {
            format!("It’s made by itself with round {round} of drand, which comes at {when}. This page reloads.")
        }
        (false, false) => {
            format!("It waits for round {round} of drand, which comes at {when}. This site doesn’t fetch it by itself.")
        }
        (true, true) if overdue => {
            format!("Round {round} of drand came at {when}, but this site couldn’t fetch it. It keeps trying.")
        }
        (true, true) => format!("Round {round} of drand is here since {when}. The draw is being made."),
        (true, false) => format!("Round {round} of drand is here since {when}."),
    };
    let by_hand = overdue || pasted.is_some() || !fetches(visit);
    let typed = pasted.map(|draft| draft.form.signature).unwrap_or_default();
    let by_hand = by_hand.then(|| {
        view! {
            <form class="form" method="post" action={action::<PasteRound>()}>
                <input type="hidden" name="event" value=desk.event.id.get()/>
                <p>
                    {if fetches(visit) { "You can bring the number yourself. Open " } else { "Once it’s here, open " }}
                    <a class="hash" href=page.clone() rel="noreferrer">{page.clone()}</a>
                    " on any device and paste everything it shows. It’s checked here: another number isn’t accepted."
                </p>
                <TextField id="signature" label="What the page shows" value=typed problems=problems.clone() required=true/>
                <div class="actions"><button class="button">"Make the draw"</button></div>
            </form>
        }
    });
    view! {
        <section class="panel gold">
            <p class="lead">{format!("Draw {} is settled", desk.draws.len() + 1)}</p>
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
