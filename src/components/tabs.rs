use leptos::prelude::*;

use crate::words;

/// A tab: where it leads, its word, how many things are behind it, whether it is the one shown.
#[derive(Clone, Debug)]
pub struct Tab {
    pub to: String,
    pub word: &'static str,
    pub count: u64,
    pub here: bool,
}

/// A row of tabs, each a link.
#[component]
pub fn Tabs(label: &'static str, tabs: Vec<Tab>) -> impl IntoView {
    let tab = |tab: Tab| {
        let here = tab.here.then_some("page");
        view! { <a href=tab.to aria-current=here>{tab.word}" "<span class="count">{words::number(tab.count)}</span></a> }
    };
    view! { <nav class="tabs" aria-label=label>{tabs.into_iter().map(tab).collect_view()}</nav> }
}
