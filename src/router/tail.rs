//! Links as they come out of mails and chats: with a sign of the sentence around them at their end.

use axum::{
    extract::Request,
    http::Method,
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

/// What follows links in texts, as such and as browsers encode it. No URL of a page ends with one of these.
const TAILS: [&str; 27] = [
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    ")",
    ">",
    "]",
    "}",
    "'",
    "\"",
    "*",
    "_",
    "|",
    "%3E",
    "%22",
    "%5D",
    "%7D",
    "%7C",
    "%29",
    "%2C",
    "%E2%80%9D",
    "%E2%80%99",
    "%C2%BB",
    "%E2%80%BA",
    "%E2%80%BA",
];

/// Leads to the page that was meant.
pub async fn cut(request: Request, next: Next) -> Response {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return next.run(request).await;
    }
    let path = request.uri().path();
    let meant = without_tail(path);
    if meant.len() == path.len() {
        return next.run(request).await;
    }
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::to(&format!("{meant}{query}")).into_response()
}

/// A path without what is no part of it.
fn without_tail(path: &str) -> &str {
    let mut meant = path;
    let ends = |text: &str, tail: &str| {
        text.len() > tail.len() && text.as_bytes()[text.len() - tail.len()..].eq_ignore_ascii_case(tail.as_bytes())
    };
    while let Some(tail) = TAILS.iter().find(|tail| ends(meant, tail)) {
        meant = &meant[..meant.len() - tail.len()];
    }
    // Nothing that leads elsewhere comes of it, and nothing of what was never a URL of ours.
    let ours = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'/' | b'.');
    if meant.starts_with('/') && !meant.starts_with("//") && meant.bytes().all(ours) { meant } else { path }
}

#[cfg(test)]
mod tests {
    use super::without_tail;

    #[test]
    fn what_ends_a_sentence_ends_no_path() {
        for (path, meant) in [
            ("/events/12", "/events/12"),
            ("/events/12.", "/events/12"),
            ("/events/12).", "/events/12"),
            ("/events/12%3e", "/events/12"),
            ("/events/12%E2%80%9D%3E,", "/events/12"),
            ("/events/12...", "/events/12"),
            ("/events/a.b", "/events/a.b"),
            ("/events/1/event.ics).", "/events/1/event.ics"),
            ("/events/%3Cscript%3E", "/events/%3Cscript%3E"),
            ("/", "/"),
            ("/.", "/"),
            ("/...", "/"),
            ("//evil.example.", "//evil.example."),
        ] {
            assert_eq!(without_tail(path), meant, "{path}");
        }
    }
}
