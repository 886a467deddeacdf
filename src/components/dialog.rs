use catalog::parts as say;
use leptos::prelude::*;

use super::Icon;

/// Room for another page over this one, in a dialog. Empty and closed until a script shows the page in it; without scripts
/// that page is gone to.
#[component]
pub fn Dialog(
    id: &'static str,
    /// The id of that page's title.
    title: &'static str,
    /// The page.
    shows: String,
) -> impl IntoView {
    view! {
        <dialog id=id class="dialog" aria-labelledby=title data-page=shows>
            <form method="dialog" class="close"><button class="button quiet small"><Icon name="x"/>" "{say::close()}</button></form>
            <div class="shown"></div>
        </dialog>
    }
}
