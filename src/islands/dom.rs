//! Small words for reading the page.

use web_sys::{
    Element, HtmlElement, HtmlInputElement,
    wasm_bindgen::{JsCast, JsValue},
};

/// All elements below `root` that match, in page order.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.item(place)?.dyn_into().ok()).collect()
}

/// The first input below `root` that matches.
pub fn input(root: &Element, selector: &str) -> Option<HtmlInputElement> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The inputs below `root` that match.
pub fn inputs(root: &Element, selector: &str) -> Vec<HtmlInputElement> {
    all(root, selector).into_iter().filter_map(|element| element.dyn_into().ok()).collect()
}

/// Where an event happened.
pub fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Moves the focus there and brings it into view.
pub fn focus(element: &impl AsRef<JsValue>) {
    if let Some(element) = element.as_ref().dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Goes to a page of ours.
pub fn go(to: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_href(to);
    }
}

/// A text as the content of an element, in HTML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
