use allocation::Totals;
use catalog::results as say;

use super::sheet::sheet;
use crate::{
    domain::{event::EventStatus, ids::EventId},
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{
            events::Event,
            requests::{self, Request},
        },
        services::{Done, event, look, spreadsheet::Table},
        site::Site,
    },
    words,
};

/// The result as a list, for paper or a spreadsheet.
#[derive(Debug)]
pub struct Results {
    pub event: Event,
    pub status: EventStatus,
    pub requests: Vec<Request>,
    pub totals: Totals,
    /// Whether whoever looks may read addresses.
    pub lists: bool,
}

/// The result of a closed or finalized event, for who runs it.
pub async fn results(site: &Site, actor: &Actor, id: EventId) -> Done<Results> {
    let event = event::find_to_edit(site, actor, id).await?;
    let status = event.status_at(site.now());
    if status == EventStatus::Open {
        return Err(Obstacle::RequestsOpen.into());
    }
    let requests = requests::of_event(site.db.read(), id).await?;
    let totals = sheet(event.tickets, &requests).totals();
    let lists = look::may(site, actor, Action::ListPeople);
    Ok(Results { event, status, requests, totals, lists })
}

/// The result as a table for spreadsheets; with addresses only for those who may list people.
pub async fn results_table(site: &Site, actor: &Actor, id: EventId) -> Done<Table> {
    let results = results(site, actor, id).await?;
    let lists = results.lists;
    let header = [say::name(), say::email(), say::requested(), say::assigned(), say::reason(), say::note()];
    let rows = results.requests.into_iter().map(|request| {
        let email = lists.then_some(request.email);
        let asked = words::wish_of(&request.tiers, !request.joined_after);
        let (given, reason, note) = (request.allocated, request.reason, request.note);
        [request.name.into(), email.into(), asked.into(), given.into(), reason.into(), note.into()]
    });
    Ok(Table::new(header, rows))
}
