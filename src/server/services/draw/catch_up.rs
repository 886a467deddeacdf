use super::{
    commit,
    commit::{announce, open},
    freeze_anew,
};
use crate::{
    domain::event::EventStatus,
    server::{
        db::{
            self,
            commitments::{self, Sealed},
            held::hold_unattended,
            request_lists,
        },
        services::{Act, Done, statements},
        site::Site,
    },
};

/// Publishes and states what events lack that came from elsewhere or from before there were draws, and seals anew what was
/// sealed with the previous key. Said on their pages as published later.
pub async fn catch_up(site: &Site) -> Done {
    for (id, public_id) in commitments::missing(site.db.read()).await? {
        let mut act = Act::unattended(site).await?;
        commit(&mut act, id, &public_id).await?;
        if let Some(event) = hold_unattended(&act.tx, id).await?.filter(|event| event.status == EventStatus::Closed)
            && request_lists::of_event(&act.tx, id).await?.is_empty()
        {
            freeze_anew(&mut act, &event, None).await?;
        }
        act.commit().await?;
    }
    for id in db::statements::unsaid(site.db.read()).await? {
        let mut act = Act::unattended(site).await?;
        announce(&mut act, id).await?;
        act.commit().await?;
    }
    statements::keep_key(site).await?;
    let key = &site.settings.secret_key;
    for (id, public_id) in commitments::not_sealed_with(site.db.read(), &key.id()).await? {
        let act = Act::unattended(site).await?;
        let sealed = commitments::sealed(&act.tx, id).await?;
        if let Some(secret) = sealed.and_then(|sealed| open(site, &public_id, &sealed)) {
            let text = key.seal(commit::PURPOSE, &public_id, secret.expose(), site.chance.as_ref());
            commitments::reseal(&act.tx, id, Sealed { text, key: key.id() }).await?;
            act.commit().await?;
        }
    }
    Ok(())
}

/// How many events cannot be drawn because neither key opens their secret.
pub async fn keys_missing(site: &Site) -> Done<usize> {
    Ok(commitments::not_sealed_with(site.db.read(), &site.settings.secret_key.id()).await?.len())
}
