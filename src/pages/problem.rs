use axum::http::StatusCode;

use crate::{
    components::{Page, refusal_page},
    error::Refusal,
    paths::ProblemPage,
    server::{http::Visit, services::Done},
};

/// Says why something is not there: our words for a closed list, whatever the URL claims. A page that tells of a fault works
/// itself: whoever opens its URL has broken nothing, and sets off no alarm.
pub async fn problem(visit: Visit) -> Done<Page> {
    let refusal = match visit.param("word").parse() {
        Ok(ProblemPage::Forbidden) => Refusal::Forbidden,
        Ok(ProblemPage::Garbled) => Refusal::Garbled,
        Ok(ProblemPage::TooMany) => Refusal::TooMany,
        // Its reference stood on the page that led here; the URL has none.
        Ok(ProblemPage::Failed) => Refusal::Failed { reference: String::new() },
        Ok(ProblemPage::SignedOut) => Refusal::SignedOut,
        Ok(ProblemPage::NotFound) | Err(_) => Refusal::NotFound,
    };
    let works = matches!(refusal, Refusal::Failed { .. });
    let shown = refusal_page(&refusal, &visit);
    Ok(if works { shown.with_status(StatusCode::OK) } else { shown })
}

/// A URL that is none of ours.
pub async fn not_found(visit: Visit) -> Done<Page> {
    Ok(refusal_page(&Refusal::NotFound, &visit))
}
