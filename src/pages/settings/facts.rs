use catalog::{emails, relay, settings as say};
use leptos::prelude::*;

use crate::{
    server::{config::MailTransport, http::Visit, mail::Account, services::settings::Setting},
    words,
};

/// Variables, how they read, and what each is for.
pub fn settings_facts(settings: Vec<Setting>) -> impl IntoView {
    let rows = settings.into_iter().map(|Setting { name, value }| {
        let value = if value.is_empty() { say::not_set().to_owned() } else { value };
        view! {
            <div>
                <dt><code>{name}</code></dt>
                <dd><span class="user-text">{value}</span><br/><small class="muted">{words::setting(name)}</small></dd>
            </div>
        }
    });
    view! { <dl class="facts panel">{rows.collect_view()}</dl> }
}

/// How mail stands, as far as the site knows: nobody is asked while a page is made.
pub(super) fn mail_state(visit: &Visit) -> impl IntoView + use<> {
    let site = &visit.site;
    let known = match &site.settings.mail.transport {
        MailTransport::Console => None,
        MailTransport::Ses(_) | MailTransport::Smtp(_) => site.mail_health.borrow().clone(),
    };
    let since = known.as_ref().map(|(at, _)| words::when_exact(*at, site.settings.time_zone));
    let State { badge, word, sentence } = match (&site.settings.mail.transport, known) {
        (MailTransport::Console, _) => State::of("badge", say::printed(), emails::off()),
        (MailTransport::Smtp(_), None) => State::of("badge", say::checking(), relay::checking()),
        (MailTransport::Smtp(_), Some((_, health))) if health.down => {
            State::of("badge bad", say::down(), relay::silent())
        }
        (MailTransport::Smtp(_), Some(_)) => State::of("badge ok", say::works(), relay::works()),
        (_, None) => State::of("badge", say::checking(), say::checking_what()),
        (_, Some((_, health))) => match health.account {
            Some(account) => of_account(&account),
            None if health.down => State::of("badge bad", say::down(), emails::silent()),
            None => State::of("badge", say::unknown(), say::unknown_what()),
        },
    };
    view! {
        <div class="note stack">
            <p class="badges"><span class=badge>{word}</span></p>
            <p class="num">{sentence}</p>
            {since.map(|since| view! { <p class="small muted num">{say::as_of(since)}</p> })}
        </div>
    }
}

/// A word on a badge, and what it means.
struct State {
    badge: &'static str,
    word: &'static str,
    sentence: String,
}

impl State {
    fn of(badge: &'static str, word: &'static str, sentence: impl Into<String>) -> Self {
        Self { badge, word, sentence: sentence.into() }
    }
}

fn of_account(account: &Account) -> State {
    let (sent, day, rate) = (account.sent, account.a_day, account.a_second);
    if !account.sending {
        return State::of("badge bad", say::paused(), say::paused_what());
    }
    if account.sandbox {
        return State::of("badge warn", say::sandbox(), say::sandbox_what(day, sent, rate));
    }
    State::of("badge ok", say::works(), say::works_what(day, sent, rate))
}
