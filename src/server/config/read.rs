use std::{collections::BTreeMap, path::Path};

/// Where settings come from: the environment, and beneath it a `.env` file.
#[derive(Clone, Debug, Default)]
pub struct Source(BTreeMap<String, String>);

/// Every setting that could not be accepted.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("Ticket Pool cannot start with these settings:\n{}", listed(.0))]
pub struct SettingProblems(Vec<String>);

/// Reads settings one by one and keeps every problem.
pub struct Reader<'a> {
    source: &'a Source,
    problems: Vec<String>,
}

impl Source {
    /// The process's environment over the `.env` file of the current folder, if there is one.
    ///
    /// # Errors
    /// When there is a `.env` file that cannot be read.
    pub fn from_environment() -> Result<Self, SettingProblems> {
        let mut values = BTreeMap::new();
        if Path::new(".env").exists() {
            let lines =
                dotenvy::from_path_iter(".env").map_err(|error| SettingProblems(vec![format!(".env: {error}")]))?;
            for line in lines {
                let (name, value) = line.map_err(|error| SettingProblems(vec![format!(".env: {error}")]))?;
                values.insert(name, value);
            }
        }
        values.extend(std::env::vars_os().filter_map(|(name, value)| {
            let (name, value) = (name.into_string().ok()?, value.into_string().ok()?);
            (!value.is_empty()).then_some((name, value))
        }));
        Ok(Self(values))
    }

    /// Just these.
    pub fn of<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self(values.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// What one setting says, unread by anything else; empty counts as not set.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    pub(super) fn reader(&self) -> Reader<'_> {
        Reader { source: self, problems: Vec::new() }
    }
}

impl Reader<'_> {
    /// What a setting says; empty counts as not set.
    pub fn text(&mut self, name: &str) -> Option<String> {
        self.source.get(name)
    }

    /// A secret: the setting itself, or the content of the file that `NAME_FILE` names.
    pub fn secret(&mut self, name: &str) -> Option<String> {
        if let Some(value) = self.text(name) {
            return Some(value);
        }
        let variable = format!("{name}_FILE");
        let file = self.text(&variable)?;
        match std::fs::read_to_string(&file) {
            Ok(value) => Some(value.trim().to_owned()).filter(|value| !value.is_empty()),
            Err(error) => {
                self.refuse(&variable, &file, &format!("a readable file ({error})"));
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

    /// Notes a problem.
    pub fn refuse(&mut self, name: &str, seen: &str, accepted: &str) {
        self.problems.push(format!("{name} is “{seen}”; accepted: {accepted}"));
    }

    pub(super) fn finish<T>(self, value: T) -> Result<T, SettingProblems> {
        if self.problems.is_empty() { Ok(value) } else { Err(SettingProblems(self.problems)) }
    }
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
