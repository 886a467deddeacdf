use allocation::Tiers;
use leptos::{html::Div, prelude::*};
use web_sys::{Element, HtmlInputElement};

use super::dom::{escaped, inputs};
use crate::words::TierWords;

const BOXES: &str = "input[name='tiers[]']";

/// Says live, under the fields for numbers, what the chosen ones mean, and offers "only 4" and "4 or fewer".
///
/// `said` is what the server says of the numbers it drew, `best` the largest of them: what is offered stands there from the
/// start, so that nothing moves when this wakes. `words` is what is said of others, in the reader's language
/// ([`TierWords::lines`]). Nothing is said of numbers over the `limit`, and nothing offered that takes more than the `places`
/// there are.
///
/// What changes is the content of an element, not a text of its own: a browser that translates pages replaces texts, and what
/// it puts there would stay. Until this is awake, CSS hides what the server said as soon as a box is another.
#[island]
pub fn TierPicker(
    said: String,
    best: u32,
    limit: u32,
    places: u32,
    words: String,
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let said = RwSignal::new(said);
    let best = RwSignal::new(best);
    let words = StoredValue::new(TierWords::read(&words));
    let read = move || {
        let Some(root) = root.get_untracked() else { return };
        let tiers = Tiers::from_set(chosen(&root)).ok().filter(|tiers| tiers.first_choice() <= limit);
        best.set(tiers.as_ref().map_or(0, Tiers::first_choice));
        said.set(tiers.map(|tiers| words.with_value(|words| words.sentence(&tiers))).unwrap_or_default());
    };
    Effect::new(move |_| {
        if root.get().is_some() {
            read();
        }
    });
    let choose = move |accept: fn(u32, u32) -> bool| {
        if let Some(root) = root.get_untracked() {
            let best = best.get_untracked();
            let mut accepted = (1..=best).rev().filter(|&amount| accept(amount, best));
            for field in inputs(&root, BOXES) {
                if is_box(&field) {
                    field.set_checked(field.value().parse().is_ok_and(|amount| accept(amount, best)));
                } else {
                    field.set_value(&accepted.next().map(|amount| amount.to_string()).unwrap_or_default());
                }
            }
            read();
        }
    };
    let awake = move || root.get().map(|_| "");
    let too_many = move || best.get() > places;
    let offer = move |says: fn(&TierWords, u32) -> String| words.with_value(|words| says(words, best.get()));
    view! {
        <div class="picker" node_ref=root on:change=move |_| read() on:input=move |_| read()>
            {children()}
            <output class="live" data-awake=awake hidden=move || said.with(String::is_empty) translate="no" inner_html=move || escaped(&said.get())></output>
            <p class="offers" hidden=move || best.get() < 2>
                <button type="button" class="button quiet small" translate="no" inner_html=move || escaped(&offer(TierWords::only_best)) on:click=move |_| choose(|amount, best| amount == best)></button>
                <button type="button" class="button quiet small" hidden=too_many translate="no" inner_html=move || escaped(&offer(TierWords::up_to_best)) on:click=move |_| choose(|amount, best| amount <= best)></button>
            </p>
        </div>
    }
}

/// The numbers that are ticked, or typed into a list of fields.
fn chosen(root: &Element) -> Vec<u32> {
    let fields = inputs(root, BOXES);
    let counts = fields.iter().filter(|field| !is_box(field) || field.checked());
    counts.filter_map(|field| field.value().trim().parse().ok()).collect()
}

/// Whether a number is ticked, rather than typed.
fn is_box(field: &HtmlInputElement) -> bool {
    field.type_() == "checkbox"
}
