use allocation::Format;
use leptos::prelude::*;

use crate::server::services::draw::Shown;

/// The line that stands for the viewer.
pub fn line(shown: &Shown) -> impl IntoView + use<> {
    let label = shown.my_label.clone()?;
    let line = shown.my_line.clone().map(|line| view! { <pre class="record">{line.replace('\t', "   ")}</pre> });
    let what = match (&line, shown.event.draw_format) {
        (Some(_), Format::One) => {
            "Your line in the frozen list: entry ID, numbers you accept, entries, tickets behind your fair share (in thousandths), and when you asked (milliseconds since 1970)."
        }
        (Some(_), Format::Two) => "Your line in the frozen list: entry ID, and the numbers you accept.",
        (None, _) => "This ID stands for you in the list. No one can choose theirs, or tell whose another is.",
    };
    Some(view! {
        <section>
            <h2>"Your entry ID: "<code>{label}</code></h2>
            <p class="small muted">{what}</p>
            {line}
        </section>
    })
}
