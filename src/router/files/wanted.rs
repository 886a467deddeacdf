use std::{convert::Infallible, path::Path};

use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, header, request::Parts},
    response::Response,
};

use super::file;
use crate::{
    error::Refusal,
    server::{
        http::{Jar, reply},
        services::{
            Done,
            spreadsheet::{Format, Table},
        },
        site::Site,
    },
};

/// How long a browser remembers which format was taken last.
const REMEMBERED: i64 = 365 * 24 * 60 * 60;

/// In which format a table is asked for: its URL says so.
pub struct Wanted {
    format: Format,
    /// What this browser remembers.
    last: Option<Format>,
}

impl<S: Sync> FromRequestParts<S> for Wanted {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let semicolons = parts.uri.query().unwrap_or("").split('&').any(|pair| pair == "separator=semicolon");
        let format = match (Path::new(parts.uri.path()).extension().is_some_and(|ends| ends == "xlsx"), semicolons) {
            (true, _) => Format::Workbook,
            (false, true) => Format::Semicolons,
            (false, false) => Format::Commas,
        };
        let https = parts.extensions.get::<Site>().is_some_and(|site| site.settings.https());
        let last = Jar::Table.read(&parts.headers, https).and_then(|word| word.parse().ok());
        Ok(Self { format, last })
    }
}

impl Wanted {
    /// The table as a file to keep; the browser remembers in which format.
    ///
    /// # Errors
    /// Why there is none.
    pub fn table(self, site: &Site, name: &str, table: Done<Table>) -> Result<Response, Refusal> {
        let written = table.and_then(|table| table.write(self.format, site.now()));
        let bytes = written.map_err(|refused| reply::refusal(site, refused))?;
        let name = format!("{name}.{}", self.format.extension());
        let mut answer = file(self.format.content_type(), &name, bytes);
        if let Some(cookie) = self.cookie(site) {
            answer.headers_mut().append(header::SET_COOKIE, cookie);
        }
        Ok(answer)
    }

    fn cookie(&self, site: &Site) -> Option<HeaderValue> {
        let new = self.last.unwrap_or(Format::Commas) != self.format;
        new.then(|| Jar::Table.set(self.format.into_str(), REMEMBERED, site.settings.https())).flatten()
    }
}
