use catalog::Language;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// In which language whoever asked for a message was answered then, by its tag: the letter is in it where they chose none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    #[serde(default, rename = "language", skip_serializing_if = "String::is_empty")]
    tag: String,
}

impl Asked {
    /// As whoever is answered now.
    pub fn now() -> Self {
        Self { tag: catalog::current().tag().to_owned() }
    }

    /// What the outbox kept; messages from before there were languages kept none.
    pub fn of(payload: &Value) -> Self {
        Self::deserialize(payload).unwrap_or_default()
    }

    /// The language, if it is spoken here.
    pub fn language(&self) -> Option<Language> {
        Language::read(&self.tag)
    }
}
