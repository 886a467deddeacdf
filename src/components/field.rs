use leptos::prelude::*;

use super::Icon;
use crate::{domain::typed::FieldError, error::Refusal, words};

/// The problems of a form, by field.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<FieldError>);

impl Problems {
    /// The fields that a refusal names; none for any other refusal.
    pub fn of(refusal: Option<&Refusal>) -> Self {
        match refusal {
            Some(Refusal::Invalid { fields }) => Self(fields.clone()),
            _ => Self::default(),
        }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with a field, in words.
    pub fn with(&self, field: &str) -> Option<String> {
        self.0.iter().find(|error| error.field == field).map(|error| words::problem(&error.problem))
    }
}

/// A label, a hint, a control (the children), and what is wrong with it. The control describes itself by
/// `{id}-hint {id}-error`.
#[component]
pub fn Field(
    id: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional_no_strip)] error: Option<String>,
    #[prop(optional)] short: bool,
    children: Children,
) -> impl IntoView {
    let wrong = error.is_some();
    view! {
        <div class="field" class:wrong=wrong class:short=short>
            <label for=id>{label}</label>
            {(!hint.is_empty()).then(|| view! { <span class="hint" id=format!("{id}-hint")>{hint}</span> })}
            {children()}
            {error.map(|error| view! {
                <p class="error" id=format!("{id}-error")><Icon name="alert-triangle"/>{error}</p>
            })}
        </div>
    }
}

/// A field of one line, named like its id.
#[component]
pub fn TextField(
    id: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(default = "text")] kind: &'static str,
    #[prop(into)] value: String,
    problems: Problems,
    #[prop(optional)] short: bool,
    #[prop(optional)] required: bool,
    #[prop(optional)] autocomplete: &'static str,
    #[prop(optional)] list: &'static str,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let error = problems.with(id);
    let set = |text: &'static str| (!text.is_empty()).then_some(text);
    let numeric = (kind == "number").then_some("numeric");
    // Digits to type that are no number: spaces may stand between them, and a leading zero counts.
    let code = kind == "code";
    view! {
        <Field id=id label=label hint=hint error=error.clone() short=short>
            <input
                id=id
                name=id
                type=if code { "text" } else { kind }
                class=code.then_some("code")
                value=value
                dir=(kind == "text").then_some("auto")
                maxlength=code.then_some("20")
                required=required
                inputmode=if code { Some("numeric") } else { numeric }
                min=numeric.map(|_| "0")
                autocomplete=set(autocomplete)
                list=set(list)
                autofocus=autofocus
                aria-invalid=error.is_some().then_some("true")
                aria-describedby=format!("{id}-hint {id}-error")
            />
        </Field>
    }
}
