use catalog::settings as say;
use leptos::prelude::*;

use crate::{
    server::{
        http::Visit,
        services::backup::{self, Backup},
    },
    words,
};

/// When the last backup was made, and whether that is too long ago.
pub(super) fn backup_state(visit: &Visit) -> impl IntoView + use<> {
    let (badge, word, sentences, why) = match backup::state(&visit.site) {
        None => ("badge", say::backup_off(), vec![say::backup_off_what().to_owned()], None),
        Some(Backup { last, is_late, why }) => {
            let made = last.map(|at| say::backup_last(words::when_exact(at, visit.site.settings.time_zone)));
            let first = made.unwrap_or_else(|| say::backup_none().to_owned());
            let due = is_late.then(|| say::backup_due().to_owned());
            let (badge, word) =
                if is_late { ("badge bad", say::backup_late()) } else { ("badge ok", say::backup_ok()) };
            (badge, word, [Some(first), due].into_iter().flatten().collect(), why)
        }
    };
    view! {
        <div class="note stack">
            <p class="badges"><span class=badge>{word}</span></p>
            <p class="num">{sentences.join(" ")}</p>
            {why.map(|why| view! { <p class="small user-text">{say::backup_failed(why)}</p> })}
        </div>
    }
}
