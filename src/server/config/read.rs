use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, ErrorKind},
    path::{Component, Path, PathBuf},
};

use super::env_file::{self, Written};
use crate::server::{
    bounded::{self, MOST_OF_SETTINGS},
    owner_only::{kept_from, this_user},
};

/// Where settings come from: the environment, and beneath it a `.env` file.
#[derive(Clone, Debug, Default)]
pub struct Source {
    environment: BTreeMap<String, String>,
    file: BTreeMap<String, Written>,
    /// Of the environment: what is not UTF-8.
    unreadable: BTreeSet<String>,
}

/// Every setting that could not be accepted.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("Ticket Pool cannot start with these settings:\n{}", listed(.0))]
pub struct SettingProblems(Vec<String>);

/// Reads settings one by one and keeps every problem.
pub struct Reader<'a> {
    source: &'a Source,
    problems: Vec<String>,
    /// The names that were asked for.
    asked: BTreeSet<String>,
}

impl Source {
    /// The process's environment over the `.env` file of the current folder, if there is one.
    ///
    /// # Errors
    /// When there is a `.env` file that cannot be read.
    pub fn from_environment() -> Result<Self, SettingProblems> {
        let mut source = Self::default();
        match bounded::read(Path::new(".env"), MOST_OF_SETTINGS) {
            Ok(bytes) => source.file = env_file::read(&bytes).map_err(SettingProblems)?,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(SettingProblems(vec![unread(&error)])),
        }
        for (name, value) in std::env::vars_os() {
            let Ok(name) = name.into_string() else { continue };
            match value.into_string() {
                Ok(value) if value.is_empty() => {}
                Ok(value) => drop(source.environment.insert(name, value)),
                Err(_) => drop(source.unreadable.insert(name)),
            }
        }
        Ok(source)
    }

    /// Just these.
    pub fn of<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let environment = values.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { environment, ..Self::default() }
    }

    /// What one setting says, unread by anything else; empty counts as not set.
    pub fn get(&self, name: &str) -> Option<String> {
        let value = self.environment.get(name).or_else(|| self.file.get(name).map(|written| &written.value))?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// The line of `.env` that says what a setting is, unless the environment does.
    fn line(&self, name: &str) -> Option<usize> {
        if self.environment.contains_key(name) { None } else { self.file.get(name).map(|written| written.line) }
    }

    pub(super) fn reader(&self) -> Reader<'_> {
        Reader { source: self, problems: Vec::new(), asked: BTreeSet::new() }
    }
}

