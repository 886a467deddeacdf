use super::{Prepared, TAKEN_BACK, active, composed, pair::Pair};
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
        services::sign_in::codes_are_used_up,
        site::Site,
    },
};

/// The pair for whoever asked on the sign-in page.
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
    let pair = Pair::new(site, &attempt.binding_hash).await;
    let tx = site.db.write_tx().await?;
    people::lock(&tx, person.id).await?;
    attempts::belongs_to(&tx, attempt.id, person.id).await?;
    outbox::belongs_to(&tx, message.id, person.id).await?;
    if !pair.keep(site, &tx, &person, (attempt.id, message.id), Purpose::SignIn).await? {
        return Ok(Prepared::Nobody(TAKEN_BACK));
    }
    tx.commit().await?;
    // Where they had signed in before, codes count apart.
    let by_link = !attempt.known && codes_are_used_up(site, &attempt.email).await?;
    let letter = if by_link { SignInMessage::letter_by_link } else { SignInMessage::letter };
    let asked_in = Asked::of(&message.payload).language();
    composed(&person, asked_in, site, |to| letter(to, &pair.token, &pair.code, &site.settings)).await
}
