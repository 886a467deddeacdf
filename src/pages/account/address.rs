use catalog::account as say;
use leptos::prelude::*;

use crate::{
    api::{AskForAddress, CancelAddress, ConfirmAddress, action},
    components::{Problems, TextField, rich},
};

/// The address as it is, and the next step to another: asking for a code, or entering it. An address that cannot be had
/// leads back to the first step with what was typed. Whoever did not sign in recently has to do so first, and comes back to
/// what they typed.
pub(super) fn address(
    stands: String,
    wished: Option<String>,
    typed: String,
    sign_in: Option<String>,
    problems: Problems,
) -> impl IntoView {
    let wished = wished.filter(|_| problems.with("email").is_none());
    let sign_in = sign_in.map(|sign_in| {
        let sign_in = view! { <a href=sign_in>{say::sign_in_first_sign_in()}</a> }.into_any();
        view! { <p>{rich([sign_in], |[sign_in]| say::sign_in_first(sign_in))}</p> }
    });
    let step = match wished {
        None => ask(typed, problems).into_any(),
        Some(wished) => confirm(wished, problems).into_any(),
    };
    let stands = view! { <b class="user-text">{stands}</b> }.into_any();
    view! {
        <section aria-labelledby="address">
            <h2 id="address">{say::address()}</h2>
            <p>{rich([stands], |[stands]| say::goes_to(stands))}</p>
            {sign_in}
            {step}
        </section>
    }
}

fn ask(typed: String, problems: Problems) -> impl IntoView {
    view! {
        <form class="form panel" method="post" action={action::<AskForAddress>()}>
            <TextField
                id="email"
                label=say::new_address()
                hint=say::new_address_hint()
                kind="email"
                autocomplete="email"
                value=typed
                problems=problems
                required=true
            />
            <div class="actions"><button class="button">{say::ask()}</button></div>
        </form>
    }
}

fn confirm(wished: String, problems: Problems) -> impl IntoView {
    view! {
        <form class="form panel" method="post" action={action::<ConfirmAddress>()}>
            <input type="hidden" name="email" value=wished.clone()/>
            <TextField
                id="code"
                label=say::code(wished.as_str())
                hint=say::code_hint()
                kind="code"
                autocomplete="one-time-code"
                value=""
                problems=problems
                required=true
            />
            <div class="actions"><button class="button">{say::change()}</button></div>
        </form>
        <div class="actions">
            <form method="post" action={action::<AskForAddress>()}>
                <input type="hidden" name="email" value=wished/>
                <button class="button quiet">{say::resend()}</button>
            </form>
            <form method="post" action={action::<CancelAddress>()}>
                <button class="button quiet">{say::cancel()}</button>
            </form>
        </div>
    }
}
