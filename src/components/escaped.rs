use leptos::prelude::*;

/// A `<textarea>` whose text is escaped.
///
/// Leptos 0.8 writes the children of a `<textarea>` as they are, so that `</textarea><script>…` in a note would run.
/// This is the only one in the project; a test looks for others. The line break first is eaten by HTML parsers, so a
/// text that begins with one keeps it.
#[component]
pub fn SafeTextarea(
    id: &'static str,
    name: &'static str,
    rows: u8,
    value: String,
    #[prop(optional)] wrong: bool,
    #[prop(optional, into)] described_by: String,
) -> impl IntoView {
    let described_by = (!described_by.is_empty()).then_some(described_by);
    let wrong = wrong.then_some("true");
    view! {
        <textarea
            id=id
            name=name
            rows=rows
            dir="auto"
            aria-invalid=wrong
            aria-describedby=described_by
            inner_html=format!("\n{}", escape(&value))
        ></textarea>
    }
}

/// Text as HTML text.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
