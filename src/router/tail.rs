//! Links as they come out of emails and chats: with signs of the sentence around them.

use axum::{
    extract::Request,
    http::Method,
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use percent_encoding::percent_decode_str;

/// Leads to the page that was meant.
pub async fn cut(request: Request, next: Next) -> Response {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return next.run(request).await;
    }
    let Some(meant) = meant(request.uri().path()) else { return next.run(request).await };
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::to(&format!("{meant}{query}")).into_response()
}

/// The path without what is no part of it; `None`: all of it is, or nothing of ours is left.
///
/// Our URLs are made of letters and digits of ASCII, `-`, `_`, and the dots of file names, and end with a letter or a digit (so
/// do tokens: the last sign of 32 octets in base64url is none of `-` and `_`). What comes behind is cut off, and signs before a
/// number or a token are, too.
fn meant(path: &str) -> Option<String> {
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let ours = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let mut meant = String::with_capacity(path.len());
    let mut rest = decoded.as_ref();
    while let Some(at) = rest.find(|c| !ours(c)) {
        let (good, bad) = rest.split_at(at);
        meant.push_str(good);
        if !good.ends_with('/') {
            // More of a path behind it makes it one that was never ours; a closing tag has a slash, too.
            if bad.contains('/') && !bad.starts_with('<') {
                return None;
            }
            rest = "";
            break;
        }
        rest = bad.trim_start_matches(|c: char| !ours(c));
        let last = rest.split('/').next().unwrap_or_default();
        let number_or_token =
            last.starts_with(|c: char| c.is_ascii_digit()) || last.chars().take_while(|&c| ours(c)).count() >= TOKEN;
        if !number_or_token {
            return None;
        }
    }
    meant.push_str(rest);
    let mut without = meant.trim_end_matches('.');
    // A token that was cut short may end with one of these; a number and a whole token do not.
    let bare = without.trim_end_matches(['-', '_', '.']);
    let last = bare.rsplit('/').next().unwrap_or_default();
    if last.len() == WHOLE || !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit()) {
        without = bare;
    }
    // Nothing that leads elsewhere comes of it.
    let leads_here = without.starts_with('/') && !without.starts_with("//");
    (leads_here && without != path).then(|| without.to_owned())
}

/// So many signs in a row are a token, and no word.
const TOKEN: usize = 20;

/// The length of a whole token: 32 octets in base64url.
const WHOLE: usize = 43;

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn what_stands_around_a_link_is_no_part_of_it() {
        let token = "jRp3Xx_-abcdefghijklmnopqrstuvwxyz01234567A";
        let link = format!("/sign-in/link/{token}");
        for tail in [
            ".",
            ",",
            ")",
            ").",
            "...",
            "%3E",
            "%3e",
            "%22",
            "%20",
            "%C2%A0",
            "%E2%80%8B",
            "%0A",
            "%0D%0A",
            "%E2%80%A6",
            "…",
            "%E3%80%82",
            "%EF%BC%89",
            "=",
            "&",
            "~",
            "\\",
            "%5C",
            "&gt;",
            "%3Cbr%3E",
            "%2E",
            "-",
            "_",
            "%3C/a%3E",
            "%E2%80%9D%3E,",
            "*",
            "|",
            "'",
            "%F0%9F%8E%9F",
        ] {
            assert_eq!(meant(&format!("{link}{tail}")).as_deref(), Some(&*link), "{tail}");
            assert_eq!(meant(&format!("/events/12{tail}")).as_deref(), Some("/events/12"), "{tail}");
        }
        for before in ["%3C", "(", "%22", "%20", "%E2%80%9C"] {
            assert_eq!(meant(&format!("/sign-in/link/{before}{token}")).as_deref(), Some(&*link), "{before}");
            assert_eq!(meant(&format!("/events/{before}12")).as_deref(), Some("/events/12"), "{before}");
        }
        assert_eq!(meant("/events/1/event.ics).").as_deref(), Some("/events/1/event.ics"));
        assert_eq!(meant("/events%3E").as_deref(), Some("/events"));
        assert_eq!(meant("/.").as_deref(), Some("/"));
        for path in [
            "/",
            "/events",
            "/events/",
            "/events/12",
            "/events/1/draws/2.json",
            &*link,
            "/events/%3Cscript%3E",
            "//evil.example.",
            "/events/1%20/edit",
            "/events/%EF%BC%91/edit",
        ] {
            assert_eq!(meant(path), None, "{path}");
        }
    }
}
