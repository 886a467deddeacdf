use allocation::Format;
use catalog::draw_proof as say;
use leptos::prelude::*;

use crate::{components::rich, server::services::draw::Shown};

/// The line that stands for the viewer.
pub fn line(shown: &Shown) -> impl IntoView + use<> {
    let label = shown.my_label.clone()?;
    let line =
        shown.my_line.clone().map(|line| view! { <pre class="record user-text">{line.replace('\t', "   ")}</pre> });
    let what = match (&line, shown.event.draw_format) {
        (Some(_), Format::One) => say::line_one(),
        (Some(_), Format::Two) => say::line_two(),
        (None, _) => say::no_line(),
    };
    let label = view! { <code class="user-text">{label}</code> };
    Some(view! {
        <section>
            <h2>{rich([label.into_any()], |[label]| say::entry_id(label))}</h2>
            <p class="small muted">{what}</p>
            {line}
        </section>
    })
}
