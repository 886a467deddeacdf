//! What was typed into a form that could not be accepted, or is only to be looked at: kept ten minutes, for the session it
//! came from.

pub mod forms;

use chrono::TimeDelta;
use serde::{Serialize, de::DeserializeOwned};

use self::forms::FormName;
use super::{
    Done,
    limit::{Limit, within},
};
use crate::{
    domain::ids::SessionId,
    error::Refusal,
    server::{
        auth::Client,
        db::drafts::{self, Kept},
        services::Act,
        site::Site,
    },
};

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

/// Keeps a form and returns the id under which its page finds it. `None`: too many were kept for this visitor already.
pub async fn keep<F: Serialize>(
    site: &Site,
    (session, client): (Option<SessionId>, &Client),
    name: FormName<F>,
    form: &F,
    refusal: Option<&Refusal>,
) -> Done<Option<String>> {
    let id = site.chance.id();
    let text = |value: Result<String, serde_json::Error>| value.unwrap_or_else(|_| "null".to_owned());
    let kept = Kept {
        form: name.word().to_owned(),
        body: text(serde_json::to_string(form)),
        refusal: text(serde_json::to_string(&refusal)),
    };
    let act = Act::unattended(site).await?;
    let kept_too = within(site, &act.tx, Limit::Drafts(session, client)).await?;
    if kept_too {
        drafts::insert(&act.tx, id.clone(), session, kept, act.now + TimeDelta::minutes(10)).await?;
    }
    act.commit().await?;
    Ok(kept_too.then_some(id))
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