impl Reader<'_> {
    /// What a setting says; empty counts as not set.
    pub fn text(&mut self, name: &str) -> Option<String> {
        self.asked.insert(name.to_owned());
        if self.source.unreadable.contains(name) {
            self.problems.push(format!("{name} in the environment is not UTF-8; accepted: UTF-8"));
        }
        self.source.get(name)
    }

    /// A secret: the setting itself, or the content of the file that `NAME_FILE` names.
    pub fn secret(&mut self, name: &str) -> Option<String> {
        if let Some(value) = self.text(name) {
            return Some(value);
        }
        let variable = format!("{name}_FILE");
        let file = self.text(&variable)?;
        match bounded::read_text(Path::new(&file)) {
            Ok(value) => Some(value.trim().to_owned()).filter(|value| !value.is_empty()),
            Err(error) => {
                self.refuse_file(&variable, &file, &error);
                None
            }
        }
    }

    /// What a setting says, or its default.
    pub fn or(&mut self, name: &str, default: &str) -> String {
        self.text(name).unwrap_or_else(|| default.to_owned())
    }

    /// A setting that must have a certain form. The default must have it too.
    pub fn parsed<T>(&mut self, name: &str, default: &str, accepted: &str, parse: impl Fn(&str) -> Option<T>) -> T {
        let seen = self.or(name, default);
        if let Some(value) = parse(&seen) {
            return value;
        }
        self.refuse(name, &seen, accepted);
        #[expect(clippy::expect_used, reason = "defaults are constants of this program, covered by a test")]
        parse(default).expect("a default that has its own form")
    }

    /// A setting from a closed list; the first is the default.
    pub fn choice<T: Copy>(&mut self, name: &str, list: &[(&str, T)]) -> T {
        let accepted = list.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
        self.parsed(name, list[0].0, &accepted, |seen| {
            list.iter().find(|(word, _)| *word == seen).map(|(_, value)| *value)
        })
    }

    /// Notes a problem. What may hold a secret is not shown.
    pub fn refuse(&mut self, name: &str, seen: &str, accepted: &str) {
        let line = self.line_of(name);
        let file = format!("{name}_FILE");
        let from_file = self.source.get(name).is_none() && self.source.get(&file).is_some();
        let line = if from_file { format!(" (from {file})") } else { line };
        let seen = match seen {
            "" => "not set".to_owned(),
            _ if may_be_secret(name, seen) => "(not shown)".to_owned(),
            _ => format!("“{seen}”"),
        };
        self.problems.push(format!("{name}{line} is {seen}; accepted: {accepted}"));
    }

    /// Notes that the file that a setting names cannot be read. Its name is shown where it is surely one: some write the secret
    /// itself there.
    fn refuse_file(&mut self, variable: &str, file: &str, error: &io::Error) {
        let path = Path::new(file);
        let why = match error.kind() {
            ErrorKind::PermissionDenied if is_a_path(path) => {
                format!("{}; let that user read it (chown)", kept_from(path))
            }
            ErrorKind::PermissionDenied => format!("{} may not read it", this_user()),
            ErrorKind::NotFound => "there is no such file".to_owned(),
            ErrorKind::IsADirectory => "it is a folder".to_owned(),
            _ => error.to_string(),
        };
        if is_a_path(path) {
            let line = self.line_of(variable);
            self.problems.push(format!("{variable}{line} is “{file}”; accepted: a readable file ({why})"));
        } else {
            self.refuse(variable, file, &format!("a readable file ({why})"));
        }
    }

    /// Where `.env` says what a setting is, as messages name it.
    fn line_of(&self, name: &str) -> String {
        self.source.line(name).map(|line| format!(" (.env, line {line})")).unwrap_or_default()
    }

    /// The names that are set and were not asked for: all in `.env`, which is for this program, and those of the environment that
    /// differ from one of ours by small letters.
    pub(super) fn unread(&self) -> Vec<String> {
        let ours = |name: &&String| self.asked.contains(&name.to_ascii_uppercase());
        let environment = self.source.environment.keys().filter(ours);
        let set: BTreeSet<&String> = self.source.file.keys().chain(environment).collect();
        set.into_iter().filter(|name| !self.asked.contains(*name)).cloned().collect()
    }

    pub(super) fn finish<T>(self, value: T) -> Result<T, SettingProblems> {
        if self.problems.is_empty() { Ok(value) } else { Err(SettingProblems(self.problems)) }
    }
}

/// Why the `.env` file is not read, and what to do.
fn unread(error: &io::Error) -> String {
    match error.kind() {
        // It may not even be seen whether there is one.
        ErrorKind::PermissionDenied if std::fs::symlink_metadata(".env").is_err() => {
            let folder =
                std::env::current_dir().map_or_else(|_| "the current folder".into(), |at| at.display().to_string());
            format!(
                "{} may not enter {folder}, where .env may be; give it to that user (chown), or start elsewhere",
                this_user()
            )
        }
        ErrorKind::PermissionDenied => {
            format!(".env may not be read by {}; give it to that user (chown)", this_user())
        }
        ErrorKind::IsADirectory => ".env is a folder; put the settings into a file".to_owned(),
        _ => format!(".env cannot be read: {error}"),
    }
}

/// The settings whose values are secrets, or hold one.
const SECRETS: [&str; 6] =
    ["SECRET_KEY", "SECRET_KEY_PREVIOUS", "DATABASE_URL", "SMTP_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

/// Whether a value may hold a secret: it belongs to a secret setting, or there is something before an `@` in a URL.
fn may_be_secret(name: &str, seen: &str) -> bool {
    // Where the name of a file is asked for, some write the secret itself.
    SECRETS.contains(&name.strip_suffix("_FILE").unwrap_or(name))
        || seen.split_once("//").is_some_and(|(_, rest)| rest.contains('@'))
}

/// Whether a text is surely the name of a file: it begins as one does, or with a folder that is there.
fn is_a_path(path: &Path) -> bool {
    let first = path.components().take_while(|part| *part == Component::RootDir).count() + 1;
    let folder: PathBuf = path.components().take(first).collect();
    path.starts_with(".")
        || path.starts_with("..")
        || (path.components().count() > first && folder.is_dir())
        || std::fs::symlink_metadata(path).is_ok()
}

/// Reads yes or no as settings files write them.
pub(super) fn boolean(raw: &str) -> Option<bool> {
    match raw.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "1" => Some(true),
        "false" | "no" | "off" | "0" => Some(false),
        _ => None,
    }
}

fn listed(problems: &[String]) -> String {
    problems.iter().fold(String::new(), |all, problem| format!("{all}  - {problem}\n"))
}
