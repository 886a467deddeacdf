//! What was typed into a form that could not be accepted, or is only to be looked at: kept ten minutes, for the session it
//! came from. Whoever has to sign in again has 30 minutes for that, and finds it in the session that follows.

pub mod forms;

use chrono::TimeDelta;
use serde::{Serialize, de::DeserializeOwned};

use self::forms::FormName;
use super::{
    Done,
    limit::{Limit, many_within, within},
};
use crate::{
    domain::ids::SessionId,
    error::{Obstacle, Refusal},
    server::{
        auth::{Actor, Client},
        db::drafts::{self, Kept},
        services::Act,
        site::Site,
    },
};

/// How long a form is kept.
pub const KEPT: TimeDelta = TimeDelta::minutes(10);
/// How long one is kept whose sender has to sign in again: as long as an email may take, and its link lives.
const KEPT_MEANWHILE: TimeDelta = TimeDelta::minutes(30);

/// A form as it was typed, and why it was refused. Where a form can also be looked at before it is saved, `R` is an
/// `Option`: nothing was refused then.
#[derive(Clone, Debug)]
pub struct Draft<F, R = Refusal> {
    pub form: F,
    pub refusal: R,
}

/// A kept form of any name.
#[derive(Clone, Debug)]
pub struct AnyDraft {
    name: String,
    form: serde_json::Value,
    refusal: serde_json::Value,
}

impl AnyDraft {
    /// The form, if it is the one of this name.
    pub fn of<F: DeserializeOwned, R: DeserializeOwned>(&self, name: FormName<F>) -> Option<Draft<F, R>> {
        let form = F::deserialize(&self.form).ok().filter(|_| self.name == name.word())?;
        Some(Draft { form, refusal: R::deserialize(&self.refusal).ok()? })
    }
}

/// Keeps a form and returns the id under which its page finds it. `None`: too many were kept for this visitor already, or too
/// much. `form` is an `F`, in whichever shape. `visitor` is who is signed in, and from where they come.
pub async fn keep<F>(
    site: &Site,
    visitor: (Option<&Actor>, &Client),
    name: FormName<F>,
    form: &impl Serialize,
    refusal: Option<&Refusal>,
) -> Done<Option<String>> {
    let id = site.chance.id();
    let text = |value: Result<String, serde_json::Error>| value.unwrap_or_else(|_| "null".to_owned());
    let kept = Kept {
        form: name.word().to_owned(),
        body: text(serde_json::to_string(form)),
        refusal: text(serde_json::to_string(&refusal)),
    };
    let again = Refusal::NotNow { why: Obstacle::SignInAgain };
    let lasts = if refusal == Some(&again) { KEPT_MEANWHILE } else { KEPT };
    let act = Act::unattended(site).await?;
    if !there_is_room(&act, visitor, kept.body.len() + kept.refusal.len()).await? {
        return Ok(None);
    }
    let session = visitor.0.map(|actor| actor.session);
    drafts::insert(&act.tx, id.clone(), session, kept, act.now + lasts).await?;
    act.commit().await?;
    Ok(Some(id))
}

/// Whether so many bytes more may be kept: a number of forms for a session, and their sizes for a person and for a client.
/// Since every budget is whole again after ten minutes, no more than twice as much of it is ever there at once.
async fn there_is_room(act: &Act<'_>, (actor, client): (Option<&Actor>, &Client), bytes: usize) -> Done<bool> {
    let (site, tx) = (act.site, &act.tx);
    let kib = i64::try_from(bytes.div_ceil(1024)).unwrap_or(i64::MAX);
    let room = match actor {
        Some(actor) => {
            within(site, tx, Limit::Drafts(Some(actor.session), client)).await?
                && many_within(site, tx, Limit::KeptOf(actor.person), kib).await?
                && many_within(site, tx, Limit::KeptFrom(client), kib).await?
        }
        None => {
            within(site, tx, Limit::Drafts(None, client)).await?
                && many_within(site, tx, Limit::KeptFromStrangers(client), kib).await?
        }
    };
    Ok(room)
}

/// The kept form, if it is this session's and not too old. A page with several forms reads it once for all of them.
pub async fn find(site: &Site, session: Option<SessionId>, id: &str) -> Done<Option<AnyDraft>> {
    if id.len() != 32 {
        return Ok(None);
    }
    let kept = drafts::find(site.db.read(), id, session, site.now()).await?;
    let read = |kept: Kept| {
        let refusal = serde_json::from_str(&kept.refusal).ok()?;
        let form = serde_json::from_str(&kept.body).ok()?;
        Some(AnyDraft { name: kept.form, form, refusal })
    };
    Ok(kept.and_then(read))
}
