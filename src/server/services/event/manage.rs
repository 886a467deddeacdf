use crate::{
    domain::event::EventStatus,
    server::{
        auth::{Action, Actor},
        db::{
            events::{self, Event},
            overview::{self, Counts, ListedEvent},
        },
        services::{Done, look},
        site::Site,
    },
};

/// How many events one page lists.
const PAGE: u64 = 50;

/// A page of all events, for admins.
#[derive(Debug)]
pub struct Managed {
    pub events: Vec<ListedEvent>,
    /// How many there are of each state.
    pub counts: Counts,
    /// Which page this is, from 1.
    pub page: u64,
    pub pages: u64,
}

/// All events in this state (`None`: in any), the latest first; a page beyond the last is the last. Two statements.
pub async fn manage(site: &Site, actor: &Actor, status: Option<EventStatus>, page: u64) -> Done<Managed> {
    look::must(site, actor, Action::DeleteEvent)?;
    let (c, now) = (site.db.read(), site.now());
    let counts = overview::counts(c, now).await?;
    let pages = counts.of(status).div_ceil(PAGE).max(1);
    let page = page.clamp(1, pages);
    let events = overview::list(c, status, ((page - 1) * PAGE, PAGE), now).await?;
    Ok(Managed { events, counts, page, pages })
}

/// What lies in the trash, latest first, and how many events there are elsewhere. Two statements.
pub async fn trash(site: &Site, actor: &Actor) -> Done<(Vec<Event>, Counts)> {
    look::must(site, actor, Action::DeleteEvent)?;
    let c = site.db.read();
    Ok((events::list_deleted(c).await?, overview::counts(c, site.now()).await?))
}
