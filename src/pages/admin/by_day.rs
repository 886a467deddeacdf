use catalog::admin as say;
use chrono::NaiveTime;
use leptos::prelude::*;

use super::number;
use crate::{
    components::{
        chart::{Column, chart, columns, table},
        rich,
    },
    domain::schedule::Zone,
    server::{
        db::figures::{Counts, Day, Failure},
        http::Visit,
    },
    words,
};

/// Emails of the latest days, how long they took, and why the last ones failed.
pub(super) fn emails(counts: &Counts, visit: &Visit) -> impl IntoView + use<> {
    let sum = |of: fn(&Day) -> u64| counts.days.iter().map(of).sum::<u64>();
    let label = say::emails_label(counts.days.len(), sum(|day| day.sent), sum(|day| day.failed));
    let days: Vec<Column> = counts.days.iter().map(|day| Column { well: day.sent, badly: day.failed }).collect();
    let wait = counts.wait.map(|seconds| {
        let says = if seconds < 120 { say::wait(seconds) } else { say::wait_minutes(seconds.div_ceil(60)) };
        view! { <p class="small">{says}</p> }
    });
    let failures: Vec<_> = counts.failures.iter().map(failure).collect();
    let failures = (!failures.is_empty()).then(|| view! { <ul class="small">{failures}</ul> });
    let picture = view! { {columns("emails", &days, label)}{wait}{failures} };
    let rows = rows(counts, visit, |day| [day.sent, day.failed]);
    chart(
        "emails",
        say::emails(),
        say::emails_reads(),
        picture,
        table([say::day(), say::sent(), say::failed_column()], rows),
    )
}

/// Sign-ins of the latest days, and who has never come.
pub(super) fn sign_ins(counts: &Counts, visit: &Visit) -> impl IntoView + use<> {
    let sum = |of: fn(&Day) -> u64| counts.days.iter().map(of).sum::<u64>();
    let label = say::sign_ins_label(counts.days.len(), sum(|day| day.signed_in), sum(|day| day.refused));
    let days: Vec<Column> = counts.days.iter().map(|day| Column { well: day.signed_in, badly: day.refused }).collect();
    let picture = view! { {columns("sign-ins", &days, label)}<p class="small">{say::never(counts.never)}</p> };
    let rows = rows(counts, visit, |day| [day.signed_in, day.refused]);
    let titles = [say::day(), say::signed_in(), say::refused_column()];
    chart("sign-ins", say::sign_ins(), say::sign_ins_reads(), picture, table(titles, rows))
}

/// A row a day, today first.
fn rows(counts: &Counts, visit: &Visit, of: fn(&Day) -> [u64; 2]) -> Vec<[AnyView; 3]> {
    let row = |day: &Day| {
        let date = words::short_date(day.date.and_time(NaiveTime::MIN).and_utc(), Zone(chrono_tz::UTC), visit.now);
        let [well, badly] = of(day).map(|count| number(count).into_any());
        [date.into_any(), well, badly]
    };
    counts.days.iter().rev().map(row).collect()
}

/// Why an email failed.
fn failure(failure: &Failure) -> AnyView {
    let text = |text: Option<&String>, none: &'static str| match text {
        Some(text) => view! { <span class="user-text">{text.clone()}</span> }.into_any(),
        None => none.into_any(),
    };
    let person = text(failure.person.as_ref(), say::nobody());
    let reason = text(failure.reason.as_ref(), say::no_reason());
    let says = match &failure.event {
        Some(event) => {
            let event = text(Some(event), "");
            rich([person, event, reason], |[person, event, reason]| say::failure_about(person, event, reason))
        }
        None => rich([person, reason], |[person, reason]| say::failure(person, reason)),
    };
    view! { <li>{says}</li> }.into_any()
}
