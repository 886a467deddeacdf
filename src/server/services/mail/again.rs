use serde_json::json;

use super::is_true_still;
use crate::{
    domain::deed::Deed,
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, messages, outbox},
        services::{Act, Done},
        site::Site,
    },
    words,
};

/// How many messages one press sends again at most.
const MOST: u64 = 1_000;

/// Sends all messages again that failed for a reason, as far as they are true still: the others stay as they are. Says how many
/// go back into the queue.
///
/// # Errors
/// Not an admin; none failed for that reason; of those that did none is true any more.
pub async fn send_all_again(site: &Site, actor: &Actor, reason: &str) -> Done<usize> {
    let mut act = Act::by(site, actor).await?;
    act.may(Action::ManageMail)?;
    let failed = messages::failed(&act.tx, MOST).await?;
    let of_that_reason = |kept: &Option<String>| words::mail_why(kept.as_deref().unwrap_or_default()) == reason;
    let (mut found, mut again) = (false, Vec::new());
    for message in failed.iter().filter(|message| of_that_reason(&message.reason)) {
        found = true;
        if is_true_still(&act, message).await? && outbox::resend(&act.tx, message.id, act.now).await? {
            again.push(message.id);
        }
    }
    if again.is_empty() {
        return Err(if found { Obstacle::Overtaken } else { Obstacle::NotFailed }.into());
    }
    let count = again.len();
    act.note(Entry::of(Deed::MailResend).with(json!({ "messages": again })));
    act.commit().await?;
    site.mail_waits.notify_one();
    Ok(count)
}
