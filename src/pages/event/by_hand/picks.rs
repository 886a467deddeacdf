use catalog::by_hand as say;
use leptos::prelude::*;

use super::{apart, reason};
use crate::{
    api::{OfferByHand, OpenTable, action},
    components::Problems,
    server::{db::requests::Named, services::after::Tools},
};

/// How many people are listed of whom one is picked.
const LISTED: usize = 40;

/// Who could be offered what is free, and the open table.
pub(super) fn picks(event: i32, tools: &Tools, typed: Option<(String, Problems)>) -> impl IntoView + use<> {
    let people: Vec<Named> = tools.next.iter().map(|(one, _)| one.clone()).collect();
    let apart = apart(&people, tools.lists);
    let refused = typed.is_some();
    let (value, problems) = typed.unwrap_or_default();
    let buttons = tools.next.iter().take(LISTED).map(|(one, number)| {
        let text = say::offer_to(*number, apart.named(&one.name, &one.email), one.allocated.unwrap_or(0));
        view! { <button class="button quiet wide user-text" name="person" value=one.person.get()>{text}</button> }
    });
    let buttons = buttons.collect_view();
    let rest = tools.next.len().saturating_sub(LISTED);
    let rest = (rest > 0).then(|| view! { <p class="small muted">{say::more_people(rest)}</p> });
    let form = if tools.next.is_empty() && !refused {
        view! { <p>{say::next_none()}</p> }.into_any()
    } else {
        view! {
            <form class="form" method="post" action={action::<OfferByHand>()}>
                <input type="hidden" name="event" value=event/>
                <p class="small">{say::next_hint()}</p>
                {reason("pick-reason".to_owned(), value, problems.with("reason"))}
                {buttons}
                {rest}
            </form>
        }
        .into_any()
    };
    let table = (tools.free > 0).then(|| {
        view! {
            <form class="form panel" method="post" action={action::<OpenTable>()}>
                <input type="hidden" name="event" value=event/>
                <p class="small">{say::table_hint()}</p>
                <button class="button quiet wide">{say::open_table(tools.free)}</button>
            </form>
        }
    });
    view! {
        <h3>{say::next()}</h3>
        <div class="panel" data-free=tools.free>{form}</div>
        {table}
    }
}
