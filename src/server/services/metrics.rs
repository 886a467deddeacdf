//! The figures of the site, as Prometheus reads them
//! (<https://prometheus.io/docs/instrumenting/exposition_formats/>). There is nobody's name in them, and no address.

use std::fmt::{Display, Write};

use chrono::{DateTime, Utc};

use super::{Done, backup};
use crate::server::{
    db::watched::{self, Watched},
    observed::{Answered, WITHIN},
    site::Site,
};

/// A page of figures, growing.
#[derive(Default)]
struct Figures(String);

impl Figures {
    /// A figure that has no labels.
    fn one(&mut self, name: &str, kind: &str, help: &str, value: impl Display) {
        self.head(name, kind, help);
        self.line(name, &[], value);
    }

    fn head(&mut self, name: &str, kind: &str, help: &str) {
        let _never_fails = write!(self.0, "# HELP ticket_pool_{name} {help}\n# TYPE ticket_pool_{name} {kind}\n");
    }

    fn line(&mut self, name: &str, labels: &[(&str, &str)], value: impl Display) {
        let labels: Vec<_> = labels.iter().map(|(label, value)| format!("{label}=\"{}\"", escaped(value))).collect();
        let labels = if labels.is_empty() { String::new() } else { format!("{{{}}}", labels.join(",")) };
        let _never_fails = writeln!(self.0, "ticket_pool_{name}{labels} {value}");
    }
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

/// All figures, as they are now.
pub async fn text(site: &Site) -> Done<String> {
    let now = site.now();
    let data = watched::all(&site.db, now).await?;
    let mut figures = Figures::default();
    requests(&mut figures, site);
    figures.one("statements_total", "counter", "SQL statements sent to the database.", site.db.statements());
    messages(&mut figures, &data, now);
    tries(&mut figures, site);
    figures.one("people_unreachable", "gauge", "Active people whom emails do not reach.", data.failing);
    figures.one("sessions", "gauge", "Browsers that are signed in.", data.sessions);
    figures.one("database_bytes", "gauge", "Size of the database.", data.size);
    let flag = |on: bool| u8::from(on);
    let mail_is_down = site.mail_is_down.load(std::sync::atomic::Ordering::Relaxed);
    figures.one("mail_down", "gauge", "1 while the email service takes no email.", flag(mail_is_down));
    let unwritable = site.unwritable.borrow().is_some();
    figures.one("database_unwritable", "gauge", "1 while nothing can be written.", flag(unwritable));
    if let Some(backup) = backup::state(site) {
        figures.one("backup_late", "gauge", "1 while the latest backup is too old.", flag(backup.is_late));
        if let Some(last) = backup.last {
            figures.one("backup_age_seconds", "gauge", "Age of the latest backup.", seconds(now, last));
        }
    }
    Ok(figures.0)
}

fn requests(figures: &mut Figures, site: &Site) {
    let answered = site.observed.requests.answered();
    figures.head("requests_total", "counter", "Requests answered, by pattern of the route and status.");
    for (route, Answered { by_status, .. }) in &answered {
        for (status, count) in by_status {
            figures.line("requests_total", &[("route", route), ("status", &status.to_string())], count);
        }
    }
    figures.head("request_seconds", "histogram", "How long answers took, by pattern of the route.");
    for (route, Answered { by_time, time, .. }) in &answered {
        let mut sum = 0;
        for (within, count) in WITHIN.iter().map(|&most| Some(most)).chain([None]).zip(by_time) {
            sum += count;
            #[expect(clippy::cast_precision_loss, reason = "at most ten thousand")]
            let most = within.map_or_else(|| "+Inf".to_owned(), |most| (most as f64 / 1_000.0).to_string());
            figures.line("request_seconds_bucket", &[("route", route), ("le", &most)], sum);
        }
        figures.line("request_seconds_sum", &[("route", route)], time.as_secs_f64());
        figures.line("request_seconds_count", &[("route", route)], sum);
    }
}

fn messages(figures: &mut Figures, data: &Watched, now: DateTime<Utc>) {
    figures.head("emails", "gauge", "Emails that are kept, by kind and by how far they came.");
    for group in &data.messages {
        figures.line("emails", &[("kind", &group.kind), ("status", &group.status)], group.count);
    }
    let waits = |group: &&watched::Messages| matches!(group.status.as_str(), "waiting" | "sending");
    let queue: i64 = data.messages.iter().filter(waits).map(|group| group.count).sum();
    figures.one("queue_length", "gauge", "Emails that are still to leave.", queue);
    let oldest = data.oldest_waiting.map_or(0.0, |oldest| seconds(now, oldest));
    figures.one("queue_oldest_seconds", "gauge", "Age of the oldest email that is due; 0: none waits.", oldest);
}

/// What this instance did; what is kept of it is in the figure above.
fn tries(figures: &mut Figures, site: &Site) {
    figures.head("emails_total", "counter", "Tries to send an email, by kind and by how they ended.");
    for ((kind, outcome), count) in site.observed.emails.counts() {
        figures.line("emails_total", &[("kind", kind), ("outcome", outcome)], count);
    }
}

/// From `then` to `now`, in seconds.
fn seconds(now: DateTime<Utc>, then: DateTime<Utc>) -> f64 {
    (now - then).as_seconds_f64().max(0.0)
}
