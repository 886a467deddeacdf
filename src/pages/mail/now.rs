use catalog::emails as say;
use leptos::prelude::*;

use super::mail_outlook;
use crate::{
    api::{ResendMessages, action},
    server::{http::Visit, services::mail::Queue},
    words,
};

/// How emails go at the moment: how many wait and since when, how long they take.
pub(super) fn queue_now(queue: &Queue, visit: &Visit) -> impl IntoView + use<> {
    let waiting = queue.due;
    let oldest = queue.oldest.map(|since| words::distance(since, visit.zone(), visit.now));
    let said = oldest.map(|since| say::oldest(waiting, since));
    said.map(|said| {
        view! {
            <div class="note stack">
                <p class="num">{said}</p>
                {mail_outlook(visit, waiting, 0)}
            </div>
        }
    })
}

/// What emails failed for, the most frequent first, each with a button to send all of them again.
pub(super) fn reasons(queue: &Queue) -> impl IntoView + use<> {
    let lines: Vec<_> = queue
        .reasons
        .iter()
        .map(|(why, count)| {
            let said = if why.is_empty() { say::no_reason().to_owned() } else { words::mail_reason(why) };
            view! {
                <li class="panel">
                    <span><b class="num">{say::failed_for(*count)}</b>" "<span class="user-text">{said.clone()}</span></span>
                    <form method="post" action={action::<ResendMessages>()}>
                        <input type="hidden" name="reason" value=why.clone()/>
                        <button class="button quiet small" aria-label=say::resend_all_of(said)>{say::resend_all()}</button>
                    </form>
                </li>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section aria-labelledby="reasons">
                <h2 id="reasons">{say::reasons()}</h2>
                <ul class="stack waits">{lines}</ul>
            </section>
        }
    })
}
