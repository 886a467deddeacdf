use leptos::prelude::*;

/// What the ways are called where the latest comes first.
pub const BY_TIME: [&str; 2] = ["Newer", "Older"];
/// What they are called where names follow the alphabet.
pub const BY_NAME: [&str; 2] = ["Previous", "Next"];

/// The ways to the pages before and after this one, where there are several; `to` makes the address of a page.
pub fn pager([before, after]: [&'static str; 2], page: u64, pages: u64, to: impl Fn(u64) -> String) -> impl IntoView {
    let link = |page: u64, word: &'static str| view! { <a class="button quiet" href=to(page)>{word}</a> };
    let before = (page > 1).then(|| link(page - 1, before));
    let after = (page < pages).then(|| link(page + 1, after));
    (pages > 1).then(|| {
        view! {
            <nav class="actions" aria-label="Pages">
                {before}
                {after}
                <span class="muted small num">{format!("Page {page} of {pages}")}</span>
            </nav>
        }
    })
}
