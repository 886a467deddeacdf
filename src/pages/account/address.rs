use leptos::prelude::*;

use crate::{
    api::{AskForAddress, CancelAddress, ConfirmAddress, action},
    components::{Problems, TextField},
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
        view! {
            <p>
                "To change your email address, you need to have signed in within the last 15 minutes. "
                <a href=sign_in>"Sign in again"</a> ". You’ll come back here, with what you typed."
            </p>
        }
    });
    let step = match wished {
        None => ask(typed, problems).into_any(),
        Some(wished) => confirm(wished, problems).into_any(),
    };
    view! {
        <section aria-labelledby="address">
            <h2 id="address">"Mail address"</h2>
            <p>"Mail for you goes to "<b class="user-text">{stands}</b>"."</p>
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
                label="New mail address"
                hint="A code goes there. Your address changes when you enter it here."
                kind="email"
                autocomplete="email"
                value=typed
                problems=problems
                required=true
            />
            <div class="actions"><button class="button">"Email me a code"</button></div>
        </form>
    }
}

fn confirm(wished: String, problems: Problems) -> impl IntoView {
    view! {
        <form class="form panel" method="post" action={action::<ConfirmAddress>()}>
            <input type="hidden" name="email" value=wished.clone()/>
            <TextField
                id="code"
                label=format!("Code from the mail to {wished}")
                hint="It works for 10 minutes. If somebody here has that address already, no mail goes there."
                kind="code"
                autocomplete="one-time-code"
                value=""
                problems=problems
                required=true
            />
            <div class="actions"><button class="button">"Change my address"</button></div>
        </form>
        <div class="actions">
            <form method="post" action={action::<AskForAddress>()}>
                <input type="hidden" name="email" value=wished/>
                <button class="button quiet">"Send another mail"</button>
            </form>
            <form method="post" action={action::<CancelAddress>()}>
                <button class="button quiet">"Cancel"</button>
            </form>
        </div>
    }
}
