use leptos::prelude::*;

use super::sample;
use crate::{
    components::{Banner, Icon, StatusBadge, Tone},
    domain::event::EventStatus,
};

pub fn text() -> impl IntoView {
    sample(
        "Text",
        view! {
            <div class="panel">
                <h2>"A title of a section"</h2>
                <h3>"A title of a card"</h3>
                <p class="lead">"The first sentence of a page, set apart."</p>
                <p>"Plain text with "<b>"what matters"</b>", a "<a href="#main">"link"</a>", and "<code>"code"</code>"."</p>
                <p class="small muted">"What may be skipped."</p>
                <p class="note">"What one should know before going on."</p>
                <p class="num">"36 of 40 assigned · 4 left"</p>
                <q class="user-text">"Someone’s own words, שלום"</q>
                <ul class="bullets"><li>"One thing"</li><li>"Another"</li></ul>
            </div>
        },
    )
}

pub fn buttons() -> impl IntoView {
    let row = |class: &'static str| {
        view! {
            <div class="actions">
                <button type="button" class=format!("button {class}")>"Send request"</button>
                <button type="button" class=format!("button {class}")><Icon name="plus"/>" With an icon"</button>
                <button type="button" class=format!("button {class}") disabled="">"Disabled"</button>
                <button type="button" class=format!("button small {class}")>"Small"</button>
            </div>
        }
    };
    sample(
        "Buttons",
        view! {
            {["", "quiet", "gold", "danger", "danger quiet"].map(row).into_iter().collect_view()}
            <button type="button" class="button wide">"As wide as there is room"</button>
            <div class="actions"><a class="button" href="#main">"A link as a button"</a><button type="button" class="link">"A button as a link"</button></div>
        },
    )
}

pub fn badges() -> impl IntoView {
    let states = [EventStatus::Open, EventStatus::Closed, EventStatus::Finalized, EventStatus::Canceled];
    let badges = states.map(|status| view! { <StatusBadge status=status/> });
    sample(
        "Badges",
        view! {
            <p class="badges">{badges.into_iter().collect_view()}<StatusBadge status=EventStatus::Open soon=true/></p>
        },
    )
}

pub fn banners() -> impl IntoView {
    sample(
        "Banners",
        view! {
            <Banner tone=Tone::Good text="Request sent."/>
            <Banner tone=Tone::Warning text="Emails can’t be sent right now."/>
            <Banner tone=Tone::Bad text="Nothing was saved. Check the highlighted field."/>
            <div class="errors">
                <b>"Not ready to finalize"</b>
                <ul><li>"3 people are still undecided."</li></ul>
            </div>
        },
    )
}

pub fn icons() -> impl IntoView {
    const ALL: [&str; 20] = [
        "alert-triangle",
        "calendar",
        "check",
        "chevron-right",
        "clock",
        "download",
        "info",
        "lock",
        "log-out",
        "mail",
        "pencil",
        "plus",
        "printer",
        "search",
        "shuffle",
        "ticket",
        "trash-2",
        "undo-2",
        "user",
        "users",
    ];
    let icons = ALL.map(|name| view! { <span class="badge"><Icon name=name/>{name}</span> });
    sample("Icons", view! { <p class="badges">{icons.into_iter().collect_view()}</p> })
}

pub fn empty() -> impl IntoView {
    sample(
        "Nothing there yet",
        view! {
            <div class="empty">
                <Icon name="ticket"/>
                <p>"Create your first event. All you need is a name, a date, and how many tickets you have."</p>
                <a class="button quiet" href="#main">"The one next action"</a>
            </div>
        },
    )
}

pub fn dialog() -> impl IntoView {
    sample(
        "A page over another",
        view! {
            <dialog class="dialog" open="" aria-labelledby="dialog-title">
                <div class="close"><button type="button" class="button quiet small"><Icon name="x"/>" Close"</button></div>
                <div class="shown">
                    <h3 id="dialog-title">"Review and finalize"</h3>
                    <p class="lead num">"40 of 40 assigned · 0 left"</p>
                    <p><button type="button" class="button">"Finalize and send 41 emails"</button></p>
                </div>
            </dialog>
        },
    )
}

pub fn more() -> impl IntoView {
    sample(
        "What is asked for first",
        view! {
            <div class="panel">
                <details class="more"><summary>"Cancel event"</summary><p>"Hidden."</p></details>
                <details class="more" open="">
                    <summary>"Move to trash"</summary>
                    <p class="small">"It stays in the trash for 30 days. Nobody is told."</p>
                    <button type="button" class="button danger">"Move to trash"</button>
                </details>
            </div>
        },
    )
}
