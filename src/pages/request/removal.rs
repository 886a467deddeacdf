use catalog::request as say;
use leptos::prelude::*;

use crate::{
    api::{WithdrawRequest, action},
    components::{Problems, TextField},
    domain::ids::{EventId, PersonId},
};

/// Withdrawing one's own request.
pub fn withdraw_form(event: EventId) -> impl IntoView {
    view! {
        <form method="post" action={action::<WithdrawRequest>()}>
            <input type="hidden" name="event" value=event.get()/>
            <button class="button danger quiet wide">{say::withdraw()}</button>
        </form>
    }
}

/// Removing another's request: with a reason, which they are told; `sends`: by email, too.
pub fn removal_form(
    event: EventId,
    person: PersonId,
    reason: String,
    problems: &Problems,
    sends: bool,
) -> impl IntoView + use<> {
    let hint = if sends { say::remove_hint() } else { say::remove_hint_unsent() };
    view! {
        <form class="form panel" method="post" action={action::<WithdrawRequest>()}>
            <input type="hidden" name="event" value=event.get()/>
            <input type="hidden" name="person" value=person.get()/>
            <TextField
                id="reason"
                label=say::remove_why()
                hint=hint
                value=reason
                problems=problems.clone()
                required=true
            />
            <button class="button danger quiet wide">{say::remove()}</button>
        </form>
    }
}
