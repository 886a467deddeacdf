use catalog::admin as say;
use leptos::prelude::*;

use super::number;
use crate::{
    components::chart::{chart, stairs, table},
    paths,
    server::{
        db::figures::{Answers, EventDemand},
        http::Visit,
        services::dashboard::Dashboard,
    },
    words,
};

/// How answers came in at open events, from the day they were created to the day they close.
pub(super) fn answers(seen: &Dashboard, visit: &Visit) -> AnyView {
    let active = seen.counts.people;
    let all: Vec<(&EventDemand, &Answers)> = seen.events.open.iter().zip(&seen.events.answers).collect();
    if all.is_empty() {
        return ().into_any();
    }
    let when = |event: &EventDemand| words::distance(event.closes_at, visit.zone(), visit.now);
    let name = |event: &EventDemand| {
        view! { <a class="user-text" href=paths::event(event.event)>{event.name.clone()}</a> }.into_any()
    };
    let one = |(event, answers): &(&EventDemand, &Answers)| {
        let (steps, span) = steps(event, answers);
        let label = say::answers_label(event.name.clone(), event.people, active, when(event));
        let told = say::answered(event.people, active, when(event));
        view! {
            <div><p>{name(event)}" "<span class="num muted">{told}</span></p>
            {stairs(&steps, span, active.max(event.people), label)}</div>
        }
    };
    let picture = all.iter().map(one).collect_view();
    let rows = all.iter().map(|(event, _)| {
        let closes = words::when_short(event.closes_at, visit.zone(), visit.now);
        [name(event), closes.into_any(), number(event.people).into_any(), number(active).into_any()]
    });
    let rows: Vec<_> = rows.collect();
    let titles = [say::event(), say::closes(), say::asking(), say::active()];
    chart("answers", say::answers(), say::answers_reads(), picture, table(titles, rows)).into_any()
}

/// How many people had asked by each day since the event was created, and how many days there are until it closes.
fn steps(event: &EventDemand, answers: &Answers) -> (Vec<(u64, u64)>, u64) {
    let first = event.created_at.date_naive();
    let since = |day: chrono::NaiveDate| u64::try_from((day - first).num_days()).unwrap_or(0);
    let mut people = 0;
    let steps = answers.by_day.iter().map(|(day, count)| {
        people += count;
        (since(*day), people)
    });
    (steps.collect(), since(event.closes_at.date_naive()))
}
