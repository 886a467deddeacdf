use allocation::Format;
use leptos::prelude::*;

use crate::server::services::draw::Shown;

/// The line that stands for the viewer.
pub fn mine(shown: &Shown) -> impl IntoView + use<> {
    let label = shown.my_label.clone()?;
    let line = shown.my_line.clone().map(|line| view! { <pre class="record">{line.replace('\t', "   ")}</pre> });
    let what = match (&line, shown.event.draw_format) {
        (Some(_), Format::One) => {
            "In the frozen list this line stands for you: label, numbers you accept, slips, balance in thousandths of a ticket, and when you asked (milliseconds since 1970)."
        }
        (Some(_), Format::Two) => "In the frozen list this line stands for you: label, and the numbers you accept.",
        (None, _) => "This label stands for you in the list. Nobody can choose theirs, or tell whose another is.",
    };
    let next_time = counts_next_time(shown).then(|| {
        view! { <p>"You went without this time; that counts in your favor next time."</p> }
    });
    let found = shown
        .places
        .iter()
        .any(|place| place.mine)
        .then(|| view! { <p class="small"><a href="#me">"To your place in the draw"</a></p> });
    Some(view! {
        <section>
            <div class="head"><h2>"You are "<code>{label}</code></h2></div>
            <div class="panel">
                {next_time}
                <p class="small muted">{what}</p>
                {line}
                {found}
            </div>
        </section>
    })
}

/// Whether the viewer got nothing of a short event that was drawn by season.
fn counts_next_time(shown: &Shown) -> bool {
    let by_season = shown.draws.last().is_some_and(|drawn| drawn.rule.order.uses_season());
    by_season && shown.past.is_some_and(|past| past.kept == 0 && past.counts())
}
