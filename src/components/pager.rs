use catalog::parts as say;
use leptos::prelude::*;

/// What the ways before and after are called.
pub type Ways = [fn() -> &'static str; 2];

/// Where the latest comes first.
pub const BY_TIME: Ways = [say::newer, say::older];
/// Where names follow the alphabet.
pub const BY_NAME: Ways = [say::previous, say::next];

/// The ways to the pages before and after this one, where there are several; `to` makes the address of a page.
pub fn pager([before, after]: Ways, page: u64, pages: u64, to: impl Fn(u64) -> String) -> impl IntoView {
    let link = |page: u64, word: &'static str| view! { <a class="button quiet" href=to(page)>{word}</a> };
    let before = (page > 1).then(|| link(page - 1, before()));
    let after = (page < pages).then(|| link(page + 1, after()));
    (pages > 1).then(|| {
        view! {
            <nav class="actions" aria-label=say::pages()>
                {before}
                {after}
                <span class="muted small num">{say::page_of(page, pages)}</span>
            </nav>
        }
    })
}
