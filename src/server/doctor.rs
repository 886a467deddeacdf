//! What an admin can do something about, looked at in one go: settings, database, mail, clock, the way from outside, the
//! public beacon.

mod beacon;
mod data;
mod mail;
mod relay;
mod web;

use std::fmt;

use super::config::Settings;

/// How one thing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Ok,
    /// Works, but look at it.
    Note,
    /// Does not work.
    Fault,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub what: &'static str,
    pub verdict: Verdict,
    pub said: String,
}

impl Finding {
    fn ok(what: &'static str, said: impl Into<String>) -> Self {
        Self { what, verdict: Verdict::Ok, said: said.into() }
    }

    fn note(what: &'static str, said: impl Into<String>) -> Self {
        Self { what, verdict: Verdict::Note, said: said.into() }
    }

    fn fault(what: &'static str, said: impl Into<String>) -> Self {
        Self { what, verdict: Verdict::Fault, said: said.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = match self.verdict {
            Verdict::Ok => "ok",
            Verdict::Note => "note",
            Verdict::Fault => "FAULT",
        };
        write!(f, "{verdict:<6}{:<10}{}", self.what, self.said)
    }
}

fn of_settings(settings: &Settings) -> Finding {
    const SETTINGS: &str = "settings";
    match settings.unread.as_slice() {
        [] => Finding::ok(SETTINGS, "every setting can be accepted"),
        names => {
            let said = format!("nothing here reads {}; the README has the names of all settings", names.join(", "));
            Finding::note(SETTINGS, said)
        }
    }
}

/// Looks at everything; changes nothing.
pub async fn look(settings: &Settings) -> Vec<Finding> {
    let mut findings = vec![of_settings(settings)];
    findings.extend(data::look(settings).await);
    findings.extend(mail::look(settings).await);
    findings.extend(web::look(settings).await);
    findings.extend(beacon::look(settings).await);
    findings
}
