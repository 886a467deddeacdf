use std::borrow::Cow;

use leptos::prelude::*;

use crate::{
    server::{config::MailTransport, http::Visit, mail::Account, services::settings::Setting},
    words,
};

/// Variables, how they read, and what each is for.
pub fn settings_facts(settings: Vec<Setting>) -> impl IntoView {
    let rows = settings.into_iter().map(|Setting { name, value }| {
        let value = if value.is_empty() { "not set".to_owned() } else { value };
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
        MailTransport::Ses(_) => site.mail_health.borrow().clone(),
    };
    let since = known.as_ref().map(|(at, _)| words::when_exact(*at, site.settings.time_zone));
    let State { badge, word, sentence } = match (&site.settings.mail.transport, known) {
        (MailTransport::Console, _) => PRINTED,
        (_, None) => NOT_ASKED,
        (_, Some((_, health))) => match health.account {
            Some(account) => of_account(&account),
            None if health.down => NO_ANSWER,
            None => NOT_TOLD,
        },
    };
    view! {
        <div class="note stack">
            <p class="badges"><span class=badge>{word}</span></p>
            <p class="num">{sentence}</p>
            {since.map(|since| view! { <p class="small muted num">{format!("As of {since}")}</p> })}
        </div>
    }
}

/// A word on a badge, and what it means.
struct State {
    badge: &'static str,
    word: &'static str,
    sentence: Cow<'static, str>,
}

const PRINTED: State = State { badge: "badge", word: "Printed", sentence: Cow::Borrowed(words::PRINTED) };
const NOT_ASKED: State = State {
    badge: "badge",
    word: "Not known yet",
    sentence: Cow::Borrowed("Amazon SES was not asked yet. Look again in half a minute."),
};
const NO_ANSWER: State = State { badge: "badge bad", word: "Down", sentence: Cow::Borrowed(words::SES_SILENT) };
const NOT_TOLD: State = State {
    badge: "badge",
    word: "Not known",
    sentence: Cow::Borrowed(
        "Amazon SES answers, but does not say how the account stands: its keys need the right ses:GetAccount for that. \
         Mails are sent all the same.",
    ),
};

fn of_account(account: &Account) -> State {
    let quota = format!(
        "{} of {} in the last 24 hours, at most {} a second.",
        words::grouped(account.sent),
        words::emails(account.a_day),
        account.a_second
    );
    if !account.sending {
        let sentence = "Amazon SES has paused sending for this account; its console says why. Mails wait.".into();
        return State { badge: "badge bad", word: "Paused", sentence };
    }
    if account.sandbox {
        let said = "The account is in the sandbox of Amazon SES: only verified addresses get mail. Ask AWS for \
                    production access before you add people.";
        return State { badge: "badge warn", word: "Sandbox", sentence: format!("{said} {quota}").into() };
    }
    State { badge: "badge ok", word: "Works", sentence: format!("Amazon SES takes mail: {quota}").into() }
}
