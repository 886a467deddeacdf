use allocation::statement::{Kind, Said, StatementFile};

use crate::{
    domain::{event::EventStatus, ids::EventId},
    error::Refusal,
    server::{
        auth::{Action, Actor, permit},
        db::{
            events::{self, Event},
            organizers, requests,
            statements::{self, Head, Stated},
        },
        services::{Done, Fault, draw},
        site::Site,
    },
};

/// The end of the chain.
pub async fn head(site: &Site) -> Done<Head> {
    Ok(statements::head(site.db.read()).await?)
}

/// What was said of an event, as far as a person may read it, first to last. One statement of SQL.
pub async fn shown(site: &Site, event: &Event, runs: bool, label: Option<&str>) -> Done<Vec<Stated>> {
    let finalized = event.status_at(site.now()) == EventStatus::Finalized;
    let all = statements::of_event(site.db.read(), &event.public_id).await?;
    Ok(all.into_iter().filter(|one| runs || may_read(one, finalized, label)).collect())
}

/// Receipts are for their person; what was changed by hand is for everyone once the event is finalized, as it is in the record.
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
    let c = site.db.read();
    let event = events::find(c, id).await?.filter(|event| event.deleted_at.is_none()).ok_or(Refusal::NotFound)?;
    let standing = organizers::standing(c, &event, actor.person).await?;
    let may = |action| permit(actor, action, standing, site.settings.everyone_creates());
    if !may(Action::SeeEvent) {
        return Err(Refusal::Forbidden.into());
    }
    let mine = requests::find(c, id, actor.person).await?;
    let label =
        mine.map(|mine| Ok::<_, Fault>(draw::label(&draw::event_label(&event)?, &mine).to_string())).transpose()?;
    let open = shown(site, &event, may(Action::RunEvent), label.as_deref()).await?;
    let (Some(first), Some(last)) = (open.first(), open.last()) else { return Err(Refusal::NotFound.into()) };
    let chain = statements::links(c, first.number - 1, last.number).await?;
    let before =
        if first.number == 1 { allocation::statement::START } else { chain.first().map_or(first.link, |one| one.link) };
    let mut bodies = open.iter().peekable();
    let statements = chain.iter().filter(|one| one.number >= first.number).map(|one| {
        match bodies.next_if(|open| open.number == one.number) {
            Some(open) => Said::Shown { body: open.body.clone(), signature: open.signature },
            None => Said::Withheld(one.digest),
        }
    });
    let statements = statements.collect();
    let file =
        StatementFile { site: site.settings.app_url.clone(), key: first.key, before, first: first.number, statements };
    Ok(file.write())
}
