//! People's browsers: they keep cookies and follow links; scripts are off.

use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
};

use axum::{
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use scraper::{Html, Selector};
use ticket_pool::{
    domain::person::Email,
    paths,
    server::{auth::Actor, services::set_up},
};
use tower::ServiceExt;

use super::Town;

/// Cookies by name.
pub type Cookies = BTreeMap<String, String>;

const USER_AGENT: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// Someone's browser.
#[derive(Clone)]
pub struct Browser {
    pub town: Town,
    pub cookies: Cookies,
    /// From where it comes.
    pub address: IpAddr,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Town {
    /// A browser nobody is signed in with.
    pub fn browser(&self) -> Browser {
        self.browser_at("192.0.2.1")
    }

    /// The same at an address.
    pub fn browser_at(&self, address: &str) -> Browser {
        Browser { town: self.clone(), cookies: Cookies::new(), address: address.parse().unwrap() }
    }

    /// A browser someone is signed in with, by a link from a command of which they are not told.
    pub async fn browser_of(&self, who: &Actor) -> Browser {
        let token = set_up::command_link(&self.site, &Email::parse(&who.email).unwrap()).await.unwrap();
        let mut browser = self.browser();
        let answer = browser.post("/api/sign-in/redeem", &[("token", token.expose())]).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, paths::DASHBOARD), "{answer:?}");
        self.leave_out_command_notices().await;
        browser
    }
}

impl Browser {
    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form of a page of ours.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.request(Method::POST, path).header(header::ORIGIN, &self.town.site.settings.app_url);
        self.send(encoded(path, request, fields)).await
    }

    /// Sends a form as an island does.
    pub async fn post_for_json(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut request = self.request(Method::POST, path).header(header::ORIGIN, &self.town.site.settings.app_url);
        request.headers_mut().unwrap().insert(header::ACCEPT, "application/json".parse().unwrap());
        self.send(encoded(path, request, fields)).await
    }

    /// A request with this browser's cookies.
    pub fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let settings = &self.town.site.settings;
        let request = Request::builder().method(method).uri(path).header(header::HOST, settings.host());
        let request = request.header(header::ACCEPT, "text/html,*/*;q=0.8").header(header::USER_AGENT, USER_AGENT);
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if cookies.is_empty() { request } else { request.header(header::COOKIE, cookies.join("; ")) }
    }

    /// Sends it and keeps the cookies of the answer.
    pub async fn send(&mut self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.address, 40_000)));
        let response = self.town.router().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie::Cookie::parse(set.to_str().unwrap().to_owned()).unwrap();
            if cookie.max_age().is_some_and(|age| age <= cookie::time::Duration::ZERO) {
                self.cookies.remove(cookie.name());
            } else {
                self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

/// A form as browsers encode it, where the function at this path takes one with files, or one without.
pub fn encoded(path: &str, request: axum::http::request::Builder, fields: &[(&str, &str)]) -> Request<Body> {
    if ticket_pool::api::WITH_FILES.contains(&path) { multipart(request, fields, &[]) } else { form(request, fields) }
}

/// A form with files: each a field, a name, and what is in it.
pub fn multipart(
    request: axum::http::request::Builder,
    fields: &[(&str, &str)],
    files: &[(&str, &str, &[u8])],
) -> Request<Body> {
    const BOUNDARY: &str = "----of-a-browser";
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    for (field, name, content) in files {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(b"Content-Type: application/pdf\r\n\r\n");
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    request.header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap()
}

/// A form without files.
pub fn form(request: axum::http::request::Builder, fields: &[(&str, &str)]) -> Request<Body> {
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    request.body(Body::from(serde_urlencoded::to_string(fields).unwrap())).unwrap()
}

impl Answer {
    /// Where it leads; empty if nowhere.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap())
    }

    /// What a person reads, and what stands in the fields (a line each).
    pub fn text(&self) -> String {
        let page = Html::parse_document(&self.body);
        let fields = Selector::parse("input, option").unwrap();
        let typed =
            page.select(&fields).filter_map(|field| field.value().attr("value")).map(|value| format!("{value}\n"));
        let read: String = page.root_element().text().collect();
        typed.collect::<String>() + &read
    }

    /// How many elements a selector finds.
    pub fn count(&self, selector: &str) -> usize {
        Html::parse_document(&self.body).select(&Selector::parse(selector).unwrap()).count()
    }

    /// The values of a cookie this answer sets, with its attributes.
    pub fn cookie(&self, name: &str) -> Option<cookie::Cookie<'static>> {
        let set = self.headers.get_all(header::SET_COOKIE).iter();
        let mut cookies = set.map(|value| cookie::Cookie::parse(value.to_str().unwrap().to_owned()).unwrap());
        cookies.find(|cookie| cookie.name() == name)
    }
}
