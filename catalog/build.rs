//! Reads the sentences of every language from `words/` and makes one function of each: a sentence that is missing, or whose
//! arguments differ from those of the English one, is found here and not by a reader.
//!
//! `words/en/sign-in.ftl` becomes the module `sign_in`; its message `check-email` the function `check_email`, with an argument
//! for each of its variables, in the order in which they stand in the English sentence. English is what the others are held to.

#![expect(clippy::unwrap_used, reason = "where it cannot read or write its files, the build ends")]

use std::{
    collections::BTreeMap,
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource},
    parser,
};

/// The first is what the others are held to.
const LANGUAGES: [&str; 3] = ["en", "de", "fr"];
/// What nothing can be called in Rust, now or later (The Rust Reference, “Keywords”): such a name gets a `_` behind it.
const RUST: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "union",
];

/// A sentence of one language.
struct Sentence {
    /// As it stands in the file.
    text: String,
    /// The names of its arguments, in the order in which they stand.
    arguments: Vec<String>,
}

/// By their names, in the order of the file.
type Sentences = Vec<(String, Sentence)>;

fn main() {
    let words = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("../words");
    println!("cargo::rerun-if-changed={}", words.display());
    let mut wrong = Vec::new();
    let mut files: Vec<String> = names(&words.join(LANGUAGES[0]));
    files.sort();
    let mut english = Vec::new();
    for language in LANGUAGES {
        let own = names(&words.join(language));
        for name in own.iter().filter(|name| !files.contains(name)) {
            wrong.push(format!("{language}/{name}.ftl has no English one"));
        }
        for (place, name) in files.iter().enumerate() {
            let path = words.join(language).join(format!("{name}.ftl"));
            println!("cargo::rerun-if-changed={}", path.display());
            let Ok(text) = fs::read_to_string(&path) else {
                wrong.push(format!("{language}/{name}.ftl is missing"));
                continue;
            };
            let here = format!("{language}/{name}.ftl");
            let sentences = read(&here, &text, &mut wrong);
            if language == LANGUAGES[0] {
                english.push(sentences);
            } else {
                compare(&here, &english[place], &sentences, &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "the catalog is not whole:\n  - {}", wrong.join("\n  - "));
    let to = PathBuf::from(env::var("OUT_DIR").unwrap()).join("sentences.rs");
    fs::write(to, written(&words, &files, &english)).unwrap();
}

/// The names of the files of one language, without their ending.
fn names(folder: &Path) -> Vec<String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let files = fs::read_dir(folder).into_iter().flatten().map(|file| file.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect()
}

fn read(file: &str, text: &str, wrong: &mut Vec<String>) -> Sentences {
    let resource: Resource<&str> = match parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = text[..error.pos.start].lines().count();
                wrong.push(format!("{file}, line {line}: {error}"));
            }
            resource
        }
    };
    let mut sentences: Sentences = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let name = message.id.name.to_owned();
                if sentences.iter().any(|(other, _)| *other == name) {
                    wrong.push(format!("{file}: {name} is there twice"));
                }
                match sentence(text, message) {
                    Ok(sentence) => sentences.push((name, sentence)),
                    Err(why) => wrong.push(format!("{file}: {name} {why}")),
                }
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(term) => wrong.push(format!("{file}: -{} is a term; there are none here", term.id.name)),
            Entry::Junk { content } => wrong.push(format!("{file}: cannot be read: {}", content.trim())),
        }
    }
    sentences
}

fn sentence(text: &str, message: &Message<&str>) -> Result<Sentence, String> {
    let value = message.value.as_ref().ok_or("says nothing")?;
    if !message.attributes.is_empty() {
        return Err("has attributes; there are none here".to_owned());
    }
    let mut arguments = Vec::new();
    in_pattern(value, &mut arguments)?;
    // As it stands, for whoever looks the function up.
    let after = &text[text.find(&format!("\n{} =", message.id.name)).map_or(0, |at| at + 1)..];
    let mut lines = after.lines();
    let mut shown =
        lines.next().unwrap_or_default().split_once('=').map(|(_, said)| said.trim().to_owned()).unwrap_or_default();
    for line in lines.take_while(|line| line.starts_with(' ') || line.starts_with('}')) {
        shown.push(' ');
        shown.push_str(line.trim());
    }
    Ok(Sentence { text: shown.trim().to_owned(), arguments })
}

