use std::borrow::Cow;

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite, time::Duration};

use crate::server::auth::Secret;

/// The cookies of the site. On https they are `__Host-`: no other host can set them (RFC 6265bis 4.1.3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jar {
    /// Who is signed in.
    Session,
    /// Which browser asked for a sign-in link.
    Binding,
    /// That someone has signed in with this browser before.
    Known,
    /// What was just done, for the top of the next page: a closed word.
    Notice,
    /// In which format someone last took a table along: a closed word.
    Table,
}

impl Jar {
    fn name(self, https: bool) -> String {
        let name = match self {
            Self::Session => "session",
            Self::Binding => "binding",
            Self::Known => "known",
            Self::Notice => "notice",
            Self::Table => "table",
        };
        if https { format!("__Host-{name}") } else { name.to_owned() }
    }

    /// What the browser sent in this cookie.
    pub fn read(self, headers: &HeaderMap, https: bool) -> Option<String> {
        let name = self.name(https);
        // Others may set cookies that are no text; ours beside them still count.
        let mut lines = headers.get_all(header::COOKIE).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
        let read = |line: Cow<'_, str>| {
            let ours = Cookie::split_parse(&*line).flatten().find(|cookie| cookie.name() == name);
            ours.map(|cookie| cookie.value().to_owned())
        };
        lines.find_map(read)
    }

    /// The secret the browser sent in this cookie, if it has the shape of one.
    pub fn secret(self, headers: &HeaderMap, https: bool) -> Option<Secret> {
        Secret::presented(&self.read(headers, https)?)
    }

    /// The header that sets this cookie for some seconds; 0 takes it away.
    pub fn set(self, value: &str, seconds: i64, https: bool) -> Option<HeaderValue> {
        let cookie = Cookie::build((self.name(https), value.to_owned()))
            .path("/")
            .http_only(true)
            .secure(https)
            .same_site(SameSite::Lax)
            .max_age(Duration::seconds(seconds));
        HeaderValue::from_str(&cookie.build().to_string()).ok()
    }
}
