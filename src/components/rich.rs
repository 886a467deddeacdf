use leptos::prelude::*;

/// What stands for the parts in a sentence: characters that mean nothing elsewhere (Unicode's private use).
const MARKS: [&str; 4] = ["\u{f8f0}", "\u{f8f1}", "\u{f8f2}", "\u{f8f3}"];

/// A sentence of the catalog some parts of which are more than text: a link, or a name in an element of its own. `say` is given
/// what stands for each part, in their order; where they stand among the words is the language's business.
///
/// ```text
/// rich([link.into_any()], |[link]| say::not_here(link))
/// ```
pub fn rich<const N: usize>(parts: [AnyView; N], say: impl FnOnce([&'static str; N]) -> String) -> AnyView {
    const { assert!(N <= MARKS.len(), "there are not so many marks") };
    let sentence = say(std::array::from_fn(|place| MARKS[place]));
    let mut parts = parts.map(Some);
    let mut views = Vec::new();
    let mut rest = sentence.as_str();
    while let Some(at) = rest.find(|c| MARKS.iter().any(|mark| mark.starts_with(c))) {
        let (text, from) = rest.split_at(at);
        let place = MARKS.iter().position(|mark| from.starts_with(mark)).unwrap_or_default();
        views.extend(words(text));
        views.extend(parts.get_mut(place).and_then(Option::take));
        rest = &from[MARKS[place].len()..];
    }
    views.extend(words(rest));
    views.into_any()
}

fn words(text: &str) -> Option<AnyView> {
    (!text.is_empty()).then(|| text.to_owned().into_any())
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::rich;

    fn html<const N: usize>(parts: [&'static str; N], say: impl FnOnce([&'static str; N]) -> String) -> String {
        let owner = Owner::new();
        owner.with(|| rich(parts.map(|part| view! { <b>{part}</b> }.into_any()), say).to_html()).replace("<!>", "")
    }

    #[test]
    fn parts_stand_where_the_sentence_has_them() {
        assert_eq!(html(["x"], |[x]| format!("a {x} b")), "a <b>x</b> b");
        assert_eq!(html(["x", "y"], |[x, y]| format!("{y} und {x}")), "<b>y</b> und <b>x</b>");
        assert_eq!(html([], |[]| "no <part>".to_owned()), "no &lt;part&gt;");
        // What somebody typed may hold the same signs: no part comes twice, and nothing else comes of it.
        assert_eq!(html(["x"], |[x]| format!("{x}{x}\u{f8f3}")), "<b>x</b>");
    }
}
