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
            <button class="button danger quiet wide">"Withdraw the request"</button>
        </form>
    }
}

/// Removing another's request: with a reason, which they are told.
pub fn removal_form(event: EventId, person: PersonId, reason: String, problems: &Problems) -> impl IntoView + use<> {
    view! {
        <form class="form panel" method="post" action={action::<WithdrawRequest>()}>
            <input type="hidden" name="event" value=event.get()/>
            <input type="hidden" name="person" value=person.get()/>
            <TextField
                id="reason"
                label="Why you remove the request"
                hint="They get an email with it, and it stands on their page and in the record of the draw."
                value=reason
                problems=problems.clone()
                required=true
            />
            <button class="button danger quiet wide">"Remove the request"</button>
        </form>
    }
}
