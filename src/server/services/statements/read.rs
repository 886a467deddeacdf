use allocation::statement::{Kind, START, Said, StatementFile};

use crate::{
    domain::{event::EventStatus, ids::EventId},
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{
            events::Event,
            looks::Seen,
            statements::{self, Head, Stated},
        },
        services::{Done, Look, draw},
        site::Site,
    },
};

/// The end of the chain.
pub async fn head(site: &Site) -> Done<Head> {
    Ok(statements::head(site.db.read()).await?)
}

/// What a person may read of what was said of an event, and where the chain stands.
pub struct Shown {
    pub event: Event,
    /// First to last.
    pub stated: Vec<Stated>,
    /// What stands for the viewer in it, once they have asked.
    pub label: Option<String>,
    pub head: Head,
}

/// The page of an event's statements. Three statements of SQL.
///
/// # Errors
/// An event that is not there, or not for them.
pub async fn shown(site: &Site, actor: &Actor, id: EventId) -> Done<Shown> {
    let (event, stated, label) = said(site, actor, id).await?;
    let head = statements::head(site.db.read()).await?;
    Ok(Shown { event, stated, label, head })
}

/// An event, what the viewer may read of what was said of it, and their label.
async fn said(site: &Site, actor: &Actor, id: EventId) -> Done<(Event, Vec<Stated>, Option<String>)> {
    let c = site.db.read();
    let look = Look::with_own(site, actor, id).await?;
    let runs = look.may(Action::RunEvent);
    let Seen { event, own: mine, .. } = look.that_may(Action::SeeEvent)?;
    let stands_for = draw::event_label(&event)?;
    let label = mine.map(|mine| draw::label(&stands_for, &mine).to_string());
    let finalized = event.status_at(site.now()) == EventStatus::Finalized;
    let mut stated = statements::of_event(c, &event.public_id).await?;
    stated.retain(|one| runs || may_read(one, finalized, label.as_deref()));
    Ok((event, stated, label))
}

/// Receipts are for their person; what was changed by hand is for everyone once the event is finalized, as it is in the
/// record.
fn may_read(one: &Stated, finalized: bool, label: Option<&str>) -> bool {
    match one.kind {
        Kind::Receipt | Kind::Withdrawal => one.label.as_deref() == label && label.is_some(),
        Kind::Removal | Kind::Override | Kind::Number => {
            finalized || (one.label.as_deref() == label && label.is_some())
        }
        _ => true,
    }
}

/// What was said of an event as a file, from its first statement to its last. What a person may not read stands there as its
/// digest, and so does what was said of other events in between.
///
/// # Errors
/// An event that is not there or not for them; one of which nothing was said.
pub async fn of_event(site: &Site, actor: &Actor, id: EventId) -> Done<String> {
    let (_, open, _) = said(site, actor, id).await?;
    let (Some(first), Some(last)) = (open.first(), open.last()) else { return Err(Refusal::NotFound.into()) };
    let chain = statements::links(site.db.read(), first.number - 1, last.number).await?;
    let before = if first.number == 1 { START } else { chain.first().map_or(first.link, |one| one.link) };
    let mut bodies = open.iter().peekable();
    let statements = chain.iter().filter(|one| one.number >= first.number).map(|one| {
        match bodies.next_if(|open| open.number == one.number) {
            Some(open) => Said::Shown { body: open.body.clone(), signature: open.signature },
            None => Said::Withheld(one.digest),
        }
    });
    let statements = statements.collect();
    let address = site.settings.app_url.clone();
    Ok(StatementFile { site: address, key: first.key, before, first: first.number, statements }.write())
}
