use catalog::settings as say;
use leptos::prelude::*;

use crate::api::{SetAlarms, action};

/// Whether the reader is told by email when something is wrong with the site, and the button that changes it.
pub(super) fn alarm_switch(is_told: bool) -> impl IntoView {
    let (said, label, on) = if is_told {
        (say::alarms_on(), say::alarms_turn_off(), "off")
    } else {
        (say::alarms_off(), say::alarms_turn_on(), "on")
    };
    view! {
        <form class="stack" method="post" action={action::<SetAlarms>()}>
            <p>{said}</p>
            <input type="hidden" name="on" value=on/>
            <p><button class="button quiet">{label}</button></p>
        </form>
    }
}
