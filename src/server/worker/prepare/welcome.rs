use super::{
    NO_ADDRESS, Prepared, TAKEN_BACK, composed, find,
    pair::{Pair, WELCOME},
};
use crate::{
    domain::person::Email,
    paths,
    server::{
        auth::Secret,
        config::LoginUnbound,
        db::{
            DbErr,
            attempts::{self, NewAttempt},
            outbox::StoredMessage,
            people,
            sign_in::Purpose,
        },
        mail::messages::WelcomeMessage,
        site::Site,
    },
};

/// The pair for someone new. It belongs to no browser: an attempt that no cookie answers to counts the codes tried.
pub(super) async fn prepare(site: &Site, message: &StoredMessage) -> Result<Prepared, DbErr> {
    let person = match find(site.db.read(), message.person).await? {
        Ok(person) => person,
        Err(why) => return Ok(Prepared::Nobody(why)),
    };
    let Ok(email) = Email::parse(&person.email) else { return Ok(Prepared::Unwritable(NO_ADDRESS)) };
    let now = site.now();
    let binding_hash = Secret::new(&*site.chance).hash();
    let pair = Pair::new(site, &binding_hash).await;
    let tx = site.db.write_tx().await?;
    people::lock(&tx, person.id).await?;
    let attempt = NewAttempt {
        email: &email,
        binding_hash,
        next: paths::DASHBOARD.to_owned(),
        client: String::new(),
        known: false,
        created_at: now,
        expires_at: now + WELCOME,
    };
    let attempt = attempts::insert(&tx, attempt).await?;
    if !pair.keep(site, &tx, &person, (attempt, message.id), Purpose::Welcome).await? {
        return Ok(Prepared::Nobody(TAKEN_BACK));
    }
    tx.commit().await?;
    let code = (site.settings.login_unbound == LoginUnbound::Code).then_some(&pair.code);
    composed(&person, None, site, |to| WelcomeMessage::letter(to, &pair.token, code, &site.settings)).await
}
