use axum::http::StatusCode;
use ticket_pool::api::Reply;

use super::scene::{Scene, Who};
use crate::harness::{Answer, DOMAIN};

/// Where a form leads that was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// Back to its page, with what was typed.
    Back,
    /// Back to its page, with nothing of what was typed.
    BackEmpty,
    /// To the page that says it is not theirs.
    Forbidden,
    /// To the page that says there is no such thing.
    Nowhere,
    /// To the sign-in page.
    Door,
}

/// One form as someone sends it, and what they read then.
#[derive(Clone, Debug)]
pub struct Case {
    pub endpoint: &'static str,
    pub what: String,
    pub who: Who,
    pub fields: Vec<(String, String)>,
    pub leads: Leads,
    pub says: String,
    pub keeps: Vec<String>,
}

impl Case {
    /// A form that would be accepted.
    pub fn of(endpoint: &'static str, who: Who, fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { endpoint, what: String::new(), who, fields, leads: Leads::Back, says: String::new(), keeps: Vec::new() }
    }

    /// The same with other fields: all of that name are replaced.
    pub fn with(&self, fields: &[(&str, &str)]) -> Self {
        let mut case = self.clone();
        case.fields.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
        case.fields.extend(fields.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())));
        let shown: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={value:.40}")).collect();
        case.what = format!("{} {}", case.what, shown.join("&"));
        case
    }

    /// The same without a field.
    pub fn without(&self, field: &str) -> Self {
        let mut case = self.clone();
        case.fields.retain(|(name, _)| name != field);
        case.what = format!("{} no {field}", case.what);
        case
    }

    /// The same sent elsewhere.
    pub fn at(&self, endpoint: &'static str) -> Self {
        Self { endpoint, ..self.clone() }
    }

    /// The same from someone else.
    pub fn by(&self, who: Who) -> Self {
        Self { who, what: format!("{} by {who:?}", self.what), ..self.clone() }
    }

    /// Comes back saying this.
    pub fn says(self, says: impl Into<String>) -> Self {
        Self { says: says.into(), ..self }
    }

    /// What was typed stands on the page.
    pub fn keeps(mut self, typed: &[&str]) -> Self {
        self.keeps.extend(typed.iter().map(|&typed| typed.to_owned()));
        self
    }

    /// Leads elsewhere.
    pub fn leads(self, leads: Leads) -> Self {
        let says = match leads {
            Leads::Back | Leads::BackEmpty => self.says.clone(),
            Leads::Forbidden => "You don’t have access to this page.".into(),
            Leads::Nowhere => "We can’t find that page, or you don’t have access to it.".into(),
            Leads::Door => "Email me a sign-in code".into(),
        };
        Self { leads, says, ..self }
    }

    /// Sends it as browsers and as islands do; says everything that is wrong with the answers.
    pub async fn wrongs(&self, scene: &Scene) -> Vec<String> {
        // Nobody types that fast: each of the two refused forms is kept, and that is limited.
        scene.town.wait(chrono::TimeDelta::seconds(4));
        let before = scene.town.snapshot(&DOMAIN).await;
        let mut browser = scene.browser(self.who);
        let fields: Vec<(&str, &str)> = self.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        let answer = browser.post(self.endpoint, &fields).await;
        let mut wrongs = self.judge(&answer);
        if wrongs.is_empty() {
            let page = browser.get(answer.location()).await;
            wrongs.extend(self.read(&page));
        }
        let json = browser.post_for_json(self.endpoint, &fields).await;
        match serde_json::from_str::<Reply>(&json.body) {
            Ok(Reply::Refused { .. }) if json.status.is_client_error() => {}
            _ => wrongs.push(format!("as JSON: {} {}", json.status, json.body)),
        }
        if scene.town.snapshot(&DOMAIN).await != before {
            wrongs.push("something changed".into());
        }
        wrongs.iter().map(|wrong| format!("{} {}: {wrong}", self.endpoint, self.what)).collect()
    }

    fn judge(&self, answer: &Answer) -> Vec<String> {
        let to = answer.location();
        let right = match self.leads {
            Leads::Back => to.contains("draft="),
            Leads::BackEmpty => to.starts_with("/set-up/") && !to.contains("draft="),
            Leads::Forbidden => to == "/problem/forbidden",
            Leads::Nowhere => to == "/problem/not-found",
            Leads::Door => to.starts_with("/sign-in") && !to.contains("draft="),
        };
        if answer.status == StatusCode::SEE_OTHER && right {
            return Vec::new();
        }
        vec![format!("{} to {to:?} instead of {:?}", answer.status, self.leads)]
    }

    fn read(&self, page: &Answer) -> Vec<String> {
        let text = page.text();
        let mut wrongs = Vec::new();
        if page.status.is_server_error() || page.status.is_redirection() {
            wrongs.push(format!("the page answers {}", page.status));
        }
        if self.says.is_empty() || !text.contains(&self.says) {
            wrongs.push(format!("{:?} is not on the page ({})", self.says, page.status));
        }
        for typed in self.keeps.iter().filter(|typed| !text.contains(*typed)) {
            wrongs.push(format!("what was typed is gone: {typed:.60?}"));
        }
        if page.body.contains("<script>alert") {
            wrongs.push("markup stands there raw".into());
        }
        wrongs
    }
}

/// Judges all cases and names every wrong.
pub async fn all_right(scene: &Scene, cases: Vec<Case>) {
    let mut wrongs = Vec::new();
    let count = cases.len();
    for case in cases {
        wrongs.extend(case.wrongs(scene).await);
    }
    assert!(wrongs.is_empty(), "{} wrongs in {count} forms:\n{}", wrongs.len(), wrongs.join("\n"));
}
