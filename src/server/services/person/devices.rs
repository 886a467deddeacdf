use serde_json::json;

use crate::{
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            audit::{self, Entry},
            sessions::{self, Device},
            sign_in,
        },
        services::Done,
        site::Site,
    },
};

/// The browsers somebody is signed in with, the latest used first.
pub async fn devices(site: &Site, actor: &Actor) -> Done<Vec<Device>> {
    Ok(sessions::devices(site.db.read(), actor.person, site.now()).await?)
}

/// Which of one's own sessions end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    One(i32),
    /// All but the one that asks.
    Others,
    All,
}

/// Ends sessions of one's own. Ending more than one also voids the links and codes that are on their way.
///
/// # Errors
/// [`Refusal::NotFound`] for a session that is not theirs, or has ended.
pub async fn sign_out_devices(site: &Site, actor: &Actor, which: Which) -> Done {
    let now = site.now();
    let tx = site.db.write_tx().await?;
    let ended = match which {
        Which::One(session) => u64::from(sessions::end_one(&tx, actor.person, session).await?),
        Which::Others => sessions::end_others(&tx, actor.person, actor.session).await?,
        Which::All => sessions::end_all(&tx, actor.person).await?,
    };
    if let Which::One(_) = which {
        if ended == 0 {
            return Err(Refusal::NotFound.into());
        }
    } else {
        sign_in::void_all(&tx, actor.person, now).await?;
    }
    let entry = Entry {
        actor: Some(actor.person),
        client: actor.client.to_string(),
        action: "session.end",
        person: Some(actor.person),
        details: json!({ "sessions": ended }),
        ..Entry::default()
    };
    audit::note(&tx, now, entry).await?;
    Ok(tx.commit().await?)
}
