use leptos::prelude::*;

use super::Icon;
use crate::{error::Refusal, server::services::draft::Draft, words};

/// How a banner is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    Warning,
    Bad,
}

/// One sentence at the top of a page; it stays until the next page.
#[component]
pub fn Banner(
    tone: Tone,
    #[prop(into)] text: String,
    /// Where something can be done about it, and what the link there says.
    #[prop(optional)]
    link: Option<(&'static str, &'static str)>,
) -> impl IntoView {
    let (class, role, icon) = match tone {
        Tone::Good => ("banner ok", "status", "check"),
        Tone::Warning => ("banner warn", "status", "info"),
        Tone::Bad => ("banner bad", "alert", "alert-triangle"),
    };
    view! {
        <div class=class role=role>
            <Icon name=icon/>
            <p>{text}{link.map(|(to, says)| view! { " "<a href=to>{says}</a> })}</p>
        </div>
    }
}

/// Why a form was refused, where no field is to blame.
pub fn refused<F>(draft: Option<&Draft<F>>) -> impl IntoView + use<F> {
    let refusal = draft.map(|draft| &draft.refusal).filter(|refusal| !matches!(refusal, Refusal::Invalid { .. }));
    refusal.map(|refusal| view! { <Banner tone=Tone::Bad text=words::refusal(refusal)/> })
}
