//! A form with files (`multipart/form-data`, RFC 7578), read.

use std::collections::BTreeMap;

use server_fn::{ServerFnError, codec::MultipartData};

use crate::{
    domain::{
        handout::{SentFile, file_name},
        ids::PersonId,
    },
    error::Refusal,
    server::services::{Done, after::Sent},
};

/// The fields of a form, and its files. A field without a file is none.
#[derive(Debug, Default)]
pub struct Fields {
    texts: BTreeMap<String, String>,
    files: Vec<(String, SentFile)>,
}

/// Reads a form. How large it may be was judged before.
///
/// # Errors
/// What is not in this form: it was cut off on the way, or made by hand.
pub async fn read(data: MultipartData) -> Result<Fields, ServerFnError> {
    let mut fields = Fields::default();
    let Some(mut data) = data.into_inner() else { return Ok(fields) };
    while let Some(field) = data.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(ToOwned::to_owned);
        let content = field.bytes().await.map_err(broken)?;
        match file {
            // A field of files in which none was chosen has an empty name and nothing in it.
            Some(file) if file.is_empty() && content.is_empty() => {}
            Some(file) => fields.files.push((name, SentFile { name: file_name(&file), content: content.to_vec() })),
            None => drop(fields.texts.insert(name, String::from_utf8_lossy(&content).into_owned())),
        }
    }
    Ok(fields)
}

fn broken(error: impl std::fmt::Display) -> ServerFnError {
    ServerFnError::Args(error.to_string())
}

impl Fields {
    /// A field; empty where there is none.
    pub fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    /// The fields whose names begin so, by what follows.
    pub fn texts(&self, begins: &str) -> BTreeMap<String, String> {
        let those = self.texts.iter().filter_map(|(name, text)| Some((name.strip_prefix(begins)?, text)));
        those.map(|(rest, text)| (rest.to_owned(), text.clone())).collect()
    }

    /// The same, of those that are not what another field, which begins otherwise, says was shown.
    pub fn changed(&self, begins: &str, shown: &str) -> BTreeMap<String, String> {
        let mut those = self.texts(begins);
        those.retain(|rest, text| self.text(&format!("{shown}{rest}")) != text);
        those
    }

    /// What is handed out.
    ///
    /// # Errors
    /// A garbled identity: it names nobody.
    pub fn sent(&self) -> Done<Sent> {
        let whose = |person: &str| PersonId::parse(person).ok_or(Refusal::NotFound);
        let shown = self.texts("shown-");
        let mut sent = Sent { pasted: self.text("pasted").to_owned(), ..Sent::default() };
        for (person, line) in self.texts("line-") {
            let shown = shown.get(&person).cloned().unwrap_or_default();
            sent.lines.insert(whose(&person)?, (shown, line));
        }
        for person in self.texts("remove-").into_keys() {
            sent.removed.push(whose(&person)?);
        }
        for (name, file) in &self.files {
            match name.strip_prefix("file-") {
                Some(person) => drop(sent.files.insert(whose(person)?, file.clone())),
                None => sent.by_name.push(file.clone()),
            }
        }
        Ok(sent)
    }
}
