use catalog::by_hand as say;
use leptos::prelude::*;

use super::{apart, reason};
use crate::{
    api::{GiveTickets, action},
    components::{Field, Problems},
    server::{
        db::events::Event,
        services::{after::Tools, draft::forms::GiveForm},
    },
};

/// Giving tickets that nobody has, free or on the open table.
pub(super) fn give(event: &Event, tools: &Tools, typed: Option<(GiveForm, Problems)>) -> impl IntoView + use<> {
    let left = say::left(tools.left);
    if tools.left == 0 && typed.is_none() {
        return view! { <p class="note small">{left}</p> }.into_any();
    }
    let open = typed.is_some();
    let (typed, problems) =
        typed.unwrap_or_else(|| (GiveForm { number: "1".to_owned(), ..GiveForm::default() }, Problems::default()));
    let apart = apart(&tools.people, tools.lists);
    let options = tools.people.iter().map(|one| {
        let name = apart.named(&one.name, &one.email);
        let chosen = one.person.to_string() == typed.person;
        let text = say::give_has(name, one.allocated.unwrap_or(0));
        view! { <option class="user-text" value=one.person.get() selected=chosen>{text}</option> }
    });
    let options = options.collect_view();
    view! {
        <details class="more" open=open>
            <summary>{say::give()}</summary>
            <form class="form panel" method="post" action={action::<GiveTickets>()}>
                <input type="hidden" name="event" value=event.id.get()/>
                <input type="hidden" name="seen" value=event.after.sequence/>
                <p class="small" data-left=tools.left>{left}</p>
                <Field id="give-person" label=say::give_who() error=problems.with("person")>
                    <select id="give-person" name="person" aria-describedby="give-person-error">
                        <option value="">{say::give_someone_else()}</option>
                        {options}
                    </select>
                </Field>
                <Field id="give-email" label=say::give_email() error=problems.with("email")>
                    <input id="give-email" name="email" type="email" autocomplete="off" value=typed.email aria-describedby="give-email-error"/>
                </Field>
                <Field id="give-number" label=say::give_number() hint=say::give_limit(event.limit) short=true error=problems.with("number")>
                    <input id="give-number" name="number" type="number" inputmode="numeric" min="1" value=typed.number aria-describedby="give-number-hint give-number-error"/>
                </Field>
                {reason("give-reason".to_owned(), typed.reason, problems.with("reason"))}
                <button class="button quiet wide">{say::give_button()}</button>
            </form>
        </details>
    }
    .into_any()
}
