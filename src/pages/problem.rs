use leptos::prelude::*;

use super::param;
use crate::{
    components::{page, refusal_page},
    error::Refusal,
    paths::ProblemPage,
};

/// Says why something is not there: our words for a closed list, whatever the URL claims.
pub fn problem() -> impl IntoView {
    let refusal = match param("word").parse() {
        Ok(ProblemPage::Forbidden) => Refusal::Forbidden,
        Ok(ProblemPage::Garbled) => Refusal::Garbled,
        Ok(ProblemPage::TooMany) => Refusal::TooMany,
        Ok(ProblemPage::Failed) => Refusal::Failed { reference: "see the log".to_owned() },
        Ok(ProblemPage::NotFound | ProblemPage::SignedOut) | Err(_) => Refusal::NotFound,
    };
    page(move |visit| async move { Ok(refusal_page(&refusal, &visit)) })
}

/// A URL that is none of ours.
pub fn not_found() -> impl IntoView {
    page(|visit| async move { Ok(refusal_page(&Refusal::NotFound, &visit)) })
}
