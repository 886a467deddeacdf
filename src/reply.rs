//! The answer to every form, as the server writes it and an island reads it.

use serde::{Deserialize, Serialize};

use crate::error::Refusal;

/// What became of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reply", rename_all = "kebab-case")]
pub enum Reply {
    /// It is done; the page to go on to, and the version that was saved where there is one.
    Done { to: String, version: Option<i32> },
    /// Nothing changed; the page that shows what was typed and why, and the reason in words.
    Refused { refusal: Refusal, to: String, said: String },
}
