use super::{is_stale, request_list};
use crate::{
    domain::{event::EventStatus, ids::EventId, typed::FieldError},
    error::Refusal,
    server::{
        auth::{Action, Actor},
        comparisons::Compared,
        db::{
            draws::{self, Drawn},
            events::Event,
            requests::{self, Request},
        },
        services::{Done, Fault, Refused, event, look},
        site::Site,
    },
};

/// One row that putting the draw on the board would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub name: String,
    pub email: String,
    /// What stands there; `None`: undecided.
    pub now: Option<u32>,
    pub drawn: u32,
}

/// What an organizer decides with.
#[derive(Debug)]
pub struct Desk {
    pub event: Event,
    pub status: EventStatus,
    pub requests: Vec<Request>,
    pub draws: Vec<Drawn>,
    /// Whether the last draw no longer covers the event.
    pub stale: bool,
    /// What putting the last draw on the board would change.
    pub moves: Vec<Move>,
    /// Tickets on the board that nobody has.
    pub left: u64,
    /// What the rules would do: before the first draw, or when asked for.
    pub compared: Option<Compared>,
    /// Why it cannot be drawn as the board stands.
    pub objections: Vec<FieldError>,
    /// Whether the organizer may read addresses.
    pub lists: bool,
}

/// The draw's desk. Three statements. `compare` asks for the comparison also where there is a draw.
pub async fn desk(site: &Site, actor: &Actor, id: EventId, compare: bool) -> Done<Desk> {
    let event = event::find_to_edit(site, actor, id).await?;
    let c = site.db.read();
    let requests = requests::of_event(c, id).await?;
    let draws = draws::of_event(c, id).await?;
    let status = event.status_at(site.now());
    let stale = is_stale(&event, &requests);
    let given: u64 = requests.iter().filter_map(|request| request.allocated).map(u64::from).sum();
    let left = u64::from(event.tickets).saturating_sub(given);
    let moves = requests.iter().filter_map(|request| {
        let (name, email) = (request.name.clone(), request.email.clone());
        Some(Move { name, email, now: request.allocated, drawn: request.not_put()? })
    });
    let moves = moves.collect();
    let (list, objections) = match request_list(&event, &requests) {
        Ok(list) => (Some(list), Vec::new()),
        Err(Refused::Refusal(Refusal::Invalid { fields })) => (None, fields),
        Err(other) => return Err(other),
    };
    let wanted = status == EventStatus::Closed && (compare || draws.is_empty() || stale) && !requests.is_empty();
    let wanted = wanted && event.awaited.is_none();
    let compared = match list.filter(|_| wanted) {
        Some(list) => Some(site.comparisons.of(list).await.map_err(Fault::from)?),
        None => None,
    };
    let lists = look::may(site, actor, Action::ListPeople);
    Ok(Desk { event, status, requests, draws, stale, moves, left, compared, objections, lists })
}
