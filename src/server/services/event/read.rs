use chrono::{DateTime, TimeDelta, Utc};

use super::{
    invite::{Invitation, invitation},
    missed::{Missed, missed},
};
use crate::{
    domain::{
        event::{EventStatus, Visibility},
        ids::EventId,
    },
    server::{
        auth::{Action, Actor},
        db::{
            ConnectionTrait,
            after::HandRequest,
            events::Event,
            guests::{self, ByTicket},
            looks::Seen,
            messages::{self, Listed},
            requests::{self, Named, Request},
            summaries::{self, Summary},
        },
        mail::messages::kinds,
        services::{
            Done, Look,
            after::{self, MyTickets, Path},
            look,
            mail::name_apart,
        },
        site::Site,
    },
};

/// An event as one person sees it.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the viewer may do")]
pub struct EventView {
    pub event: Event,
    /// Where it stands now.
    pub status: EventStatus,
    /// The names of those who run it, the owner's first; empty: no one who can sign in does.
    pub run_by: String,
    /// The owner's name, if they are deactivated: an admin can choose another.
    pub owner_left: Option<String>,
    /// The viewer's own request.
    pub mine: Option<Request>,
    /// The viewer's own request that another removed.
    pub removed: Option<Request>,
    /// Whether the viewer took their own request back.
    pub withdrew: bool,
    /// Where the viewer got nothing: why, as far as it is kept, and what it means next time.
    pub missed: Option<Missed>,
    /// What the viewer may see of others.
    pub visibility: Visibility,
    /// Everyone's requests, if the viewer may see names; without notes unless the viewer runs the event.
    pub requests: Vec<Named>,
    pub runs: bool,
    /// Whether the viewer may read addresses.
    pub lists: bool,
    pub may_hand_over: bool,
    pub may_delete: bool,
    /// Whether the viewer may unlock it once it is finalized: in a season, that takes its steward.
    pub may_reopen: bool,
    /// Whether everyone was told of it, for those who run it while it is open.
    pub invitation: Option<Invitation>,
    /// What was sent about it, for those who run it.
    pub messages: Vec<Listed>,
    /// What of the time after the result concerns the viewer,
    pub after: MyTickets,
    /// The names for the viewer's own tickets, where these are asked for and the event is to come;
    pub guests: Option<ByTicket>,
    /// what became of tickets that came back, for those who run it,
    pub paths: Vec<Path>,
    /// and what people ask to hand on, for those who run it.
    pub handings: Vec<HandRequest>,
}

/// The event with this id. Three statements at most, one for a member who sees no names; one more once there is a result,
/// one to those who are asked for their guests, and three more to a viewer and three to those who run it once something was given
/// back, and one where tickets can be handed on.
pub async fn view(site: &Site, actor: &Actor, id: EventId) -> Done<EventView> {
    let c = site.db.read();
    let look = Look::with_own(site, actor, id).await?;
    let runs = look.may(Action::RunEvent);
    let (may_hand_over, may_delete) = (look.may(Action::HandOver), look.may(Action::DeleteEvent));
    let keeps = look.keeps_season();
    let Seen { event, run_by, owner_left, own, .. } = look.whole();
    let status = event.status_at(site.now());
    let set = if status == EventStatus::Finalized { event.shows_after } else { event.shows_before };
    let visibility = if runs { Visibility::Names } else { set };
    // Only whoever sees names needs more than their own request: the totals stand with the event.
    let mut requests = if visibility == Visibility::Names { requests::named(c, id, runs).await? } else { Vec::new() };
    let removed = own.clone().filter(|own| own.withdrawn_at.is_some() && own.removed.is_some());
    let withdrew = own.as_ref().is_some_and(|own| own.withdrawn_at.is_some() && own.removed.is_none());
    let mine = own.filter(|own| own.withdrawn_at.is_none());
    let missed = match &mine {
        Some(mine) if status == EventStatus::Finalized => missed(site, &event, mine).await?,
        _ => None,
    };
    if !runs && status != EventStatus::Finalized {
        for request in &mut requests {
            request.allocated = None;
        }
    }
    // Before the first result only a cancellation tells people anything.
    let lists = look::may(site, actor, Action::ListPeople);
    let mut messages = if runs && (event.revision > 0 || status == EventStatus::Canceled) {
        messages::of_event(c, id, &kinds(|profile| profile.tells_outcome)).await?
    } else {
        Vec::new()
    };
    name_apart(c, &mut messages, lists).await?;
    let invitation = match status {
        EventStatus::Open if runs => Some(invitation(site, actor, &event).await?),
        _ => None,
    };
    let finalized = status == EventStatus::Finalized;
    let held = mine.as_ref().and_then(|mine| mine.allocated).unwrap_or(0);
    let guests = my_guests(c, &event, mine.as_ref(), site.now()).await?;
    let mut after = if finalized { after::mine(c, &event, actor.person, held).await? } else { MyTickets::default() };
    let mut handings = if finalized { after::handings(c, &event).await? } else { Vec::new() };
    after.handing = handings.iter().find(|one| one.person == actor.person).cloned();
    if !runs {
        handings.clear();
    }
    let paths = if runs { after::paths(c, &event).await? } else { Vec::new() };
    let may_reopen = runs && (keeps || event.revision == 0 || event.season().is_none());
    Ok(EventView {
        event,
        status,
        run_by,
        owner_left,
        mine,
        removed,
        withdrew,
        missed,
        visibility,
        requests,
        runs,
        lists,
        may_hand_over,
        may_delete,
        may_reopen,
        invitation,
        messages,
        after,
        guests,
        paths,
        handings,
    })
}

/// The names for someone's tickets. One statement; none where nobody asks for them, or they have no tickets.
async fn my_guests(
    c: &impl ConnectionTrait,
    event: &Event,
    mine: Option<&Request>,
    now: DateTime<Utc>,
) -> Done<Option<ByTicket>> {
    let asked = event.status == EventStatus::Finalized && event.asks_for_guests() && now < event.schedule.starts_at;
    match mine.filter(|mine| asked && mine.allocated > Some(0)) {
        Some(mine) => Ok(Some(guests::of_person(c, event.id, mine.person).await?)),
        None => Ok(None),
    }
}

/// The event for its edit form, if the viewer runs it.
pub async fn find_to_edit(site: &Site, actor: &Actor, id: EventId) -> Done<Event> {
    Look::at(site, actor, id).await?.to(Action::RunEvent)
}

/// The event, if the viewer may see it.
pub async fn find_to_see(site: &Site, actor: &Actor, id: EventId) -> Done<Event> {
    Look::at(site, actor, id).await?.to(Action::SeeEvent)
}

/// An event that a new one is to be like, if the viewer may create events and see this one.
pub async fn find_like(site: &Site, actor: &Actor, id: EventId) -> Done<Event> {
    look::must(site, actor, Action::CreateEvent)?;
    look::must(site, actor, Action::SeeEvent)?;
    look::event(site, id).await
}

/// Events for the dashboard: everything to come, and the past 60 days. One statement.
pub async fn dashboard(site: &Site, actor: &Actor) -> Done<Vec<Summary>> {
    let now = site.now();
    Ok(summaries::list(site.db.read(), actor.person, (now - TimeDelta::days(60), now), (0, u64::MAX)).await?)
}

/// Whether the viewer may create events.
pub fn may_create(site: &Site, actor: &Actor) -> bool {
    look::may(site, actor, Action::CreateEvent)
}
