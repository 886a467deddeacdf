//! Which part of the program knows which, as docs/ARCHITECTURE.md says it under "Direction".

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Each part may name those of its own line and of the lines before it, and none of those after it.
const FROM_BELOW: [&[&str]; 8] = [
    &["domain", "error", "paths", "reply", "server", "words"],
    &["api"],
    &["components", "islands"],
    &["pages"],
    &["app"],
    &["router"],
    &["cli"],
    &["main"],
];

/// Every file of source, with the part it belongs to.
fn sources() -> Vec<(String, PathBuf)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut files) = (vec![src.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                files.push((first_word(entry.strip_prefix(&src).unwrap().to_str().unwrap()), entry));
            }
        }
    }
    files
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The parts that a text names, comments aside: the word after `crate::`, or the first words of the list there.
fn named(text: &str) -> BTreeSet<String> {
    let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let mut parts = BTreeSet::new();
    for rest in code.join("\n").split("crate::").skip(1) {
        let Some(list) = rest.strip_prefix('{') else {
            parts.insert(first_word(rest));
            continue;
        };
        let (mut depth, mut outermost) = (1, String::new());
        for c in list.chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            match depth {
                0 => break,
                1 => outermost.push(c),
                _ => {}
            }
        }
        parts.extend(outermost.split(',').map(first_word));
    }
    parts
}

#[test]
fn no_part_names_one_above_it() {
    let height = |part: &str| FROM_BELOW.iter().position(|line| line.contains(&part));
    let (mut upwards, mut seen) = (Vec::new(), 0);
    for (part, file) in sources().into_iter().filter(|(part, _)| part != "lib") {
        let own = height(&part).unwrap_or_else(|| panic!("{part} does not stand in the list"));
        for other in named(&fs::read_to_string(&file).unwrap()) {
            let Some(other_height) = height(&other) else { continue };
            seen += 1;
            if other_height > own {
                upwards.push(format!("{} names {other}", file.display()));
            }
        }
    }
    assert!(upwards.is_empty(), "{}", upwards.join("\n"));
    assert!(seen > 500, "{seen}");
}

#[test]
fn what_a_file_names_is_found() {
    let text = "use crate::{\n    api::{self, x},\n    paths,\n    server::http::{Visit, reply::{a, b}},\n};\n\
                fn f() { crate::words::x() } // crate::cli";
    assert_eq!(named(text), ["", "api", "paths", "server", "words"].map(str::to_owned).into());
}
