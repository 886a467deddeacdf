//! Everything the site says, in the reader's language.
//!
//! The sentences stand in `words/`, a folder a language and a file a page or an email, in the format of Project Fluent
//! (<https://projectfluent.org>). Each is a function here: `sign_in::title()`. The functions are made from the files when this is
//! compiled, where a sentence that one language lacks, or that takes other arguments there, ends the build.
//!
//! Which language is spoken is said once for whatever is answered, around all of it ([`to_reader`]); outside of that, English.

mod language;
mod numbers;
mod typography;

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

pub use fluent_bundle::FluentValue as Value;
pub use language::{Language, current, of_browser, said_in, to_reader};
pub use numbers::{decimal, number, tenths};

include!(concat!(env!("OUT_DIR"), "/sentences.rs"));

/// The sentences of one language.
struct Sentences {
    /// One for each file.
    files: Vec<FluentBundle<FluentResource>>,
    /// Those without arguments, ready.
    plain: Vec<&'static str>,
}

static ALL: [LazyLock<Sentences>; Language::COUNT] = [
    LazyLock::new(|| Sentences::of(Language::English)),
    LazyLock::new(|| Sentences::of(Language::German)),
    LazyLock::new(|| Sentences::of(Language::French)),
    LazyLock::new(|| Sentences::of(Language::Pseudo)),
];

impl Sentences {
    /// Reads them, once a run: that they can be read is found when they are compiled.
    fn of(language: Language) -> Self {
        let files: Vec<_> = SOURCES[language.source()].iter().map(|source| bundle(language, source)).collect();
        let plain = PLAIN.iter().map(|(file, name)| &*formatted(&files[*file], name, None).leak()).collect();
        Self { files, plain }
    }
}

fn bundle(language: Language, source: &str) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(typography::spaced(language, source).into_owned())
        .unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // What may be written from right to left stands in an element of its own.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(numbers::formatter(language)));
    bundle.set_transform(language.transform());
    bundle.add_resource_overriding(resource);
    bundle
}

fn formatted(bundle: &FluentBundle<FluentResource>, name: &str, arguments: Option<&FluentArgs<'_>>) -> String {
    let Some(pattern) = bundle.get_message(name).and_then(|message| message.value()) else { return name.to_owned() };
    bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned()
}

fn plain(place: usize) -> &'static str {
    ALL[current() as usize].plain[place]
}

fn filled<const N: usize>(file: usize, name: &str, arguments: [(&'static str, Value<'_>); N]) -> String {
    let mut given = FluentArgs::with_capacity(N);
    for (argument, value) in arguments {
        given.set(argument, value);
    }
    formatted(&ALL[current() as usize].files[file], name, Some(&given))
}
