use allocation::{Exact, Label, ListError, RequestList, Slips};

use crate::{
    domain::typed::Problem,
    error::Obstacle,
    server::{
        db::{events::Event, requests::Request},
        services::{Done, Fault, Refused},
    },
};

/// The event in draws: its public id.
///
/// # Errors
/// A public id that is none: the row was changed by hand.
pub fn event_label(event: &Event) -> Result<Label, Fault> {
    Label::parse(&event.public_id).map_err(|why| Fault::PublicId { event: event.id, why })
}

/// What stands for a request in draws.
pub fn label(event: &Label, request: &Request) -> Label {
    Label::of_account(event, &request.public_id)
}

/// The standing requests of an event with what was frozen of them, as format 1 lists them and as the methods are compared; what
/// was decided by hand is pinned.
///
/// # Errors
/// More decided by hand than there is.
pub fn request_list(event: &Event, requests: &[Request]) -> Done<RequestList> {
    let stands_for = event_label(event)?;
    let entries = requests_of(&stands_for, requests);
    checked(event, requests, RequestList::new(stands_for, event.tickets, entries))
}

/// Requests as a list holds them: with what was frozen of them, and the time since when they ask.
pub(super) fn requests_of(event: &Label, requests: &[Request]) -> Vec<allocation::Request> {
    let each = requests.iter().map(|request| {
        let (slips, balance) = request.frozen.unwrap_or((Slips::ONE, Exact::default()));
        allocation::Request {
            label: label(event, request),
            tiers: request.tiers.clone(),
            slips,
            balance,
            since: Exact::clamped(request.since.timestamp_millis()),
            pinned: request.allocated.filter(|_| request.by_hand),
        }
    });
    each.collect()
}

/// The list, or why there is none.
pub(super) fn checked(event: &Event, requests: &[Request], made: Result<RequestList, ListError>) -> Done<RequestList> {
    made.map_err(|error| match error {
        ListError::PinAboveTickets { tickets, .. } | ListError::PinsAboveTickets { tickets, .. } => {
            let given = requests.iter().filter(|request| request.by_hand);
            let given = given.filter_map(|request| request.allocated).map(u64::from).sum();
            Refused::field("given", Problem::OverGiven { given, tickets })
        }
        why => Fault::List { event: event.id, why }.into(),
    })
}

/// Whether the last draw no longer covers the event: someone was added or changed since, or tickets were taken away. Then it
/// must be drawn again. Who came by their tickets after the result without asking was in no draw, and needs none.
pub fn is_stale(event: &Event, requests: &[Request]) -> bool {
    let uncovered = |request: &Request| request.drawn.is_none() && !request.joined_after;
    event.drawn_tickets.is_some_and(|drawn| event.tickets < drawn || requests.iter().any(uncovered))
}

/// What about the draw stands in the way of finalizing.
pub fn obstacle(event: &Event, requests: &[Request]) -> Option<Obstacle> {
    if is_stale(event, requests) {
        return Some(Obstacle::DrawAgain);
    }
    let not_put = requests.iter().any(|request| request.allocated.is_some() && request.not_put().is_some());
    not_put.then_some(Obstacle::DrawNotOnBoard)
}
