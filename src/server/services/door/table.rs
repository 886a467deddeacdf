use catalog::door as say;

use super::{Expected, door};
use crate::{
    domain::{guest::Guest, ids::EventId},
    server::{
        auth::Actor,
        services::{
            Done,
            spreadsheet::{Cell, Table},
        },
        site::Site,
    },
};

/// The list for the door as a table for spreadsheets: a row a ticket, by who has it; how many someone has, and how many were
/// used, once for each person, so that columns can be summed. With addresses only for those who may list people.
///
/// # Errors
/// As [`door`].
pub async fn door_table(site: &Site, actor: &Actor, id: EventId) -> Done<Table> {
    let list = door(site, actor, id, "").await?;
    let rows = list.expected.iter().flat_map(|one| (1..=one.holder.held).map(|at| row(one, at, list.lists)));
    let titles = [
        say::name(),
        say::email(),
        say::file_tickets(),
        say::file_ticket(),
        say::guest(),
        say::note(),
        say::file_used(),
    ];
    Ok(Table::new(titles, rows.collect::<Vec<_>>()))
}

fn row(one: &Expected, at: u32, lists: bool) -> [Cell; 7] {
    let Expected { holder, guests } = one;
    let of_first = |count: Option<u32>| count.filter(|_| at == 1);
    let (guest, note) = match guests.get(&at) {
        Some(Guest { name, note }) => (name.as_str(), note.as_str()),
        None => ("", ""),
    };
    [
        holder.name.as_str().into(),
        lists.then_some(holder.email.as_str()).into(),
        of_first(Some(holder.held)).into(),
        at.into(),
        guest.into(),
        note.into(),
        of_first(holder.came).into(),
    ]
}
