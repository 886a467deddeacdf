use catalog::season as say;

use super::look::sees_everyone;
use crate::{
    domain::ids::SeasonId,
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{season_people, seen_season},
        services::{
            Done, look,
            spreadsheet::{Cell, Table},
        },
        site::Site,
    },
};

/// Where everyone stands in a season as a table for spreadsheets, furthest behind first; with addresses only for those who may
/// list people. "Behind" is in tickets, and below zero for whoever is ahead.
///
/// # Errors
/// A season that is not there; one whose people are not theirs to see.
pub async fn people_table(site: &Site, actor: &Actor, id: SeasonId) -> Done<Table> {
    let c = site.db.read();
    let seen = seen_season::find(c, id, actor.person).await?.ok_or(Refusal::NotFound)?;
    if !sees_everyone(site, actor, &seen) {
        return Err(Refusal::Forbidden.into());
    }
    let lists = look::may(site, actor, Action::ListPeople);
    let rows = season_people::list(c, id).await?.into_iter().map(|person| {
        let so_far = person.so_far;
        [
            person.name.into(),
            lists.then_some(person.email).into(),
            so_far.asked.into(),
            so_far.got.into(),
            Cell::Thousandths(so_far.standing.balance.get()),
            u64::from(so_far.standing.losses).into(),
            u64::from(so_far.standing.slips().get()).into(),
        ]
    });
    let titles = [
        say::file_person(),
        say::file_email(),
        say::file_asked(),
        say::file_got(),
        say::file_behind(),
        say::file_missed(),
        say::file_entries(),
    ];
    Ok(Table::new(titles, rows))
}
