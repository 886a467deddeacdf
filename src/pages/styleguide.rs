//! Every component in every state, on one page, for those who work on the look. Only in development: where the site is
//! reached by https there is no such page.

mod charts;
mod forms;
mod lists;
mod pieces;
mod tickets;

use leptos::prelude::*;

use crate::{
    components::Page,
    error::Refusal,
    server::{http::Visit, services::Done},
};

/// The style guide. The same on every day and for everyone: pictures of it are compared.
pub async fn styleguide(visit: Visit) -> Done<Page> {
    visit.actor()?;
    if visit.site.settings.https() {
        return Err(Refusal::NotFound.into());
    }
    let body = view! {
        <h1>"Style guide"</h1>
        <p class="lead">"Every component in every state. What a page needs is put together from these."</p>
        {pieces::text()}
        {pieces::buttons()}
        {pieces::badges()}
        {pieces::banners()}
        {pieces::icons()}
        {tickets::tickets()}
        {tickets::covers()}
        {tickets::results()}
        {tickets::meters()}
        {charts::charts()}
        {forms::fields()}
        {forms::choices()}
        {forms::chips()}
        {lists::facts()}
        {lists::tables()}
        {lists::people()}
        {lists::tools()}
        {lists::board()}
        {lists::steps()}
        {pieces::empty()}
        {pieces::more()}
        {pieces::dialog()}
    };
    Ok(Page::new("Style guide", body))
}

/// One component: its name, and all its states.
fn sample(name: &'static str, states: impl IntoView) -> impl IntoView {
    view! {
        <section aria-label=name>
            <div class="head"><h2>{name}</h2></div>
            {states}
        </section>
    }
}
