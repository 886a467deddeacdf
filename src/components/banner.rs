use leptos::prelude::*;

use super::Icon;

/// How a banner is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    Warning,
    Bad,
}

/// One sentence at the top of a page; it stays until the next page.
#[component]
pub fn Banner(tone: Tone, #[prop(into)] text: String) -> impl IntoView {
    let (class, role, icon) = match tone {
        Tone::Good => ("banner ok", "status", "check"),
        Tone::Warning => ("banner warn", "status", "info"),
        Tone::Bad => ("banner bad", "alert", "alert-triangle"),
    };
    view! {
        <div class=class role=role>
            <Icon name=icon/>
            <p>{text}</p>
        </div>
    }
}
