use chrono::TimeDelta;

use crate::{
    domain::ids::{AttemptId, MessageId},
    server::{
        auth::{Code, Salt, Secret},
        db::{
            DbErr, WriteTx, outbox,
            people::{self, Person},
            sign_in::{self, NewLink, Purpose},
        },
        services::sign_in::LIVE_PAIRS,
        site::Site,
    },
};

/// How long a link that was asked for lives, from sending.
pub(super) const LINK_LIVES: TimeDelta = TimeDelta::minutes(15);
/// How long its code lives.
const CODE_LIVES: TimeDelta = TimeDelta::minutes(10);
/// How long someone new has time.
pub(super) const WELCOME: TimeDelta = TimeDelta::days(3);

/// The two secrets of one email.
pub(super) struct Pair {
    pub token: Secret,
    pub code: Code,
    code_hash: String,
}

impl Pair {
    /// Makes them for the browser with this binding; hashing takes its time, so no transaction is open yet.
    pub async fn new(site: &Site, binding_hash: &str) -> Self {
        let code = Code::new(&*site.chance);
        let code_hash = code.hash(&site.settings.secret_key, Salt::of_binding(binding_hash)).await;
        Self { token: Secret::new(&*site.chance), code, code_hash }
    }

    /// Stores their hashes; a person has only so many at a time. Says no if the person, their address or the message is
    /// not what it was when this began: someone ended all ways in while the code was hashed.
    pub async fn keep(
        &self,
        site: &Site,
        tx: &WriteTx,
        person: &Person,
        (attempt, message): (AttemptId, MessageId),
        purpose: Purpose,
    ) -> Result<bool, DbErr> {
        let now = site.now();
        let still = people::find(tx, person.id).await?;
        let still = still.is_some_and(|still| still.active && still.email == person.email);
        if !still || !outbox::is_sending(tx, message).await? {
            return Ok(false);
        }
        let (link_lives, code_lives) =
            if purpose == Purpose::Welcome { (WELCOME, WELCOME) } else { (LINK_LIVES, CODE_LIVES) };
        let link = NewLink {
            person: person.id,
            attempt: Some(attempt),
            token_hash: self.token.hash(),
            purpose,
            expires_at: now + link_lives,
            code: Some((self.code_hash.clone(), now + code_lives)),
        };
        sign_in::insert(tx, link, now).await?;
        sign_in::void_surplus(tx, person.id, u64::from(LIVE_PAIRS), now).await?;
        Ok(true)
    }
}
