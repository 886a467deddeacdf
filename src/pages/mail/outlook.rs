use catalog::{emails as say, relay};
use leptos::prelude::*;

use crate::{
    server::{
        config::MailTransport,
        http::Visit,
        mail::{Account, Health},
        worker::Pace,
    },
    words,
};

/// What is to be expected of emails that are still to leave: how long they take, and what is in their way. From what the
/// email service said of itself last; nobody is asked while a page is made.
///
/// `later` did not leave at their first try and wait for another.
pub fn mail_outlook(visit: &Visit, mails: u64, later: u64) -> impl IntoView + use<> {
    let mut sentences = if mails > 0 { sentences(visit, mails) } else { Vec::new() };
    sentences.extend((later > 0).then(|| say::retried(later)));
    (!sentences.is_empty()).then(|| view! { <p class="small muted num">{sentences.join(" ")}</p> })
}

fn sentences(visit: &Visit, mails: u64) -> Vec<String> {
    let site = &visit.site;
    if !site.settings.mail.transport.sends() {
        return vec![say::off().to_owned()];
    }
    match site.mail_health.borrow().as_ref().map(|(_, health)| health) {
        Some(Health { account: Some(account), .. }) if !account.sending => {
            vec![say::paused().to_owned()]
        }
        Some(Health { account: Some(account), .. }) => of_account(account, mails, Pace::of(site)),
        Some(Health { down: true, .. }) => {
            let by_relay = matches!(site.settings.mail.transport, MailTransport::Smtp(_));
            vec![if by_relay { relay::silent() } else { say::silent() }.to_owned()]
        }
        _ => Vec::new(),
    }
}

/// `pace`: that at which they leave, which is not all that the account allows.
fn of_account(account: &Account, mails: u64, pace: Option<Pace>) -> Vec<String> {
    let a_second = pace.filter(|_| account.a_second > 0.0).map_or(0.0, Pace::of_crowd);
    let in_tenths = (a_second * 10.0).round() / 10.0;
    let time = words::sending_time(mails, a_second).map(|time| say::time_needed(mails, time, in_tenths));
    let left = account.a_day.saturating_sub(account.sent);
    let too_many = (account.a_day > 0 && left < mails).then(|| say::too_many(account.a_day, account.sent, left));
    [time, too_many, account.sandbox.then(|| say::sandbox().to_owned())].into_iter().flatten().collect()
}
