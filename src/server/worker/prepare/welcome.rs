use super::{
    NO_ADDRESS, Prepared, TAKEN_BACK, composed, find,
    pair::{Pair, WELCOME},
};
use crate::{
    domain::person::Email,
    paths,
    server::{
        auth::{Code, Secret},
        config::{LoginUnbound, Settings},
        db::{
            DbErr,
            attempts::{self, NewAttempt},
            outbox::StoredMessage,
            people,
            sign_in::Purpose,
        },
        mail::{Composed, To},
        site::Site,
    },
};

/// Writes the letter around a link, and the code that goes with it where the link is worth nothing without.
type Write = fn(&To<'_>, &Secret, Option<&Code>, &Settings) -> Composed;

/// The pair for someone new, or for someone to whom an admin sends a link. It belongs to no browser: an attempt that no cookie answers to counts the codes tried.
pub(super) async fn prepare(site: &Site, message: &StoredMessage, write: Write) -> Result<Prepared, DbErr> {
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
    composed(&person, None, site, |to| write(to, &pair.token, code, &site.settings)).await
}