fn in_pattern(pattern: &Pattern<&str>, arguments: &mut Vec<String>) -> Result<(), String> {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, arguments)?;
        }
    }
    Ok(())
}

fn in_expression(expression: &Expression<&str>, arguments: &mut Vec<String>) -> Result<(), String> {
    match expression {
        Expression::Inline(inline) => in_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            in_inline(selector, arguments)?;
            variants.iter().try_for_each(|variant| in_pattern(&variant.value, arguments))
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, arguments: &mut Vec<String>) -> Result<(), String> {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
        InlineExpression::VariableReference { id } => {
            let name = id.name.replace('-', "_");
            if !arguments.contains(&name) {
                arguments.push(name);
            }
            Ok(())
        }
        InlineExpression::Placeable { expression } => in_expression(expression, arguments),
        _ => Err("names something other than a variable".to_owned()),
    }
}

fn compare(file: &str, english: &Sentences, sentences: &Sentences, wrong: &mut Vec<String>) {
    let of = |all: &Sentences| -> BTreeMap<String, Vec<String>> {
        let sorted = |sentence: &Sentence| {
            let mut names = sentence.arguments.clone();
            names.sort();
            names
        };
        all.iter().map(|(name, sentence)| (name.clone(), sorted(sentence))).collect()
    };
    let (theirs, own) = (of(english), of(sentences));
    for (name, arguments) in &theirs {
        match own.get(name) {
            None => wrong.push(format!("{file}: {name} is missing")),
            Some(other) if other != arguments => {
                wrong.push(format!("{file}: {name} has the arguments {other:?}, the English one {arguments:?}"));
            }
            Some(_) => {}
        }
    }
    for name in own.keys().filter(|name| !theirs.contains_key(*name)) {
        wrong.push(format!("{file}: {name} is not English"));
    }
}

/// The Rust of it.
fn written(words: &Path, files: &[String], english: &[Sentences]) -> String {
    let mut rust = String::new();
    let mut plain = Vec::new();
    for (place, (file, sentences)) in files.iter().zip(english).enumerate() {
        writeln!(rust, "/// The sentences of `{file}.ftl`.\npub mod {} {{", in_rust(file)).unwrap();
        for (name, Sentence { text, arguments }) in sentences {
            writeln!(rust, "    /// `{text}`").unwrap();
            let function = in_rust(name);
            if arguments.is_empty() {
                writeln!(rust, "    pub fn {function}() -> &'static str {{ crate::plain({}) }}", plain.len()).unwrap();
                plain.push((place, name));
                continue;
            }
            let (mut taken, mut given) = (String::new(), String::new());
            for argument in arguments {
                write!(taken, "{}: impl Into<crate::Value<'a>>, ", in_rust(argument)).unwrap();
                write!(given, "(\"{}\", {}.into()), ", argument.replace('_', "-"), in_rust(argument)).unwrap();
            }
            writeln!(
                rust,
                "    pub fn {function}<'a>({taken}) -> String {{ crate::filled({place}, \"{name}\", [{given}]) }}"
            )
            .unwrap();
        }
        rust.push_str("}\n");
    }
    writeln!(rust, "static PLAIN: [(usize, &str); {}] = {plain:?};", plain.len()).unwrap();
    writeln!(rust, "static SOURCES: [[&str; {}]; {}] = [", files.len(), LANGUAGES.len()).unwrap();
    for language in LANGUAGES {
        let paths = files.iter().map(|file| words.join(language).join(format!("{file}.ftl")));
        let included: Vec<String> =
            paths.map(|path| format!("include_str!({:?})", path.canonicalize().unwrap().to_str().unwrap())).collect();
        writeln!(rust, "    [{}],", included.join(", ")).unwrap();
    }
    rust.push_str("];\n");
    rust
}

fn in_rust(name: &str) -> String {
    let name = name.replace('-', "_");
    if RUST.contains(&name.as_str()) { format!("{name}_") } else { name }
}
