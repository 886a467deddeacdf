use leptos::prelude::*;

/// The ways to the pages before and after this one, where there are several; `to` makes the address of a page.
pub fn pager(page: u64, pages: u64, to: impl Fn(u64) -> String) -> impl IntoView {
    let link = |page: u64, word: &'static str| view! { <a class="button quiet" href=to(page)>{word}</a> };
    let newer = (page > 1).then(|| link(page - 1, "Newer"));
    let older = (page < pages).then(|| link(page + 1, "Older"));
    (pages > 1).then(|| {
        view! {
            <nav class="actions" aria-label="Pages">
                {newer}
                {older}
                <span class="muted small num">{format!("Page {page} of {pages}")}</span>
            </nav>
        }
    })
}
