use chrono::TimeDelta;

use super::{
    Prepared, TAKEN_BACK, active, composed,
    pair::{LINK_LIVES, Pair},
};
use crate::{
    domain::person::Email,
    server::{
        db::{
            DbErr, attempts,
            outbox::{self, StoredMessage},
            people,
            sign_in::Purpose,
        },
        mail::{Asked, messages::SignInMessage},
        services::sign_in::{BINDING_LASTS, codes_are_used_up},
        site::Site,
    },
};

/// An email that waited so long is not sent where a newer one makes it useless.
const LATE: TimeDelta = TimeDelta::minutes(1);
const ASKED_AGAIN: &str = "They asked for another one.";

/// The pair for whoever asked on the sign-in page. It is made now, so it is as fresh after an outage of hours. Of several
/// emails that waited for the end of one, the newest leaves: the code of each would do in the same browser. Once the browser
/// that asked is not remembered anymore, no code would do, and any newer email has all that this one could have.
pub(super) async fn prepare(site: &Site, message: &StoredMessage) -> Result<Prepared, DbErr> {
    let attempt = match message.attempt {
        Some(attempt) => attempts::find(site.db.read(), attempt).await?,
        None => None,
    };
    let Some(attempt) = attempt else { return Ok(Prepared::Nobody("The asking for it is too long ago.")) };
    let person = match Email::parse(&attempt.email) {
        Ok(email) => people::find_by_email(site.db.read(), &email).await?,
        Err(_) => None,
    };
    let person = match active(person) {
        Ok(person) => person,
        Err(why) => return Ok(Prepared::Nobody(why)),
    };
    let waited = site.now() - message.created_at;
    let forgotten = waited >= BINDING_LASTS;
    if waited >= LATE && attempts::is_overtaken(site.db.read(), &attempt, forgotten).await? {
        return Ok(Prepared::Nobody(ASKED_AGAIN));
    }
    let pair = Pair::new(site, &attempt.binding_hash).await;
    let tx = site.db.write_tx().await?;
    people::lock(&tx, person.id).await?;
    attempts::belongs_to(&tx, attempt.id, person.id).await?;
    attempts::renew(&tx, attempt.id, site.now() + LINK_LIVES).await?;
    outbox::belongs_to(&tx, message.id, person.id).await?;
    if !pair.keep(site, &tx, &person, (attempt.id, message.id), Purpose::SignIn).await? {
        return Ok(Prepared::Nobody(TAKEN_BACK));
    }
    tx.commit().await?;
    // Where they had signed in before, codes count apart.
    let by_link = !attempt.known && codes_are_used_up(site, &attempt.email).await?;
    let letter = match (by_link, forgotten) {
        (true, _) => SignInMessage::letter_by_link,
        (false, true) => SignInMessage::letter_late,
        (false, false) => SignInMessage::letter,
    };
    let asked_in = Asked::of(&message.payload).language();
    composed(&person, asked_in, site, |to| letter(to, &pair.token, &pair.code, &site.settings)).await
}
