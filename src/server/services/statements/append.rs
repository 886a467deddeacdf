use allocation::statement::{Kind, PublicKey, SigningKey, Statement, link};
use chrono::{DateTime, SecondsFormat, Utc};

use super::NewStatement;
use crate::server::{
    config::SecretKey,
    db::{
        WriteTx,
        commitments::Sealed,
        statements::{self, Head, Stated},
    },
    services::{Done, Fault},
    site::Site,
};

/// What the seed of the signing key is sealed for.
const PURPOSE: &str = "statement key";

/// Adds statements to the chain, each signed, in the transaction of what they are about. The chain is locked from here
/// to the end of the transaction.
///
/// The first statement of all, and the first after the key was lost with the secret key, is that of the new key.
pub async fn append(site: &Site, tx: &WriteTx, now: DateTime<Utc>, new: Vec<NewStatement>) -> Done {
    if new.is_empty() {
        return Ok(());
    }
    let head = statements::lock_head(tx).await?;
    let mut chain = Chain::open(site, head, now)?;
    for one in new {
        chain.say(one)?;
    }
    statements::append(tx, chain.stated, chain.head).await?;
    Ok(())
}

/// Makes the signing key where there is none yet, and has it sealed with the present secret key if the one before
/// sealed it. One that neither opens stays until something is stated: a start with a wrong secret key changes nothing.
pub async fn keep_key(site: &Site) -> Done {
    let tx = site.db.write_tx().await?;
    let head = statements::lock_head(&tx).await?;
    let previous = site.settings.previous_key.as_ref().map(SecretKey::id);
    if head.key.as_ref().is_none_or(|(_, sealed)| Some(&sealed.key) == previous.as_ref()) {
        let chain = Chain::open(site, head, site.now())?;
        statements::append(&tx, chain.stated, chain.head).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The chain while it grows.
struct Chain<'a> {
    site: &'a str,
    key: SigningKey,
    head: Head,
    now: DateTime<Utc>,
    stated: Vec<Stated>,
}

impl<'a> Chain<'a> {
    fn open(site: &'a Site, head: Head, now: DateTime<Utc>) -> Done<Self> {
        let secret = &site.settings.secret_key;
        let keys = [Some(secret), site.settings.previous_key.as_ref()];
        let address = &site.settings.app_url;
        let opened = head.key.as_ref().and_then(|(public, sealed)| {
            let seed = opened(keys, public, sealed)?;
            SigningKey::from_seed(seed).filter(|key| key.public() == *public).map(|key| (seed, key))
        });
        let lost = opened.is_none();
        let (seed, key) = if let Some(opened) = opened {
            opened
        } else {
            let seed = site.chance.bytes();
            (seed, SigningKey::from_seed(seed).ok_or(Fault::SigningKey)?)
        };
        let public = key.public();
        let text = secret.seal(PURPOSE, &public.to_string(), &seed, site.chance.as_ref());
        let before = head.key.as_ref().map(|(before, _)| *before);
        let head = Head { key: Some((public, Sealed { text, key: secret.id() })), ..head };
        let mut chain = Self { site: address, key, head, now, stated: Vec::new() };
        if lost {
            tracing::warn!(%public, "statements are signed with a new key from now on");
            let mut new = NewStatement::of_site(Kind::Key).line("key", public);
            if let Some(before) = before {
                new = new.line("before", before);
            }
            chain.say(new)?;
        }
        Ok(chain)
    }

    fn say(&mut self, new: NewStatement) -> Done {
        let NewStatement { kind, event, label, lines } = new;
        let number = self.head.number + 1;
        let at = self.now.to_rfc3339_opts(SecondsFormat::Millis, true);
        let mut statement = Statement::new(self.site, number, &at, kind, event.as_deref()).map_err(Fault::Statement)?;
        for (key, value) in &lines {
            statement = statement.with(key, value).map_err(Fault::Statement)?;
        }
        let (body, digest) = (statement.body(), statement.digest());
        let link = link(self.head.link, digest);
        let (signature, key) = (self.key.sign(link), self.key.public());
        self.stated.push(Stated { number, kind, event, label, body, digest, link, key, signature, at: self.now });
        (self.head.number, self.head.link) = (number, link);
        Ok(())
    }
}

fn opened(keys: [Option<&SecretKey>; 2], public: &PublicKey, sealed: &Sealed) -> Option<[u8; 32]> {
    let key = keys.into_iter().flatten().find(|key| key.id() == sealed.key)?;
    key.open(PURPOSE, &public.to_string(), &sealed.text)
}
